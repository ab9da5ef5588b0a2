import type { LedgerEntry } from '../wave/entry.ts';
import { type HistoryLine, historyOf } from '../wave/history.ts';
import type { RowState } from '../wave/row-state.ts';
import { foldEntries, rowOf } from '../wave/run-state.ts';
import type { Followed } from './state.ts';

/** A submitted row as the screens follow it, read back from its run; null when nothing of it was submitted. */
export function followRow(entries: readonly LedgerEntry[], row: number): Followed | null {
  const run = foldEntries(entries);
  const state = rowOf(run, row);
  return run.header && state ? followState(run.header.runId, state, historyOf(entries, row)) : null;
}

/** The same for a row that is read already. */
export function followState(runId: string, state: RowState, history: readonly HistoryLine[]): Followed | null {
  const { plan, task, intent, findings, finding, acceptedAt, at } = state;
  if (task === null && intent === null) return null;
  return {
    runId,
    row: plan.row,
    move: plan.move,
    task,
    history,
    findings,
    trouble: finding,
    acceptedAt: acceptedAt ?? intent?.at ?? at,
    nextLookAt: null,
    looks: 0,
  };
}
