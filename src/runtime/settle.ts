import { ConfirmedMove } from '../plan/confirmed.ts';
import { localFinding } from '../problems/explain.ts';
import { sourceKeyOf } from '../tasks/source-key.ts';
import { resendAfterMs } from '../wave/exactly-once.ts';
import { contextOf } from '../wave/findings.ts';
import { isOpen } from '../wave/row-state.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { runDryRun } from './dry-run.ts';
import { holdingRow, holdingSource, moveOf, type RowAddress } from './hold.ts';
import { openOutcome, type RowBook } from './row-book.ts';
import { sendPatiently } from './send-row.ts';
import type { Services } from './services.ts';
import { settleByLooks } from './settle-looks.ts';

export type Settling = RowAddress & {
  /** Somebody wants it sent once more, should it be allowed. */
  resend: boolean;
};

/** Goes on with a row whose create is out without an answer: after a crash, by `resume`, or while a wizard watches. */
export async function settleRow(services: Services, settling: Settling, signal?: AbortSignal): Promise<SubmitOutcome> {
  const move = await moveOf(services, settling);
  if (!move.ok) return unknowable(services, settling, move.error);
  const held = await holdingSource(services, move.value, () =>
    holdingRow(services, settling, (book) => settleBook(services, book, settling.resend, signal)),
  );
  if (!held.ok) return unknowable(services, settling, held.error);
  return held.value.ok ? held.value.value : unknowable(services, settling, held.value.error);
}

/** Nothing could be read or asked, so nothing is known that was not known before. */
const unknowable = (
  { clock }: Services,
  { runId, row }: RowAddress,
  finding: SubmitOutcome['findings'][number],
): SubmitOutcome => ({ result: 'unconfirmed', runId, row, at: clock.now(), findings: [finding], mayResend: false });

/** The same with the source and the run held. A row that somebody settled meanwhile only tells how. */
export async function settleBook(
  services: Services,
  book: RowBook,
  resend: boolean,
  signal?: AbortSignal,
): Promise<SubmitOutcome> {
  if (!isOpen(book.state())) return knownOutcome(book);
  const outcome = await settleByLooks(services, book, { justLost: false, signal });
  if (outcome.result !== 'unconfirmed' || !resend) return outcome;
  if (outcome.mayResend) return await sendAgain(services, book, signal);
  return { ...outcome, findings: [...tooEarly(book), ...outcome.findings] };
}

function tooEarly(book: RowBook): SubmitOutcome['findings'] {
  const { plan, intent } = book.state();
  if (intent === null || sourceKeyOf(plan.move.plan) === null) return [];
  const leftMs = intent.openSince + resendAfterMs - book.time.now();
  return [
    localFinding('resendTooEarly', { ...contextOf(plan.move), run: book.runId, seconds: Math.ceil(leftMs / 1000) }),
  ];
}

/** The only way to a second create: a fresh clean dry run of the same plan, and the recorded confirmation. */
async function sendAgain(services: Services, book: RowBook, signal?: AbortSignal): Promise<SubmitOutcome> {
  const { plan, confirmation, covered } = book.state();
  const confirmed = ConfirmedMove.recall(plan.move, confirmation, covered);
  if (!confirmed.ok) return openOutcome(book, [confirmed.error], false);
  const report = await runDryRun(services, plan.move, [], signal);
  if (report.clean === null) return openOutcome(book, report.findings, true);
  book.record({ kind: 'cleared', dryRun: report.clean });
  return await sendPatiently(services, book, confirmed.value, signal);
}

/** What the record says of a row that needs no settling. */
function knownOutcome(book: RowBook): SubmitOutcome {
  const { runId, row } = book;
  const { place, task, acceptedAt, finding, findings } = book.state();
  if ((place === 'accepted' || place === 'adopted') && task !== null)
    return { result: place, runId, row, task, at: acceptedAt ?? book.time.now(), findings };
  return {
    result: place === 'conflicted' ? 'conflict' : 'rejected',
    runId,
    findings: finding === null ? [] : [finding],
  };
}
