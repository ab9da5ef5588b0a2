import type { ConfirmedMove } from '../plan/confirmed.ts';
import type { Finding } from '../plan/finding.ts';
import { slept } from '../ports/slept.ts';
import { explain, isAboutTenant, localFinding } from '../problems/explain.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import { afterAnswer, afterBaseline, afterRefusal, isNew } from '../wave/exactly-once.ts';
import { contextOf } from '../wave/findings.ts';
import { isOpen } from '../wave/row-state.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { lookBefore } from './look-before.ts';
import { openOutcome, type RowBook, refuse, takeTask } from './row-book.ts';
import type { Services } from './services.ts';
import { settleByLooks } from './settle-looks.ts';

export type Sending = Pick<Services, 'graph' | 'ledger' | 'clock' | 'random' | 'header' | 'onThrottled' | 'renew'> & {
  /** One of many rows: a refusal that is about the tenants is none of the row's, which stays as it was. */
  isWave?: boolean;
  /** The answer to the create was lost; from here on the row is only looked for. */
  onLost?: () => void;
  /** Between the look and the create: waits for its turn, and says whether the create may still leave. */
  mayCreate?: () => Promise<boolean>;
};

/**
 * `retryAfterMs`: the service turned the create away unread and named a wait; the same row may be sent after it.
 * `isTenantWide`: what stood against it would meet every other row as well. `isSignedOut`: the create was turned away with 401.
 * `isHeldBack`: nothing was sent, and nothing is known that was not known before.
 */
export type Sent = {
  outcome: SubmitOutcome;
  retryAfterMs: number | null;
  isTenantWide: boolean;
  isSignedOut?: boolean;
  isHeldBack?: boolean;
};

const done = (outcome: SubmitOutcome, cause: Failure | null = null): Sent => ({
  outcome,
  retryAfterMs: null,
  isTenantWide: cause !== null && isAboutTenant(cause),
});

/**
 * One row, sent at most once: looks first what is there, writes down what it is about to do, creates, and settles what
 * came of it. The caller holds the source and has settled its open rows. A create that was turned away with 401 did
 * nothing: with a new token of the same tenant the row is looked at, recorded and sent once more.
 */
export async function sendRow(services: Sending, book: RowBook, confirmed: ConfirmedMove): Promise<Sent> {
  const sent = await sendOnce(services, book, confirmed);
  return sent.isSignedOut && (await services.renew?.()) ? await sendOnce(services, book, confirmed) : sent;
}

async function sendOnce(services: Sending, book: RowBook, confirmed: ConfirmedMove): Promise<Sent> {
  const { move } = confirmed;
  const looked = await lookBefore(services, move);
  if (!looked.ok) return done(lookFailed(services, book, looked.error), looked.error);
  const { look, meta } = looked.value;
  if (meta !== null) book.time.hear(meta);
  const before = book.state();
  book.record({ kind: 'baseline', look });
  // The create that was thought lost took effect late.
  if (isOpen(before) && isNew(before.intent?.baseline ?? null, look))
    return done(await takeTask(book, 'accepted', look.task, meta));
  const verdict = afterBaseline(move, look);
  switch (verdict.do) {
    case 'conflict':
      return done(refuse(book, 'conflicted', verdict.finding));
    case 'adopt':
      return done(await takeTask(book, 'adopted', verdict.task, meta));
    case 'send':
      if (services.mayCreate && !(await services.mayCreate())) return heldBack(book);
      return await create(services, book, confirmed, isOpen(before));
  }
}

const heldBack = ({ runId }: RowBook): Sent => ({
  ...done({ result: 'rejected', runId, findings: [] }),
  isHeldBack: true,
});

/** Nothing goes out without a baseline. A row whose earlier create is open stays open. */
function lookFailed({ header }: Sending, book: RowBook, failure: Failure): SubmitOutcome {
  const finding = explain(failure, contextOf(book.state().plan.move, header()));
  return isOpen(book.state()) ? openOutcome(book, [finding], true) : refuse(book, 'unsent', finding);
}

