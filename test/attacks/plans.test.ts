import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraphClient } from '../../src/graph/create-client.ts';
import { ConfirmedMove, coverOf } from '../../src/plan/confirmed.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { answerAll } from '../../src/plan/progress.ts';
import { livePreview } from '../../src/plan/request.ts';
import { typedAs } from '../../src/plan/typed.ts';
import type { FetchInit } from '../../src/ports/ports.ts';
import { continueRow } from '../../src/runtime/continue.ts';
import type { Effect, Happening } from '../../src/wizard/event.ts';
import { begin, update } from '../../src/wizard/machine.ts';
import type { DryRunReport, State } from '../../src/wizard/state.ts';
import { arbitraryMove } from '../plan/support/arbitrary.ts';
import { fakeClock, fakeRandom } from '../runtime/fake-ports.ts';
import { memoryFiles } from '../runtime/memory-files.ts';
import { submissionOf } from '../runtime/moves.ts';
import { context, noon, session, userTexts, userTyped } from '../support/session.ts';
import { type Case, caseOf, diceOf } from './cases.ts';
import { type Place, placeOf } from './place.ts';

const clock = fakeClock(noon);

/** A client and what it really sent. */
function listening(endpoint: string) {
  const sent: { url: string; init: FetchInit }[] = [];
  const client = createGraphClient({
    endpoint,
    tokens: { source: async () => 'token' },
    fetch: async (url, init) => {
      sent.push({ url, init });
      return Response.json({ id: 'a', status: 'notStarted' });
    },
    clock,
    random: fakeRandom(),
    version: '0.0.0',
  });
  return { client, sent };
}

const confirmed = (move: PlannedMove): ConfirmedMove => submissionOf(move, clock.now()).confirmed;

