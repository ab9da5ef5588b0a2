import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Database } from '../ports/ports.ts';
import type { LedgerEntry } from '../wave/entry.ts';
import type { LedgerPorts } from './ledger.ts';
import { brokenRun, unknownRun } from './ledger-findings.ts';
import { takeLock } from './lock.ts';
import { isKnown, placeOf, type RunPlace } from './run-place.ts';
import { isUntouched, readEntries, tableTrouble } from './run-table.ts';
import { isStorageFault } from './storage-fault.ts';

/** Reads a run without its writer's lock: readers never wait for a writer, nor it for them. */
export async function readRun(ports: LedgerPorts, runId: string): Promise<Result<readonly LedgerEntry[], Finding>> {
  return await onRun(ports, runId, [], readEntries);
}

/** Works on a run's file for reading. `untouched` is the answer for a run whose writer is just making its file. */
export async function onRun<T>(
  ports: LedgerPorts,
  runId: string,
  untouched: T,
  work: (database: Database, place: RunPlace) => Result<T, Finding>,
): Promise<Result<T, Finding>> {
  if (!(await isKnown(ports, runId))) return err(unknownRun(runId));
  const place = placeOf(ports, runId);
  return await guarded(place, async () => {
    const database = await ports.files.database(place.path);
    try {
      if (isUntouched(database))
        return (await isBeingMade(ports, place)) ? ok(untouched) : err(brokenRun(place, emptiness));
      const trouble = tableTrouble(database, place);
      return trouble === null ? work(database, place) : err(trouble);
    } finally {
      database.close();
    }
  });
}

/** A crash in the moment of making it leaves such a file; so does the loss of what it held. */
const emptiness = 'It is empty.';

async function isBeingMade(ports: LedgerPorts, { lock }: RunPlace): Promise<boolean> {
  const taken = await takeLock(ports, lock, 0);
  taken?.release();
  return taken === null;
}

/** What the disk or the file is at fault for becomes a finding. */
export async function guarded<T>(
  place: RunPlace,
  work: () => Promise<Result<T, Finding>>,
): Promise<Result<T, Finding>> {
  try {
    return await work();
  } catch (fault) {
    if (isStorageFault(fault)) return err(brokenRun(place, `The system says: ${fault.message}.`));
    throw fault;
  }
}
