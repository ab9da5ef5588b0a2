import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { LedgerPorts } from './ledger.ts';
import { busyRun, unknownRun } from './ledger-findings.ts';
import { takeLock } from './lock.ts';
import { isKnown, placeOf } from './run-place.ts';

/** Deletes a run's record, unless somebody writes to it. Its empty lock file goes last. */
export async function removeRun(ports: LedgerPorts, runId: string): Promise<Result<null, Finding>> {
  if (!(await isKnown(ports, runId))) return err(unknownRun(runId));
  const { path, lock, stopMark } = placeOf(ports, runId);
  const taken = await takeLock(ports, lock, 0);
  if (taken === null) return err(busyRun(runId));
  try {
    for (const file of [path, `${path}-wal`, `${path}-shm`, stopMark]) await ports.files.remove(file);
  } finally {
    taken.release();
  }
  await ports.files.remove(lock);
  return ok(null);
}
