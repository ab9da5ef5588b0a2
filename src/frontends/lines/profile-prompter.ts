import type { Ports } from '../../ports/ports.ts';
import { Left, type Prompter } from '../profile-asking.ts';
import { createTalk, forgetTypeAhead, hear } from './talk.ts';

type Needs = Pick<Ports, 'streams' | 'clock' | 'signals' | 'machine'>;

/** The short questions of a profile, line by line. An end of input, Ctrl+C and the word quit leave them. */
export function createLinePrompter(ports: Needs): Prompter & { close(): void } {
  const talk = createTalk(ports);
  const { voice } = talk;
  const answer = async (prompt: string): Promise<string> => {
    voice.ask(prompt);
    const heard = await hear(talk, { seen: null, lateAfterMs: null, isWanted: () => true });
    voice.answered(heard.what === 'line' ? heard.text : null);
    const text = heard.what === 'line' ? heard.text.trim() : 'quit';
    if (text.toLowerCase() === 'quit') throw new Left();
    return text;
  };
  return {
    howTo: 'Enter takes what is offered, clear leaves it out, and quit leaves: then nothing is saved.',
    text: async ({ message, initial, check }) => {
      voice.say([message]);
      for (;;) {
        const text = await answer(initial === '' ? 'Answer:' : `Answer, or Enter for ${initial}:`);
        const meant = text === '' ? initial : text.toLowerCase() === 'clear' ? '' : text;
        const verdict = await check(meant);
        if (verdict === true) return meant;
        voice.say([`Problem: ${verdict}`]);
      }
    },
    choose: async ({ message, initial, choices }) => {
      voice.say([`${message} ${choices.length} choices.`, ...choices.map(numbered)]);
      const first = Math.max(
        0,
        choices.findIndex(({ value }) => value === initial),
      );
      for (;;) {
        const text = await answer(`Number, or Enter for ${first + 1}:`);
        const chosen =
          text === '' ? choices[first] : choices.find((one, at) => text === `${at + 1}` || text === one.value);
        if (chosen) return chosen.value;
        voice.say([`There is no choice ${text}.`]);
      }
    },
    confirm: async (message) => {
      await forgetTypeAhead(talk);
      return (await answer(`${message} Type yes, or Enter for no:`)) === 'yes';
    },
    say: (lines) => voice.say(lines.flatMap((line) => (line === '' ? [] : [line.trim().replace(/ {2,}/g, ', ')]))),
    close: talk.close,
  };
}

const numbered = ({ label, needs }: { label: string; needs: string }, index: number): string =>
  `${index + 1}. ${label}.${needs === '' ? '' : ` ${needs}`}`;
