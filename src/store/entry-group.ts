import type { LedgerEntry } from '../wave/entry.ts';

/** Entries of several rows that come together are written together: one wait for the disk serves them all. */
export type EntryGroup = {
  /** Written when it returns, with all that wait. Throws what the writing throws. */
  now(entries: readonly LedgerEntry[]): void;
  /** Resolves when written, a moment later. Rejects with what the writing throws. */
  soon(entries: readonly LedgerEntry[]): Promise<void>;
};

type Waiting = { entries: readonly LedgerEntry[]; done: () => void; failed: (fault: unknown) => void };

/** `write` takes all entries or none; `moment` is how long others are waited for. */
export function entryGroup(write: (entries: readonly LedgerEntry[]) => void, moment: () => Promise<void>): EntryGroup {
  let waiting: Waiting[] = [];
  const now = (entries: readonly LedgerEntry[]): void => {
    const earlier = waiting;
    waiting = [];
    try {
      write([...earlier.flatMap((one) => one.entries), ...entries]);
      for (const { done } of earlier) done();
    } catch (fault) {
      for (const { failed } of earlier) failed(fault);
      throw fault;
    }
  };
  const flush = (): void => {
    // Who waits hears of the fault; nobody else is there to.
    if (waiting.length > 0) quietly(() => now([]));
  };
  const give = (fault: unknown): void => {
    const lost = waiting;
    waiting = [];
    for (const { failed } of lost) failed(fault);
  };
  return {
    now,
    soon: (entries) =>
      new Promise((done, failed) => {
        waiting.push({ entries, done, failed });
        if (waiting.length === 1) moment().then(flush, give);
      }),
  };
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {}
}
