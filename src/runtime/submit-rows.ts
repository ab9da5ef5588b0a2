import type { Finding } from '../plan/finding.ts';
import { ok, type Result } from '../plan/result.ts';
import type { RowPlan } from '../wave/entry.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { settleElsewhere } from './elsewhere.ts';
import { holdingRow, holdingSource } from './hold.ts';
import { type RowBook, refuse, takeTask } from './row-book.ts';
import { sendPatiently } from './send-row.ts';
import type { Services } from './services.ts';
import { settleBook } from './settle.ts';
import { type Submission, submitMove, withWarnings } from './submit.ts';

export type RowSubmission = Submission & { row: number; line: number | null };

/** What came of each row, by its number. Rows that are not in it were not begun. */
export type Submitted = { runId: string | null; outcomes: ReadonlyMap<number, SubmitOutcome> };

/**
 * Submits rows that were confirmed together as one run, one after the other. All of them are on disk before the first is
 * sent, so that `resume` can go on with the others.
 */
export async function submitRows(
  services: Services,
  rows: readonly RowSubmission[],
  mayGoOn: () => boolean,
): Promise<Submitted> {
  const [first, ...others] = rows;
  if (first === undefined) return { runId: null, outcomes: new Map() };
  if (others.length === 0) {
    const outcome = await submitMove(services, first);
    return { runId: outcome.runId, outcomes: new Map([[first.row, outcome]]) };
  }
  const opened = await openRun(services, rows, first);
  if (!opened.ok) return { runId: null, outcomes: new Map(rows.map(({ row }) => [row, unwritten(opened.error)])) };
  const runId = opened.value;
  const outcomes = new Map<number, SubmitOutcome>();
  for (const submission of rows) {
    if (!mayGoOn()) break;
    outcomes.set(submission.row, await submitRow(services, runId, submission));
  }
  return { runId, outcomes };
}

const unwritten = (finding: Finding): SubmitOutcome => ({ result: 'rejected', runId: null, findings: [finding] });

/** The run is closed again before a row is sent: sources are locked before runs, as everywhere. */
async function openRun(
  { ledger, header }: Services,
  rows: readonly RowSubmission[],
  { confirmed: { confirmation } }: RowSubmission,
): Promise<Result<string, Finding>> {
  const file = await ledger.create();
  if (!file.ok) return file;
  const { runId } = file.value;
  const plans = rows.map(
    ({ row, line, typed, dryRun, confirmed }): RowPlan => ({ row, line, typed, move: confirmed.move, dryRun }),
  );
  try {
    file.value.append({
      kind: 'opened',
      at: confirmation.at,
      header: { ...header(), runId },
      rows: plans,
      confirmation,
    });
    return ok(runId);
  } finally {
    file.value.close();
  }
}

async function submitRow(services: Services, runId: string, { confirmed, row }: RowSubmission): Promise<SubmitOutcome> {
  const held = await holdingSource(services, confirmed.move, async () => {
    const { outcome, warnings } = await settleElsewhere(services, confirmed.move);
    const written = await holdingRow(services, { runId, row }, async (book) => {
      if (outcome !== null) return await noted(book, outcome);
      // Another process may have gone on with the run meanwhile.
      const isUntouched = book.state().place === 'draft';
      return isUntouched ? await sendPatiently(services, book, confirmed) : await settleBook(services, book, false);
    });
    return withWarnings(written.ok ? written.value : conflict(runId, written.error), warnings);
  });
  return held.ok ? held.value : conflict(runId, held.error);
}

const conflict = (runId: string, finding: Finding): SubmitOutcome => ({
  result: 'conflict',
  runId,
  findings: [finding],
});

/** An open row of another run decided it: this run says so too. */
async function noted(book: RowBook, outcome: SubmitOutcome): Promise<SubmitOutcome> {
  if (outcome.result === 'accepted' || outcome.result === 'adopted')
    return await takeTask(book, 'adopted', outcome.task, null);
  const [finding] = outcome.findings;
  if (finding !== undefined) refuse(book, outcome.result === 'conflict' ? 'conflicted' : 'unsent', finding);
  return outcome;
}
