import { PassThrough } from 'node:stream';
import { createTalk } from '../../../src/frontends/lines/talk.ts';
import { runLines } from '../../../src/frontends/lines.ts';
import { questionAt } from '../../../src/plan/questions.ts';
import { stepNumber } from '../../../src/wizard/steps.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { fakePorts } from '../../support/ports.ts';
import { noon } from '../../support/session.ts';
import { faultsIn } from '../lines/scan.ts';
import { type Hand, isLaterInStep, outcomeOf, tell } from './outcome.ts';
import { clockOf, type Outcome, type Story, type Turn } from './story.ts';
import { firstState } from './typed-text.ts';

const columns = 80;

/** A story at its beginning, on a computer whose standard input the test writes. */
function openComputer(story: Story, isTTY: boolean) {
  const faked = fakeEngine(firstState(story));
  faked.pass(clockOf(story) - noon);
  const { ports, said } = fakePorts({ screen: { columns, outIsTTY: isTTY, inIsTTY: isTTY } });
  const stdin = new PassThrough();
  ports.streams.stdin = { isTTY, stream: stdin as unknown as NodeJS.ReadStream };
  const listen = () => runLines(modelWith({ engine: faked.engine }), createTalk(ports), '--line');
  return { engine: faked.engine, ports, said, stdin, listen };
}

/** Somebody who listens, and types a line whenever one is asked for. */
function openLines(story: Story) {
  const { engine, ports, said, stdin, listen } = openComputer(story, true);
  const lines: string[] = [];
  const pieces: string[] = [];
  let heard = 0;
  let asked = Promise.withResolvers<void>();
  const { write } = ports.streams.out;
  ports.streams.out.write = (text) => {
    write(text);
    if (said.out.endsWith(': ')) asked.resolve();
  };
  const dialogue = listen();
  const type = async (line: string) => {
    await asked.promise;
    pieces.push(said.out.slice(heard));
    heard = said.out.length;
    asked = Promise.withResolvers();
    stdin.write(`${line}\n`);
    if (line === 'quit') return;
    lines.push(line);
    await asked.promise;
  };
  return {
    engine,
    type,
    lines,
    /** Everything that was said, once the dialogue has been left. */
    leave: async () => {
      await type('quit');
      await dialogue;
      pieces.push(said.out.slice(heard));
      // Two findings may have a sentence in common, and a name that is refused may hold anything: other tests look at those.
      const faults = faultsIn(pieces, { width: columns - 1 }).filter(
        (fault) => !/^(said twice|no plain text)/.test(fault),
      );
      return { transcript: said.out, faults };
    },
  };
}

/** The lines that take a turn. */
function linesOf(turn: Exclude<Turn, { do: 'reopen' }>): string[] {
  switch (turn.do) {
    case 'keep':
      return [''];
    case 'accept':
      return [turn.lines ?? ''];
    case 'fix':
      return ['fix'];
    case 'answer':
      return [turn.lines ?? turn.text];
    case 'back':
      return [...(turn.text === undefined ? [] : [turn.text]), 'back'];
  }
}

async function talkThrough(story: Story): Promise<{ outcome: Outcome; lines: readonly string[] }> {
  const { engine, type, lines, leave } = openLines(story);
  const hand: Hand = {
    state: engine.state,
    take: async (turn) => {
      if (turn.do !== 'reopen') for (const line of linesOf(turn)) await type(line);
      else await goTo(turn.id, { engine, type });
      return true;
    },
  };
  const outcome = await tell(story, hand);
  const { transcript, faults } = await leave();
  const codes = Object.values(outcome.refusals).flatMap((all) => all.map(({ code }) => code));
  const unsaid = codes.filter((code) => !transcript.includes(`Code ${code}.`));
  if (unsaid.length + faults.length > 0) throw new Error(JSON.stringify({ unsaid, faults, transcript }, null, 1));
  return { outcome, lines };
}

export const byLines = async (story: Story): Promise<Outcome> => (await talkThrough(story)).outcome;

/** The same lines, all written before the first question is asked. */
export async function byPipe(story: Story): Promise<Outcome> {
  const { outcome, lines } = await talkThrough(story);
  const { engine, stdin, listen } = openComputer(story, false);
  stdin.end(lines.map((line) => `${line}\n`).join(''));
  await listen();
  return outcomeOf(story, engine.state(), outcome.refusals);
}

type Lines = Pick<ReturnType<typeof openLines>, 'engine' | 'type'>;

/** From the request by the number of the step; inside a step with next, and otherwise with back. */
async function goTo(id: Turn['id'], { engine, type }: Lines): Promise<void> {
  for (let state = engine.state(); state.status !== 'asking' || state.at !== id; state = engine.state()) {
    if (state.status !== 'asking') await type(String(stepNumber[questionAt(id).step]));
    else await type(isLaterInStep(state, id, engine.now()) ? 'next' : 'back');
  }
}