describe('the client', () => {
  const real = confirmed(caseOf(1).move);
  const { move, confirmation } = real;
  class Lookalike {
    move = move;
    confirmation = confirmation;
  }
  const forgeries: readonly { name: string; value: unknown }[] = [
    { name: 'a planned move', value: move },
    { name: 'an object with the same fields', value: { ...real } },
    {
      name: 'an object with the same prototype and fields',
      value: Object.assign(Object.create(ConfirmedMove.prototype), real),
    },
    { name: 'one that inherits from a real one', value: Object.create(real) },
    { name: 'a proxy around a real one', value: new Proxy(real, {}) },
    { name: 'one that went through JSON', value: JSON.parse(JSON.stringify(real)) },
    { name: 'a class of the same shape', value: new Lookalike() },
    { name: 'nothing', value: undefined },
  ];
  it.each(forgeries)('sends nothing for $name', async ({ value }) => {
    const { client, sent } = listening(move.endpoint);
    await expect(client.create(value as ConfirmedMove, 'c')).rejects.toThrow('without a confirmed');
    expect(sent).toEqual([]);
  });

  it('sends of 2,000 confirmed plans exactly the bytes that were shown', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMove, async (planned) => {
        const { client, sent } = listening(planned.endpoint);
        await client.create(confirmed(planned), 'c');
        const shown = livePreview(planned);
        expect(sent.map(({ url, init }) => [init.method, url, init.body])).toEqual([
          [shown.method, shown.url, JSON.stringify(shown.body)],
        ]);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The same text with one character exchanged for another. */
function withOneChange(text: string, seed: number): string {
  const dice = diceOf(seed);
  const at = Math.floor(dice.fraction() * text.length);
  const other = dice.pick([...'abcdefghijklmnopqrstuvwxyz0123456789@.-/'].filter((letter) => letter !== text[at]));
  return text.slice(0, at) + other + text.slice(at + 1);
}

function parsed(text: string): PlannedMove | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Records a run that was confirmed and never sent, with another move in it than the one that was confirmed. */
async function recordDraft({ services, clock: now }: Place, move: PlannedMove, recorded: PlannedMove): Promise<string> {
  const file = await services.ledger.create();
  if (!file.ok) throw new Error(file.error.what);
  const { runId } = file.value;
  const { dryRun } = submissionOf(move, now.now());
  const rows = [{ row: 1, line: null, typed: {}, move: recorded, dryRun }];
  const confirmation = { word: 'yes', at: now.now(), covers: coverOf([move.id]) };
  file.value.append({ kind: 'opened', at: now.now(), header: { ...services.header(), runId }, rows, confirmation });
  file.value.close();
  return runId;
}

/** The bodies of all live creates that left. */
async function resumed(one: Case, recorded: PlannedMove): Promise<string[]> {
  const place = placeOf(one, { files: memoryFiles(), folder: 'runs' });
  const runId = await recordDraft(place, one.move, recorded);
  await continueRow(place.services, { runId, row: 1, resend: true });
  return place.live;
}

describe('a recorded plan', () => {
  it('is sent as it was confirmed when it is unchanged', async () => {
    const one = { ...caseOf(1), before: 'nothing' as const };
    expect(await resumed(one, one.move)).toEqual([JSON.stringify(livePreview(one.move).body)]);
  });

  it('of which one character was changed is refused, or means the same to the letter, 1,500 times', async () => {
    let refused = 0;
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const one = caseOf(seed);
      const edited = parsed(withOneChange(JSON.stringify(one.move), seed));
      if (edited === null) continue;
      const sent = await resumed(one, edited);
      const [body] = sent;
      if (body === undefined) refused += 1;
      else expect(sent).toEqual([JSON.stringify(livePreview(one.move).body)]);
    }
    expect(refused).toBeGreaterThan(800);
  });
});

type Told = { state: State; effects: readonly Effect[] };

const tell = (state: State, ...story: Happening[]): Told =>
  story.reduce<Told>((told, happening) => update(told.state, { ...happening, at: noon } as never), {
    state,
    effects: [],
  });

const cleanReport = (planId: string, of = planId): DryRunReport => {
  const ids = { requestId: 'r', clientRequestId: 'c' };
  const clean = { planId: of, at: noon, status: 'completed', ...ids };
  return { planId, clean, rawStatus: 'completed', at: noon, findings: [], ...ids, raw: '' };
};

/** Until the word; every effect that is waited for is answered with what is given. */
function confirmWith(asked: State, report: (planId: string) => DryRunReport): Told {
  if (asked.status !== 'dryRunning') throw new Error(asked.status);
  const checked = tell(asked, { type: 'dryRunFinished', effect: asked.waitingFor, report: report(asked.move.id) });
  const opened = tell(checked.state, { type: 'confirmationOpened' }).state;
  if (opened.status !== 'confirming' || opened.waitingFor === null) return { state: opened, effects: [] };
  const looked = {
    type: 'sourceLookedUp',
    effect: opened.waitingFor,
    look: { found: 'nothing' },
    findings: [],
  } as const;
  return tell(opened, looked, { type: 'confirmed', word: 'yes' });
}

const submits = ({ effects }: Told): boolean => effects.some(({ type }) => type === 'submit');

describe('a dry run', () => {
  const asked = () => tell(begin(session, userTyped, noon), { type: 'dryRunAsked' }).state;
  const otherTyped = answerAll(typedAs('typed', { ...userTexts, target: 'eve@fabrikam.com' }), context);
  const other = begin(session, otherTyped, noon);
  const otherId = other.status === 'reviewing' ? other.move.id : expect.fail(other.status);

  it('of this plan can be confirmed', () => {
    expect(submits(confirmWith(asked(), (id) => cleanReport(id)))).toBe(true);
  });

  it.each([
    { name: 'another plan', report: () => cleanReport(otherId) },
    { name: 'another plan under the name of this one', report: (id: string) => cleanReport(id, otherId) },
    { name: 'no plan', report: () => cleanReport('') },
  ])('of $name cannot be confirmed', ({ report }) => {
    const told = confirmWith(asked(), report);
    expect(submits(told)).toBe(false);
    expect(told.state).toMatchObject({ status: 'confirming', findings: [{ code: 'planChanged' }] });
  });

  it('that was asked for before the answers changed is not taken', () => {
    const before = asked();
    const id = before.status === 'dryRunning' ? before.waitingFor : -1;
    const back = tell(before, { type: 'wentBack' }, { type: 'reopened', to: 'target' }).state;
    const answered = tell(back, { type: 'answered', id: 'target', text: 'eve@fabrikam.com', origin: 'typed' }).state;
    expect(tell(answered, { type: 'dryRunFinished', effect: id, report: cleanReport(otherId) }).state).toBe(answered);
  });
});
