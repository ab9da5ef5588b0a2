import type { Finding } from '../plan/finding.ts';
import { hashOf } from '../plan/id.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Clock, Database, Files, Random } from '../ports/ports.ts';
import type { LedgerEntry } from '../wave/entry.ts';
import type { RowCount } from '../wave/run-counts.ts';
import { type Found, findRows } from './find-rows.ts';
import { brokenLock, busySource } from './ledger-findings.ts';
import { type Lock, takeLock } from './lock.ts';
import { countRows } from './run-counts.ts';
import { runIds } from './run-place.ts';
import { onRun, readRun } from './run-reader.ts';
import { removeRun } from './run-remover.ts';
import { isOver, mayBeOpen, type RunHead, readHead } from './run-table.ts';
import { createWriters, type RunFile } from './run-writer.ts';
import { createStopMarks, type StopMarks } from './stop-marks.ts';
import { isStorageFault } from './storage-fault.ts';

/** `folder` is where runs are kept: simulated and live ones never share one. */
export type LedgerPorts = {
  files: Pick<Files, 'database' | 'join' | 'list' | 'read' | 'remove' | 'write'>;
  clock: Clock;
  random: Random;
  folder: string;
};

/** A run in a list: how it was opened and with how many rows, or why it cannot be read. */
export type RunListing = { runId: string; opened: Result<RunHead, Finding> };

/** The runs of this computer, one SQLite file each. Entries are only ever added. */
export type Ledger = StopMarks & {
  /** A new run, open for writing. */
  create(): Promise<Result<RunFile, Finding>>;
  /** A known run, open for writing; a finding when another process writes to it for longer than `waitMs`. */
  open(runId: string, waitMs?: number): Promise<Result<RunFile, Finding>>;
  /** Everything recorded in a run; never waits for its writer. */
  read(runId: string): Promise<Result<readonly LedgerEntry[], Finding>>;
  /** How many rows of a run stand where; none while nothing is recorded. Its plans and tasks are not read for it. */
  counts(runId: string): Promise<Result<readonly RowCount[], Finding>>;
  /** Newest first. A run that recorded nothing yet is left out. */
  list(): Promise<readonly RunListing[]>;
  /**
   * Runs that may hold a create nobody answered, newest first, and those that cannot be read. `known` holds runs that need no
   * look; those that can never have an open create again are added to it.
   */
  unsettled(known?: Set<string>): Promise<{ runIds: readonly string[]; broken: readonly Finding[] }>;
  /** What a run id, task id, sign-in name, object id, site URL, mail nickname or `last` means, newest first. */
  find(what: string): Promise<Found>;
  /** Works on a source that no other process may submit meanwhile; a finding when one does so for too long. */
  withSource<T>(source: string, work: () => Promise<T>): Promise<Result<T, Finding>>;
  /** Deletes a run that nobody writes to. */
  remove(runId: string): Promise<Result<null, Finding>>;
};

export function createLedger(ports: LedgerPorts): Ledger {
  const read = (runId: string) => readRun(ports, runId);
  return {
    ...createWriters(ports),
    ...createStopMarks(ports),
    read,
    counts: (runId) => onRun<readonly RowCount[]>(ports, runId, [], countRows),
    list: () => listRuns(ports),
    unsettled: (known = new Set()) => unsettledRuns(ports, known),
    find: async (what) => await findRows(await runIds(ports), read, what),
    withSource: (source, work) => withSource(ports, source, work),
    remove: (runId) => removeRun(ports, runId),
  };
}

async function listRuns(ports: LedgerPorts): Promise<RunListing[]> {
  const listings: RunListing[] = [];
  for (const runId of await runIds(ports)) {
    const head = await onRun(ports, runId, null, readHead);
    if (!head.ok) listings.push({ runId, opened: head });
    else if (head.value !== null) listings.push({ runId, opened: ok(head.value) });
  }
  return listings;
}

async function unsettledRuns(ports: LedgerPorts, known: Set<string>): Promise<{ runIds: string[]; broken: Finding[] }> {
  const found = { runIds: [] as string[], broken: [] as Finding[] };
  for (const runId of await runIds(ports)) {
    if (known.has(runId)) continue;
    const standing = await onRun(ports, runId, 'over' as const, (database) => ok(standingOf(database)));
    if (!standing.ok) found.broken.push(standing.error);
    else if (standing.value === 'open') found.runIds.push(runId);
    else if (standing.value === 'over') known.add(runId);
  }
  return found;
}

const standingOf = (database: Database): 'open' | 'over' | 'waiting' =>
  mayBeOpen(database) ? 'open' : isOver(database) ? 'over' : 'waiting';

/** Longer than one create with its answer usually takes. */
const sourceWaitMs = 30_000;

async function withSource<T>(ports: LedgerPorts, source: string, work: () => Promise<T>): Promise<Result<T, Finding>> {
  const path = ports.files.join(ports.folder, 'locks', `${hashOf(source).slice(0, 32)}.lock`);
  const lock = await lockSource(ports, path);
  if (!lock.ok) return lock;
  try {
    return ok(await work());
  } finally {
    lock.value.release();
  }
}

async function lockSource(ports: LedgerPorts, path: string): Promise<Result<Lock, Finding>> {
  try {
    const lock = await takeLock(ports, path, sourceWaitMs);
    return lock === null ? err(busySource()) : ok(lock);
  } catch (fault) {
    if (isStorageFault(fault)) return err(brokenLock(path));
    throw fault;
  }
}
