import type { Task, TaskState } from '../tasks/task.ts';
import type { LedgerEntry } from './entry.ts';

/** One change of a task as it was recorded. */
export type HistoryLine = { at: number; state: TaskState; note: string };

const notes: Partial<Record<LedgerEntry['kind'], string>> = {
  accepted: 'accepted by the service',
  adopted: 'found in the service',
  unconfirmed: 'sent, the answer was lost',
};

/** What the ledger recorded about a row's task, a line for each change of its state. */
export const historyOf = (entries: readonly LedgerEntry[], row: number): readonly HistoryLine[] =>
  historiesOf(entries.filter((entry) => 'row' in entry && entry.row === row)).get(row) ?? [];

/** The same for all rows that have one, by row number, in one pass over the entries. */
export function historiesOf(entries: readonly LedgerEntry[]): ReadonlyMap<number, readonly HistoryLine[]> {
  const histories = new Map<number, HistoryLine[]>();
  for (const entry of entries) {
    if (!('row' in entry)) continue;
    const state = stateIn(entry);
    if (state === null) continue;
    const lines = histories.get(entry.row) ?? [];
    histories.set(entry.row, lines);
    if (state !== lines.at(-1)?.state) lines.push({ at: entry.at, state, note: notes[entry.kind] ?? '' });
  }
  return histories;
}

function stateIn(entry: LedgerEntry): Task['state'] | null {
  if (entry.kind === 'unconfirmed') return 'unconfirmed';
  return 'task' in entry && entry.task ? entry.task.state : null;
}
