import { type Finding, finding, type NextStep } from '../plan/finding.ts';
import { closest } from './closest.ts';
import type { CommandEntry, OptionSpec } from './command.ts';

const usage = (
  words: { code: string; what: string; why: string; next: Finding['next'] },
  suggestion?: string,
): Finding =>
  finding({ field: 'command', ...words }, { from: 'input', ...(suggestion === undefined ? {} : { suggestion }) });

const you = (text: string, command?: string): NextStep => ({
  do: text,
  who: 'you',
  ...(command === undefined ? {} : { command }),
});

const helpOf = (entry: CommandEntry | null): string =>
  entry?.name ? `crossorg ${entry.name} --help` : 'crossorg --help';

export function unknownCommand(word: string, table: readonly CommandEntry[]): Finding {
  const meant = closest(
    word,
    table.flatMap(({ name }) => (name === '' ? [] : [name])),
  );
  return usage(
    {
      code: 'unknownCommand',
      what: `There is no command ${word}.`,
      why: meant ? `The nearest one is ${meant}.` : 'No command has a name like it.',
      next: meant ? [you(`Write ${meant} instead.`, `crossorg ${meant} --help`), seeAll(null)] : [seeAll(null)],
    },
    meant,
  );
}

const seeAll = (entry: CommandEntry | null): NextStep => you('See what there is.', helpOf(entry));

/** The value after `=` is left out: it may be a secret. */
export const flagName = (token: string): string => token.replace(/=.*$/s, '');

export function unknownFlag(flag: string, entry: CommandEntry | null, known: readonly OptionSpec[]): Finding {
  if (/token|secret|password|passphrase/i.test(flag)) return secretFlag(flag);
  const near = closest(
    flag.replace(/^-+/, ''),
    known.map((option) => option.flag),
  );
  const meant = near && `--${near}`;
  const where = entry?.name ? `crossorg ${entry.name}` : 'crossorg without a command';
  return usage(
    {
      code: 'unknownFlag',
      what: `${where} has no flag ${flag}.`,
      why: meant
        ? `The nearest one is ${meant}.`
        : 'A flag that is not known could mean anything, so nothing was done.',
      next: meant ? [you(`Write ${meant} instead.`), seeAll(entry)] : [seeAll(entry)],
    },
    meant,
  );
}

const secretFlag = (flag: string): Finding =>
  usage({
    code: 'secretFlag',
    what: `There is no flag ${flag}: no flag takes a secret.`,
    why: 'A command line can be read by other programs and stays in the history of the shell.',
    next: [
      you('Put the secret into an environment variable: CROSSORG_ACCESS_TOKEN, CROSSORG_CLIENT_SECRET.'),
      you('If a real secret was typed, remove it from the history of the shell.'),
    ],
  });

export const valueMissing = (flag: string, entry: CommandEntry | null, option: OptionSpec | undefined): Finding =>
  usage({
    code: 'flagValueMissing',
    what: `${flag} needs a value.`,
    why: option ? option.about : 'The command line ends, or goes on with another flag, where the value should be.',
    next: [you(`Write ${flag} ${option?.value ?? 'VALUE'}.`), seeAll(entry)],
  });

export const valueUnexpected = (flag: string, entry: CommandEntry | null): Finding =>
  usage({
    code: 'flagValueUnexpected',
    what: `${flag} takes no value.`,
    why: 'It is a switch: it is on when it is there.',
    next: [you(`Write ${flag} alone, or leave it out.`), seeAll(entry)],
  });

export const tooManyWords = (entry: CommandEntry, words: readonly string[]): Finding =>
  usage({
    code: 'tooManyArguments',
    what: `crossorg ${entry.name} takes ${countOf(entry.args.length)}, and there are ${words.length}.`,
    why: `The first one too many is ${words[entry.args.length] ?? ''}. A text with spaces needs quotes.`,
    next: [you('Put quotes around texts with spaces, or leave out what is too much.'), seeAll(entry)],
  });

const countOf = (count: number): string =>
  count === 0 ? 'no arguments' : count === 1 ? 'one argument' : `at most ${count} arguments`;

export const commandFirst = (flag: string, command: string): Finding =>
  usage({
    code: 'commandFirst',
    what: `${flag} stands before the command ${command}.`,
    why: 'Only the flags that go everywhere may stand before a command.',
    next: [you('Write the command first, then its flags.', `crossorg ${command} --help`)],
  });
