import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import { typedAsCsv } from '../wave/csv/from-typed.ts';
import type { RowState } from '../wave/row-state.ts';
import type { RunState } from '../wave/run-state.ts';
import type { Seen } from './task-lines.ts';
import { besideName, failedNotWritten, writeBeside } from './wave/writer.ts';

type Row = { row: number; typed: Typed };
type Disk = Pick<Ports, 'files' | 'machine'>;

/** Nothing of it is in the service, or its task has ended without moving anything. Open rows are for `resume`. */
export function cameToNothing({ place, task }: RowState): boolean {
  if (place === 'rejected' || place === 'conflicted') return true;
  return task?.state === 'failed' || task?.state === 'cancelled';
}

/** What belongs to a run is written into the current folder under its name: a run does not know which file it came from. */
export const pathOfRun = (runId: string, { files, machine }: Disk): string => files.join(machine.cwd, `${runId}.csv`);

/** The same for rows of a run that were looked at; null where none of them came to nothing. */
export async function failedOfRun(
  runId: string,
  { run, seen }: { run: RunState; seen: readonly Pick<Seen, 'followed'>[] },
  disk: Disk,
): Promise<Result<string, Finding> | null> {
  const meant = new Set(seen.map(({ followed }) => followed.row));
  const failed = run.rows.filter((row) => meant.has(row.plan.row) && cameToNothing(row)).map(({ plan }) => plan);
  if (failed.length === 0) return null;
  return failedRowsWriter(pathOfRun(runId, disk), failed, disk)(failed.map(({ row }) => row));
}

/** Writes rows to be repeated in the form that `wave` reads, beside a path, and says where. */
export const failedRowsWriter =
  (path: string, all: readonly Row[], { files }: Pick<Disk, 'files'>) =>
  async (rows: readonly number[]): Promise<Result<string, Finding>> => {
    const meant = new Set(rows);
    const beside = besideName(path.replace(/\.json$/i, '.csv'), 'failed');
    const text = typedAsCsv(all.filter(({ row }) => meant.has(row)));
    const written = await writeBeside(files, beside, text);
    return written === null ? err(failedNotWritten(beside)) : ok(written);
  };
