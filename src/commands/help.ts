import { besides, wrap } from '../frontends/layout.ts';
import type { ArgSpec, CommandEntry, OptionSpec } from './command.ts';
import { everywhere } from './options.ts';

const width = 79;
const column = 26;

/** What `crossorg` says where there is no terminal for its wizard. */
export const shortHelp = (wizard: CommandEntry): string =>
  text([...wrap(wizard.summary, width), '', ...exampleLines(wizard), '', 'All commands and flags: crossorg --help']);

/** What `crossorg --help` says. */
export const programHelp = (table: readonly CommandEntry[], wizard: CommandEntry): string =>
  text([
    ...wrap(wizard.summary, width),
    '',
    ...exampleLines(wizard),
    '',
    'Commands',
    ...table.flatMap(({ name, summary }) => (name === '' ? [] : row(name, summary))),
    '',
    'Flags that go everywhere',
    ...everywhere.flatMap(optionLines),
    '',
    'Flags of one command: crossorg COMMAND --help',
    'Exit codes: 0 done, 1 fault, 2 usage, 3 not ready, 4 sign-in, 5 mixed,',
    '6 failed, 7 unreachable, 8 time limit, 9 conflict, 130 stopped',
  ]);

/** What `crossorg COMMAND --help` says: examples first. */
export async function commandHelp(entry: CommandEntry): Promise<string> {
  const own = await entry.options();
  return text([
    ...wrap(entry.summary, width),
    '',
    ...exampleLines(entry),
    '',
    'Usage',
    `  crossorg ${[entry.name, ...entry.args.map(argUsage), '[flags]'].join(' ')}`,
    ...entry.args.flatMap(({ name, about }) => row(name, about)),
    ...(own.length === 0 ? [] : ['', 'Flags', ...own.flatMap(optionLines)]),
    '',
    'Flags that go everywhere',
    ...everywhere.flatMap(optionLines),
  ]);
}

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

const row = (label: string, about: string): string[] => besides(`  ${label}`, about, { column, width });

/** Lines to copy stay whole, however long they are. */
const exampleLines = ({ examples }: CommandEntry): string[] => [
  'Examples',
  ...examples.flatMap(({ line, about }) => [`  ${line}`, `      ${about}`]),
];

const argUsage = ({ name, many, needed }: ArgSpec): string => {
  const shown = `${name}${many ? '...' : ''}`;
  return needed ? shown : `[${shown}]`;
};

const optionLines = ({ flag, short, value, about }: OptionSpec): string[] =>
  row(`${short ? `-${short}, ` : ''}--${flag}${value ? ` ${value}` : ''}`, about);
