import type { Confirmation } from '../plan/confirmed.ts';
import type { TaskState } from '../tasks/task.ts';
import type { LedgerEntry, RunHeader } from './entry.ts';
import { afterEntry, firstState, isOpen, type RowState, stateOf } from './row-state.ts';

/** A run as its entries tell it. */
export type RunState = {
  /** Null before the run was opened. */
  header: RunHeader | null;
  openedAt: number | null;
  confirmation: Confirmation | null;
  /** By row number. */
  rows: readonly RowState[];
};

const nothing: RunState = { header: null, openedAt: null, confirmation: null, rows: [] };

/** The state of a run is nothing but its entries, one after the other. `from` is what earlier entries came to. */
export function foldEntries(entries: readonly LedgerEntry[], from: RunState = nothing): RunState {
  const rows = new Map(from.rows.map((row) => [row.plan.row, row]));
  let run = from;
  for (const entry of entries) {
    if (entry.kind === 'opened') run = open(run, rows, entry);
    else {
      const row = rows.get(entry.row);
      if (row !== undefined) rows.set(entry.row, afterEntry(row, entry));
    }
  }
  return { ...run, rows: [...rows.values()].sort((a, b) => a.plan.row - b.plan.row) };
}

/** A later opening adds rows that were confirmed later; it never touches those that are there. */
function open(run: RunState, rows: Map<number, RowState>, entry: Extract<LedgerEntry, { kind: 'opened' }>): RunState {
  const covered = entry.rows.map(({ move }) => move.id);
  for (const plan of entry.rows) if (!rows.has(plan.row)) rows.set(plan.row, firstState(plan, entry, covered));
  return {
    ...run,
    header: run.header ?? entry.header,
    openedAt: run.openedAt ?? entry.at,
    confirmation: run.confirmation ?? entry.confirmation,
  };
}

export const rowOf = ({ rows }: RunState, row: number): RowState | null =>
  rows.find(({ plan }) => plan.row === row) ?? null;

/** Rows whose create is out without an answer. They come first, whatever else is done with their sources. */
export const openRows = ({ rows }: RunState): readonly RowState[] => rows.filter(isOpen);

/** How many rows are in which state; states without rows are left out. */
export function countStates({ rows }: RunState): Partial<Record<TaskState, number>> {
  const counts: Partial<Record<TaskState, number>> = {};
  for (const row of rows) counts[stateOf(row)] = (counts[stateOf(row)] ?? 0) + 1;
  return counts;
}
