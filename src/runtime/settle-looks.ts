import type { Finding } from '../plan/finding.ts';
import type { Result } from '../plan/result.ts';
import { explain } from '../problems/explain.ts';
import type { Failure } from '../problems/failure.ts';
import { sourceKeyOf } from '../tasks/source-key.ts';
import { afterLook, type LookVerdict, lookGapsMs, waitForLook } from '../wave/exactly-once.ts';
import { contextOf, stillUnconfirmed } from '../wave/findings.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { type Looked, lookUp } from './look-up-source.ts';
import { openOutcome, type RowBook, takeTask } from './row-book.ts';
import type { Services } from './services.ts';

type Looking = Pick<Services, 'graph' | 'clock' | 'header'>;

/**
 * Looks for the task of a create that nobody answered. A task that is new against the baseline is ours; otherwise the row
 * stays unconfirmed, and the outcome says whether it may be sent again.
 */
export async function settleByLooks(
  services: Looking,
  book: RowBook,
  { justLost, signal }: { justLost: boolean; signal?: AbortSignal | undefined },
): Promise<SubmitOutcome> {
  const { move } = book.state().plan;
  if (sourceKeyOf(move.plan) === null) return stillOpen(book, false, null);
  if (justLost) await services.clock.sleep(lookGapsMs[0], signal);
  for (let tries = 1; ; tries += 1) {
    const looked = await lookUp(services.graph, move, signal);
    const verdict = judge(book, looked, tries);
    if (verdict.do === 'accept')
      return await takeTask(book, 'accepted', verdict.task, looked.ok ? looked.value.meta : null);
    if (verdict.do !== 'lookAgain') {
      const trouble = looked.ok ? null : explain(looked.error, contextOf(move, services.header()));
      return stillOpen(book, verdict.do === 'mayResend', trouble);
    }
    await services.clock.sleep(verdict.afterMs, signal);
  }
}

/** A look that failed proves nothing and is not recorded. */
function judge(book: RowBook, looked: Result<Looked, Failure>, tries: number): LookVerdict {
  const { intent, looks } = book.state();
  if (!looked.ok) return waitForLook(Math.max(tries, looks));
  const { look, meta } = looked.value;
  if (meta !== null) book.time.hear(meta);
  const verdict = afterLook({
    baseline: intent?.baseline ?? null,
    look,
    looks: Math.max(tries, looks + 1),
    sinceLostMs: intent === null ? 0 : book.time.now() - intent.openSince,
  });
  if (verdict.do !== 'accept') book.record({ kind: 'looked', look });
  return verdict;
}

/** The row as it stands, with what was said when the answer was lost and what went wrong with the last look. */
function stillOpen(book: RowBook, mayResend: boolean, trouble: Finding | null): SubmitOutcome {
  const { plan, finding } = book.state();
  const findings = [stillUnconfirmed(plan.move, book.runId, mayResend), finding, trouble];
  return openOutcome(
    book,
    findings.filter((one) => one !== null),
    mayResend,
  );
}
