import { slips } from './slips.ts';

/** The one word that is a slip of the finger or two away from `text`; nothing where there are several. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const word = text.toLowerCase();
  if (word.length > 20) return undefined;
  const near = words.filter((candidate) => isNear(word, candidate, candidate.length < 7 ? 1 : 2));
  return near.length === 1 ? near[0] : undefined;
}

/** Words of other lengths or letters are not worth counting: a long file asks this a hundred thousand times. */
const isNear = (word: string, candidate: string, most: number): boolean =>
  Math.abs(word.length - candidate.length) <= most &&
  strangers(word, candidate) <= most &&
  strangers(candidate, word) <= most &&
  slips(word, candidate) <= most;

/** How many letters of a word are nowhere in the other one: each of them is a slip. */
function strangers(word: string, other: string): number {
  let count = 0;
  for (const letter of word) if (!other.includes(letter)) count += 1;
  return count;
}
