import { slips } from '../plan/parse/slips.ts';

/** The candidate that a mistyped word most likely means, or undefined when none is near enough. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const allowed = word.length <= 3 ? 1 : 2;
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: slips(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= allowed || isShortFor(word, candidate))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

const isShortFor = (word: string, candidate: string): boolean =>
  word.length >= 3 && candidate.toLowerCase().startsWith(word.toLowerCase());

/** No name comes near this. */
const longest = 60;
