import { duration } from '../../plan/schedule.ts';

const firstMs = 30_000;
const longestMs = 600_000;

/** How long nothing is said before a sign of life, after so many of them: 30 s, then twice as long, up to 10 min. */
export const gapAfter = (beats: number): number => Math.min(firstMs * 2 ** beats, longestMs);

const units = { s: 'second', min: 'minute', h: 'hour', d: 'day' } as const;

/** Lengths of time in a sentence of ours in whole words, as they are read aloud: `4 min` is 4 minutes. */
export const spellOut = (text: string): string =>
  text.replace(
    /\b(\d+) (s|min|h|d)\b/g,
    (_, count: string, unit: keyof typeof units) => `${count} ${units[unit]}${count === '1' ? '' : 's'}`,
  );

export const spelled = (ms: number): string => spellOut(duration(ms));
