import type { LedgerPorts } from './ledger.ts';
import { isRunId } from './run-id.ts';

/** Where a run is kept: its record, the lock of whoever writes to it, and the mark that asks that one to stop. */
export type RunPlace = { runId: string; path: string; lock: string; stopMark: string };

const ending = '.sqlite';

export const placeOf = ({ files, folder }: LedgerPorts, runId: string): RunPlace => ({
  runId,
  path: files.join(folder, `${runId}${ending}`),
  lock: files.join(folder, `${runId}.lock`),
  stopMark: files.join(folder, `${runId}.stop`),
});

/** All runs in the folder, newest first. */
export const runIds = async ({ files, folder }: LedgerPorts): Promise<string[]> =>
  (await files.list(folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter(isRunId)
    .sort()
    .reverse();

export const isKnown = async (ports: LedgerPorts, runId: string): Promise<boolean> =>
  isRunId(runId) && (await runIds(ports)).includes(runId);
