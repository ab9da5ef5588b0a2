/** The one word that a slip of the finger away from `text`; nothing where two are equally near. */
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

/** How many letters were left out, added, changed or swapped with their neighbour. */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          changed,
          swapped ? at(beforeLast, j - 2) + 1 : a.length + b.length,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