async function create(services: Sending, book: RowBook, confirmed: ConfirmedMove, isResend: boolean): Promise<Sent> {
  const context = contextOf(confirmed.move, services.header());
  const clientRequestId = services.random.guid();
  await book.recordSoon({ kind: 'intended', planId: confirmed.move.id, clientRequestId });
  const answer = await services.graph.create(confirmed, clientRequestId);
  const meta = answer.ok ? answer.value.meta : metaOf(answer.error);
  if (meta !== null) book.time.hear(meta);
  const verdict = afterAnswer(answer);
  switch (verdict.do) {
    case 'accept':
      return done(await takeTask(book, 'accepted', verdict.task, meta));
    case 'reject': {
      const isForAll = services.isWave === true && isAboutTenant(verdict.failure);
      const outcome = refuse(book, isForAll ? 'unsent' : 'rejected', explain(verdict.failure, context));
      return done(outcome, verdict.failure);
    }
    case 'unsent': {
      const { failure, retryAfterMs } = verdict;
      const finding = explain(failure, context);
      const outcome = isResend ? staysOpen(book, finding) : refuse(book, 'unsent', finding);
      return { ...done(outcome, failure), retryAfterMs, isSignedOut: !isResend && isSignedOut(failure) };
    }
    case 'lookUp':
      return done(await takeOther(services, book, verdict.failure));
    case 'settle': {
      const finding = verdict.failure ? explain(verdict.failure, context) : localFinding('acceptedWithoutId', context);
      return done(await settleLost(services, book, finding));
    }
  }
}

const isSignedOut = (failure: Failure): boolean => failure.kind === 'http' && failure.meta.status === 401;

/** A second create that was turned away unread says nothing of the first, which is still without an answer. */
function staysOpen(book: RowBook, finding: Finding): SubmitOutcome {
  book.record({ kind: 'unconfirmed', finding });
  return openOutcome(book, [finding], false);
}

const metaOf = (failure: Failure): AnswerMeta | null => ('meta' in failure ? failure.meta : null);

async function settleLost(
  services: Sending,
  book: RowBook,
  finding: ReturnType<typeof explain>,
): Promise<SubmitOutcome> {
  book.record({ kind: 'unconfirmed', finding });
  services.onLost?.();
  return await settleByLooks(services, book, { justLost: true });
}

/** "Another job …": whatever is there is looked up and taken over, or shown as a conflict. */
async function takeOther(services: Sending, book: RowBook, failure: Failure): Promise<SubmitOutcome> {
  const { move } = book.state().plan;
  const finding = explain(failure, contextOf(move, services.header()));
  const looked = await lookBefore(services, move);
  if (!looked.ok) return await settleLost(services, book, finding);
  const { look, meta } = looked.value;
  if (meta !== null) book.time.hear(meta);
  const verdict = afterRefusal(move, look);
  switch (verdict.do) {
    case 'adopt':
      return await takeTask(book, 'adopted', verdict.task, meta);
    case 'conflict':
      return refuse(book, 'conflicted', verdict.finding);
    default:
      return refuse(book, 'rejected', finding);
  }
}

/** Waits of the service up to this long in all are sat out. */
const patienceMs = 5 * 60_000;
const mostTries = 5;

/** Sends a row and sits out the waits that the service asks for; each new try looks first what is there. */
export async function sendPatiently(
  services: Sending,
  book: RowBook,
  confirmed: ConfirmedMove,
  signal?: AbortSignal,
): Promise<SubmitOutcome> {
  let waitedMs = 0;
  for (let tries = 1; ; tries += 1) {
    const { outcome, retryAfterMs } = await sendRow(services, book, confirmed);
    if (retryAfterMs === null || tries === mostTries || waitedMs + retryAfterMs > patienceMs) return outcome;
    waitedMs += retryAfterMs;
    services.onThrottled?.(retryAfterMs, services.clock.now());
    if (!(await slept(services.clock, retryAfterMs, signal))) return outcome;
  }
}
