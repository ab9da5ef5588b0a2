import type { LedgerEntry } from '../wave/entry.ts';
import { historyOf } from '../wave/history.ts';
import { foldEntries, rowOf } from '../wave/run-state.ts';
import type { Followed } from './state.ts';

/** A submitted row as the screens follow it, read back from its run; null when nothing of it was submitted. */
export function followRow(entries: readonly LedgerEntry[], row: number): Followed | null {
  const run = foldEntries(entries);
  const state = rowOf(run, row);
  if (!run.header || !state || (state.task === null && state.intent === null)) return null;
  return {
    runId: run.header.runId,
    row,
    move: state.plan.move,
    task: state.task,
    history: historyOf(entries, row),
    findings: state.findings,
    trouble: state.finding,
    acceptedAt: state.acceptedAt ?? state.intent?.at ?? state.at,
    nextLookAt: null,
    looks: 0,
  };
}
