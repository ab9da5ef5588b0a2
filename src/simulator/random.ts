/** Evenly between 0 (included) and 1 (excluded); the same seed and salt always give the same. */
export function fractionOf(...salt: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of salt.join('|')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** A whole number of milliseconds between the two, by seed and salt. */
export const between = (lowMs: number, highMs: number, ...salt: readonly (string | number)[]): number =>
  Math.round(lowMs + fractionOf(...salt) * (highMs - lowMs));

/** A GUID in lower case, the same for the same salt. */
export function guidOf(...salt: readonly (string | number)[]): string {
  const part = (index: number) => Math.floor(fractionOf(...salt, index) * 2 ** 32);
  const hex = [0, 1, 2, 3].map((index) => part(index).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** What is drawn from: the position is kept in the world, so that a saved world goes on where it stopped. */
type Source = { seed: number; startedAt: number; draws: number };

/** A new GUID. Worlds of one seed that started at different times never share one. */
export function nextGuid(source: Source): string {
  source.draws += 1;
  return guidOf(source.seed, source.startedAt, source.draws);
}

/** A new number of milliseconds between the two. */
export function nextBetween(source: Source, lowMs: number, highMs: number): number {
  source.draws += 1;
  return between(lowMs, highMs, source.seed, source.draws);
}
