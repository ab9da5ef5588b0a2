/** The candidate that a mistyped word most likely means, or undefined when none is near enough. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const allowed = word.length <= 3 ? 1 : 2;
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distanceBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= allowed || isShortFor(word, candidate))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

const isShortFor = (word: string, candidate: string): boolean =>
  word.length >= 3 && candidate.toLowerCase().startsWith(word.toLowerCase());

/** No name comes near this. */
const longest = 60;

/** How many letters to add, drop, change or swap with their neighbour. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
