import type { Finding } from '../plan/finding.ts';
import type { Result } from '../plan/result.ts';
import { sourceNames } from '../tasks/source-key.ts';
import type { LedgerEntry } from '../wave/entry.ts';

/** A row of a run, or the whole run where `row` is null. */
export type FoundRow = { runId: string; row: number | null };

/** Newest first. Runs that cannot be read are named, because the answer may be in them. */
export type Found = { rows: readonly FoundRow[]; broken: readonly Finding[] };

type Read = (runId: string) => Promise<Result<readonly LedgerEntry[], Finding>>;

/** Looks a text up in all runs; a run id and `last` mean the run itself. */
export async function findRows(runIds: readonly string[], read: Read, what: string): Promise<Found> {
  const wanted = even(what.trim());
  const run = wanted === 'last' ? runIds[0] : runIds.find((runId) => runId === wanted);
  if (run !== undefined) return { rows: [{ runId: run, row: null }], broken: [] };
  const found = { rows: [] as FoundRow[], broken: [] as Finding[] };
  for (const runId of runIds) {
    const entries = await read(runId);
    if (entries.ok) found.rows.push(...rowsOf(entries.value, wanted).map((row) => ({ runId, row })));
    else found.broken.push(entries.error);
  }
  return found;
}

function rowsOf(entries: readonly LedgerEntry[], wanted: string): number[] {
  const rows = new Set<number>();
  for (const entry of entries) {
    if (entry.kind === 'opened')
      for (const plan of entry.rows)
        if (sourceNames(plan.move.plan).some((name) => even(name) === wanted)) rows.add(plan.row);
    if ('task' in entry && entry.task.id?.toLowerCase() === wanted) rows.add(entry.row);
  }
  return [...rows].sort((a, b) => a - b);
}

const even = (text: string): string => text.toLowerCase().replace(/\/+$/, '');
