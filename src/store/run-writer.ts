import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Database } from '../ports/ports.ts';
import type { LedgerEntry } from '../wave/entry.ts';
import { type EntryGroup, entryGroup } from './entry-group.ts';
import type { LedgerPorts } from './ledger.ts';
import { busyRun, unknownRun } from './ledger-findings.ts';
import { type Lock, takeLock } from './lock.ts';
import { newRunId } from './run-id.ts';
import { isKnown, placeOf, type RunPlace } from './run-place.ts';
import { guarded } from './run-reader.ts';
import { append, isUntouched, makeTable, readEntries, tableTrouble } from './run-table.ts';

/** A run open for writing. Close it: until then no other process can write to it. */
export type RunFile = {
  runId: string;
  /**
   * On disk when it returns, all of them or none. Throws when the disk is full or broken: then nothing that depends on them
   * may happen.
   */
  append(...entries: readonly LedgerEntry[]): void;
  /** The same a moment later, together with what other rows record meanwhile; resolves when it is on disk. */
  appendSoon(...entries: readonly LedgerEntry[]): Promise<void>;
  /** Everything recorded so far, in the order of writing. */
  entries(): Result<readonly LedgerEntry[], Finding>;
  close(): void;
};

type Held = { database: Database; lock: Lock; group: EntryGroup };
type Shared = { held: Promise<Result<Held, Finding>>; holders: number };

export type RunWriters = {
  create(): Promise<Result<RunFile, Finding>>;
  open(runId: string, waitMs?: number): Promise<Result<RunFile, Finding>>;
};

/** A watch in another window writes for a moment only; a wave holds its run to the end. */
const shortWaitMs = 3_000;

/** Opens runs for writing. Within one process a run that is already open is shared. */
export function createWriters(ports: LedgerPorts): RunWriters {
  const open = new Map<string, Shared>();

  const share = async (place: RunPlace, start: () => Promise<Result<Held, Finding>>) => {
    const shared = open.get(place.runId) ?? { held: guarded(place, start), holders: 0 };
    open.set(place.runId, shared);
    // Counted before the wait, so that another holder's close cannot end it meanwhile.
    shared.holders += 1;
    const leave = leaver(() => {
      shared.holders -= 1;
      if (shared.holders === 0) open.delete(place.runId);
      return shared.holders === 0;
    });
    try {
      const held = await shared.held;
      if (!held.ok) leave();
      return held.ok ? ok(runFile(place, held.value, leave)) : held;
    } catch (fault) {
      leave();
      throw fault;
    }
  };

  return {
    create: async () => {
      for (let tries = 0; tries < manyTries; tries += 1) {
        const place = await freePlace(ports);
        // Two runs that begin in the same moment may be given the same id, in this process or in two.
        if (open.has(place.runId)) continue;
        const run = await share(place, () => holdNew(ports, place));
        if (run.ok || run.error.code !== busyRun(place.runId).code) return run;
      }
      throw new Error('Every free run id was taken in the same moment');
    },
    open: async (runId, waitMs = shortWaitMs) => {
      if (!(await isKnown(ports, runId))) return err(unknownRun(runId));
      const place = placeOf(ports, runId);
      return await share(place, () => holdKnown(ports, place, waitMs));
    },
  };
}

/** Leaves once, however often it is called; says whether it was the last one out. */
function leaver(leave: () => boolean): () => boolean {
  let left = false;
  return () => {
    if (left) return false;
    left = true;
    return leave();
  };
}

const runFile = (place: RunPlace, { database, lock, group }: Held, leave: () => boolean): RunFile => ({
  runId: place.runId,
  append: (...entries) => group.now(entries),
  appendSoon: (...entries) => group.soon(entries),
  entries: () => readEntries(database, place),
  close: () => {
    if (leave()) end(database, lock);
  },
});

const manyTries = 1_000;

async function freePlace(ports: LedgerPorts): Promise<RunPlace> {
  for (let tries = 0; tries < manyTries; tries += 1) {
    const runId = newRunId(ports.clock.now(), ports.random);
    if (!(await isKnown(ports, runId))) return placeOf(ports, runId);
  }
  throw new Error('No free run id was found');
}

const holdNew = (ports: LedgerPorts, place: RunPlace): Promise<Result<Held, Finding>> =>
  holding(ports, place, 0, (database) => {
    if (!isUntouched(database)) return busyRun(place.runId);
    makeTable(database);
    return null;
  });

const holdKnown = (ports: LedgerPorts, place: RunPlace, waitMs: number): Promise<Result<Held, Finding>> =>
  holding(ports, place, waitMs, (database) => tableTrouble(database, place));

async function holding(
  ports: LedgerPorts,
  place: RunPlace,
  waitMs: number,
  prepare: (database: Database) => Finding | null,
): Promise<Result<Held, Finding>> {
  const lock = await takeLock(ports, place.lock, waitMs);
  if (lock === null) return err(busyRun(place.runId));
  let database: Database | null = null;
  try {
    database = await ports.files.database(place.path);
    const opened = database;
    const trouble = prepare(opened);
    const group = entryGroup(
      (entries) => append(opened, entries),
      () => ports.clock.sleep(0),
    );
    if (trouble === null) return ok({ database, lock, group });
    end(database, lock);
    return err(trouble);
  } catch (fault) {
    end(database, lock);
    throw fault;
  }
}

function end(database: Database | null, lock: Lock): void {
  database?.close();
  lock.release();
}
