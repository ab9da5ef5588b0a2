import { confirm, input, select } from '@inquirer/prompts';
import type { Streams } from '../ports/ports.ts';
import { wrap } from './layout.ts';
import { Left, type Prompter } from './profile-asking.ts';

/** What stands before a verdict, and a free column. */
const mark = 3;

/** The questions in a terminal, one line each. What is said about them breaks between words. */
export function createPrompter({ out }: Pick<Streams, 'out'>): Prompter {
  const folded = (text: string, room: number): string =>
    wrap(text, Math.max(20, (out.columns || 80) - room)).join('\n');
  return {
    text: ({ message, initial, check }) => {
      const judging = async (text: string) => {
        const verdict = await check(text);
        return verdict === true || folded(verdict, mark);
      };
      return orLeft(() => input({ message, ...(initial === '' ? {} : { default: initial }), validate: judging }));
    },
    choose: ({ message, initial, choices }) =>
      orLeft(() =>
        select({
          message,
          default: initial,
          choices: choices.map(({ value, label, needs }) => ({ value, name: label, description: folded(needs, 1) })),
        }),
      ),
    confirm: (message) => orLeft(() => confirm({ message, default: false })),
    say: (lines) => {
      for (const line of lines) out.write(`${line.startsWith(' ') ? line : folded(line, 1)}\n`);
    },
  };
}

/** Ctrl+C in a prompt is an answer too: nothing is saved. */
async function orLeft<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (reason) {
    if (reason instanceof Error && reason.name === 'ExitPromptError') throw new Left();
    throw reason;
  }
}
