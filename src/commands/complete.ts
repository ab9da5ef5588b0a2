import type { Ports } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import type { CommandEntry, ValueSource } from './command.ts';
import { type Known, type Line, offersAt } from './complete/engine.ts';
import type { Offer } from './complete/offer.ts';
import { type Hints, listers } from './complete/sources.ts';
import { everywhere } from './options.ts';

/**
 * What shells ask behind `crossorg complete -- WORDS`: the last word is the one at the cursor. A shell that cannot pass an
 * empty word gives it as `--word=` before the dashes. A line for each offer, value and description with a tab between;
 * the last line is `:4`, or `:0` where the shell offers its files.
 */
export async function complete(argv: readonly string[], ports: Ports, table: readonly CommandEntry[]): Promise<number> {
  const line = readLine(argv);
  const { offers, wantsFiles } = await find(line, ports, table);
  for (const { value, about } of offers) ports.streams.out.write(`${value}\t${shortened(about)}\n`);
  ports.streams.out.write(wantsFiles ? ':0\n' : ':4\n');
  return 0;
}

function readLine(argv: readonly string[]): Line {
  const dashes = argv.indexOf('--');
  const words = argv.slice(dashes + 1);
  const given = argv.slice(0, dashes).find((word) => word.startsWith('--word='));
  if (given !== undefined) return { before: words, word: given.slice('--word='.length) };
  return { before: words.slice(0, -1), word: words.at(-1) ?? '' };
}

/** Asked twice where a list has to be read first: once to learn which. */
async function find(line: Line, ports: Ports, table: readonly CommandEntry[]) {
  const entry = commandIn(line.before, table);
  const meant = entry ? { entry, own: await entry.options() } : null;
  const lists = new Map<ValueSource, readonly Offer[]>();
  const wanted = new Set<ValueSource>();
  const known: Known = {
    table,
    everywhere,
    meant,
    offersOf: (source) => {
      wanted.add(source);
      return lists.get(source) ?? [];
    },
  };
  const first = offersAt(line, known);
  for (const source of wanted) lists.set(source, (await listers[source](ports, hintsIn(line, ports))).filter(isPlain));
  return { offers: wanted.size === 0 ? first : offersAt(line, known), wantsFiles: wanted.has('file') };
}

/** The first word that is neither a flag nor a flag's value. */
function commandIn(words: readonly string[], table: readonly CommandEntry[]): CommandEntry | undefined {
  const takesValue = (word: string | undefined) =>
    everywhere.some(({ flag, value }) => value !== undefined && word === `--${flag}`);
  const first = words.find((word, index) => !word.startsWith('-') && !takesValue(words[index - 1]));
  return table.find(({ name }) => name !== '' && name === first);
}

const hintsIn = ({ before }: Line, { env }: Ports): Hints => ({
  simulator: before.includes('--simulator'),
  graphUrl: env.CROSSORG_GRAPH_URL || null,
});

/** A name that could not be typed back into a shell is not offered. */
const isPlain = ({ value }: Offer): boolean => /^[\p{L}\p{N}][\p{L}\p{N} ._@:+/-]*$/u.test(value);

const longest = 80;
const shortened = (text: string): string => {
  const clean = cleanText(text);
  return clean.length > longest ? `${clean.slice(0, longest - 1).trimEnd()}…` : clean;
};
