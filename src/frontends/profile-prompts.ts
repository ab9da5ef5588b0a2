import { confirm, input, select } from '@inquirer/prompts';
import type { Streams } from '../ports/ports.ts';
import { Left, type Prompter } from './profile-asking.ts';

/** The questions in a terminal, one line each. */
export function createPrompter({ out }: Pick<Streams, 'out'>): Prompter {
  return {
    text: ({ message, initial, check }) =>
      orLeft(() => input({ message, ...(initial === '' ? {} : { default: initial }), validate: check })),
    choose: ({ message, initial, choices }) =>
      orLeft(() =>
        select({
          message,
          default: initial,
          choices: choices.map(({ value, label, needs }) => ({ value, name: label, description: needs })),
        }),
      ),
    confirm: (message) => orLeft(() => confirm({ message, default: false })),
    say: (lines) => {
      for (const line of lines) out.write(`${line}\n`);
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
