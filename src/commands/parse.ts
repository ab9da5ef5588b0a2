import { Command, CommanderError, Option } from 'commander';
import type { Finding } from '../plan/finding.ts';
import { type CommandEntry, flagKey, type OptionSpec, type Raw } from './command.ts';
import { everywhere } from './options.ts';
import {
  commandFirst,
  flagName,
  tooManyWords,
  unknownCommand,
  unknownFlag,
  valueMissing,
  valueUnexpected,
} from './usage.ts';

export type Parsed =
  | { kind: 'run'; entry: CommandEntry; raw: Raw }
  | { kind: 'help'; entry: CommandEntry }
  | { kind: 'version' }
  | { kind: 'refused'; finding: Finding };

type Table = readonly CommandEntry[];
/** What is known while the command line is read, for the words of a refusal. */
type Reading = { entry: CommandEntry | null; options: readonly OptionSpec[]; result: Parsed | null };

/** Reads a command line by the table. A flag that goes everywhere may stand before the command or after it. */
export async function parseArgv(argv: readonly string[], table: Table): Promise<Parsed> {
  const reading: Reading = { entry: null, options: everywhere, result: null };
  const program = buildProgram(table, reading);
  try {
    await program.parseAsync(helpAsFlag(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'refused', finding: refusalOf(error, program, table, reading) };
  }
  if (reading.result === null) throw new Error('the command line was read, but nothing came of it');
  return reading.result;
}

/** `crossorg help migrate` is `crossorg migrate --help`. */
const helpAsFlag = (argv: readonly string[]): string[] =>
  argv[0] === 'help' ? [...argv.slice(1), '--help'] : [...argv];

function buildProgram(table: Table, reading: Reading): Command {
  const program = new Command('crossorg').exitOverride().helpOption(false).helpCommand(false);
  program.configureOutput({ writeErr: () => {}, writeOut: () => {} }).showSuggestionAfterError(false);
  for (const option of everywhere) program.addOption(toCommander(option));
  for (const entry of table) {
    const command = entry.name === '' ? program : program.command(entry.name);
    for (const { name, many } of entry.args) command.argument(`[${name}${many ? '...' : ''}]`);
    command.action(() => {
      reading.result = outcomeOf(command, entry, reading.options);
    });
  }
  program.hook('preSubcommand', (_, command) => addOwnOptions(command, table, reading));
  return program;
}

/** Asked for only when its command is meant: the words of some flags take a moment to load. */
async function addOwnOptions(command: Command, table: Table, reading: Reading): Promise<void> {
  reading.entry = table.find(({ name }) => name === command.name()) ?? null;
  const own = (await reading.entry?.options()) ?? [];
  for (const option of own) command.addOption(toCommander(option));
  reading.options = [...own, ...everywhere];
}

const toCommander = ({ flag, short, value, about }: OptionSpec): Option =>
  new Option(`${short ? `-${short}, ` : ''}--${flag}${value ? ` <${value}>` : ''}`, about);

function outcomeOf(command: Command, entry: CommandEntry, options: readonly OptionSpec[]): Parsed {
  const values: Record<string, unknown> = command.optsWithGlobals();
  const given = options.filter(({ flag }) => command.getOptionValueSourceWithGlobals(flagKey(flag)) === 'cli');
  const swallowed = given.find(({ flag }) => isFlagOf(options, values[flagKey(flag)]));
  if (swallowed) return { kind: 'refused', finding: valueMissing(`--${swallowed.flag}`, entry, swallowed) };
  const set = new Set(given.map(({ flag }) => flagKey(flag)));
  if (set.has('version')) return { kind: 'version' };
  if (set.has('help')) return { kind: 'help', entry };
  const flags = Object.fromEntries([...set].map((key) => [key, values[key] as string | boolean]));
  return { kind: 'run', entry, raw: { args: [...command.args], flags, set } };
}

/** A flag where another flag's value should be: the value was forgotten. */
const isFlagOf = (options: readonly OptionSpec[], value: unknown): boolean =>
  typeof value === 'string' && options.some(({ flag }) => value === `--${flag}`);

function refusalOf(error: CommanderError, program: Command, table: Table, { entry, options }: Reading): Finding {
  const first = program.args[0];
  if (entry === null && first !== undefined && !first.startsWith('-')) return unknownCommand(first, table);
  if (error.code === 'commander.excessArguments' && entry) return tooManyWords(entry, wordsOf(program, entry));
  const flag = flagName(/'(?:-\w, )?(-[^\s']*)/.exec(error.message)?.[1] ?? '');
  const option = options.find((known) => `--${known.flag}` === flag);
  if (error.code === 'commander.optionMissingArgument') return valueMissing(flag, entry, option);
  if (option) return valueUnexpected(flag, entry);
  const later = entry === null ? table.find(({ name }) => name !== '' && program.args.includes(name)) : undefined;
  return later ? commandFirst(flag, later.name) : unknownFlag(flag, entry, options);
}

const wordsOf = (program: Command, entry: CommandEntry): string[] =>
  program.commands.find((command) => command.name() === entry.name)?.args ?? [];
