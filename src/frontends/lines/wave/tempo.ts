import type { Clock } from '../../../ports/ports.ts';
import { gapAfter } from '../heartbeat.ts';

/** Numbers are not told more often than this, in milliseconds, unless somebody asks. */
const countsEveryMs = 60_000;

/** When numbers and signs of life are due, by this computer's clock. */
export function createTempo({ now }: Clock) {
  let told = '';
  let countsAt = 0;
  let beats = 0;
  let beatAt = 0;
  const countsDueAt = (counts: string): number =>
    counts === told ? Number.POSITIVE_INFINITY : countsAt + countsEveryMs;
  const beginBeats = (): void => {
    beats = 0;
    beatAt = now() + gapAfter(0);
  };
  return {
    /** Something new begins, whose numbers are known; `mayTellAt`: when they may be told next. */
    begin: (counts: string, mayTell: 'at once' | 'in a minute'): void => {
      told = counts;
      countsAt = mayTell === 'at once' ? now() - countsEveryMs : now();
      beginBeats();
    },
    isDue: (counts: string): boolean => countsDueAt(counts) <= now(),
    /** How long nothing is due, in milliseconds. */
    quietMs: (counts: string): number => Math.max(0, Math.min(countsDueAt(counts), beatAt) - now()),
    toldCounts: (counts: string): void => {
      told = counts;
      countsAt = now();
      beginBeats();
    },
    toldBeat: (): void => {
      beats += 1;
      beatAt = now() + gapAfter(beats);
    },
  };
}
