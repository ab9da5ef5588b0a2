import { type Command, type Complete, RootCommand } from '@bomb.sh/tab';
import type { CommandEntry, OptionSpec, ValueSource } from '../command.ts';
import { type Offer, wordsIn } from './offer.ts';

export type Line = {
  /** What stands before the cursor, without the word at the cursor. */
  before: readonly string[];
  /** The word at the cursor, as far as it is written. */
  word: string;
};

export type Known = {
  table: readonly CommandEntry[];
  everywhere: readonly OptionSpec[];
  /** The command that the line is about, where there is one, with its own flags. */
  meant: { entry: CommandEntry; own: readonly OptionSpec[] } | null;
  offersOf(source: ValueSource): readonly Offer[];
};

/** Everything that fits at the cursor by the table of commands. */
export function offersAt({ before, word }: Line, known: Known): Offer[] {
  const root = new RootCommand();
  for (const option of known.everywhere) addOption(root, option, known);
  for (const { name, summary } of known.table) if (name !== '') addCommand(root.command(name, summary), known);
  // The library would print what it finds by itself; here it is only asked.
  Object.assign(root, { complete: () => undefined });
  root.parse([...before, word]);
  return fitting(root.completions, word);
}

function addCommand(command: Command, known: Known): void {
  const { meant } = known;
  if (meant?.entry.name !== command.value) return;
  for (const option of [...meant.own, ...known.everywhere]) addOption(command, option, known);
  for (const { name, many, from } of meant.entry.args)
    command.argument(name, handlerOf(name, from, known), many === true);
}

function addOption(command: Command, { flag, short, value, about, from }: OptionSpec, known: Known): void {
  if (value === undefined) command.option(flag, about, short);
  else command.option(flag, about, handlerOf(value, from, known), short);
}

const handlerOf = (placeholder: string, from: ValueSource | undefined, known: Known) => (complete: Complete) => {
  const offers = [...wordsIn(placeholder), ...(from === undefined ? [] : known.offersOf(from))];
  for (const { value, about } of offers) complete(value, about);
};

/** Whole words, the flag of `--flag=value` included, each once. */
function fitting(found: RootCommand['completions'], typed: string): Offer[] {
  const flag = /^--[^=]+=/.exec(typed)?.[0] ?? '';
  const offers = found.map(({ value, description = '' }) => ({ value: `${flag}${value}`, about: description }));
  return [...new Map(offers.map((offer) => [offer.value, offer])).values()].filter(({ value }) =>
    value.startsWith(typed),
  );
}
