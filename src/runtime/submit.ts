import type { CleanDryRun, ConfirmedMove } from '../plan/confirmed.ts';
import type { Finding } from '../plan/finding.ts';
import type { Typed } from '../plan/typed.ts';
import type { RowPlan } from '../wave/entry.ts';
import { foldEntries, rowOf } from '../wave/run-state.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { settleElsewhere } from './elsewhere.ts';
import { holdingSource } from './hold.ts';
import { rowBook } from './row-book.ts';
import { sendPatiently } from './send-row.ts';
import type { Services } from './services.ts';

export type Submission = {
  confirmed: ConfirmedMove;
  dryRun: CleanDryRun;
  typed: Typed;
  /** Its number where it came from a file or an earlier run, and its line there. */
  row?: number;
  line?: number | null;
};

/** Submits one confirmed move as a run of its own, exactly once, whatever happens on the way. */
export async function submitMove(services: Services, submission: Submission): Promise<SubmitOutcome> {
  const { move } = submission.confirmed;
  const held = await holdingSource(services, move, async () => {
    const { outcome, warnings } = await settleElsewhere(services, move);
    return withWarnings(outcome ?? (await submitAsRun(services, submission)), warnings);
  });
  return held.ok ? held.value : { result: 'conflict', runId: null, findings: [held.error] };
}

export const withWarnings = (outcome: SubmitOutcome, warnings: readonly Finding[]): SubmitOutcome => ({
  ...outcome,
  findings: [...outcome.findings, ...warnings],
});

async function submitAsRun(services: Services, submission: Submission): Promise<SubmitOutcome> {
  const { confirmed, dryRun, typed, row: number = 1, line = null } = submission;
  const { move, confirmation } = confirmed;
  const file = await services.ledger.create();
  if (!file.ok) return { result: 'rejected', runId: null, findings: [file.error] };
  try {
    const plan: RowPlan = { row: number, line, typed, move, dryRun };
    const header = { ...services.header(), runId: file.value.runId };
    const opened = { kind: 'opened', at: confirmation.at, header, rows: [plan], confirmation } as const;
    file.value.append(opened);
    const row = rowOf(foldEntries([opened]), number);
    if (row === null) throw new Error('A run that was just opened has no row');
    return await sendPatiently(services, rowBook(file.value, row, services.clock.now), confirmed);
  } finally {
    file.value.close();
  }
}
