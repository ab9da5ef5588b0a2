import type { CallKind, LogEntry } from '../../../src/simulator/world.ts';

/** Follows the table in "Avoid getting throttled or blocked in SharePoint Online"; a batch costs what is in it. */
const units: Readonly<Record<CallKind, number>> = {
  read: 1,
  validate: 2,
  create: 2,
  cancel: 2,
  mapping: 2,
  batch: 0,
  refused: 0,
};

export const unitsOf = (log: readonly LogEntry[]): number => log.reduce((sum, { kind }) => sum + units[kind], 0);

/** The most resource units that any 60 seconds of a service's log hold. */
export function busiestMinute(log: readonly Pick<LogEntry, 'at' | 'kind'>[]): number {
  let [most, from, sum] = [0, 0, 0];
  for (const { at, kind } of log) {
    sum += units[kind];
    for (let first = log[from]; first && first.at <= at - 60_000; first = log[from]) {
      sum -= units[first.kind];
      from += 1;
    }
    most = Math.max(most, sum);
  }
  return most;
}
