import { slept } from '../../ports/slept.ts';
import { waveLookAfterMs } from '../../tasks/when.ts';
import type { RowBook } from '../row-book.ts';
import type { Services } from '../services.ts';
import { lookAt } from './pending.ts';
import type { Conduct } from './wave-news.ts';

/** How often is asked which tasks are due, in milliseconds. */
const roundMs = 60_000;

type Looking = Pick<Conduct, 'onNews'> & {
  /** Ends the looking: no row is left to send. */
  signal: AbortSignal;
  /** Somebody looks already, so that rows get their turn. */
  isLooking: () => boolean;
};

/**
 * Looks at tasks that are under way while other rows are still sent: thousands of rows take long, and a full queue longer. One
 * look after the other, so that sending keeps nearly all of the budget.
 */
export async function lookMeanwhile(
  services: Pick<Services, 'graph' | 'clock'>,
  books: readonly RowBook[],
  { onNews, signal, isLooking }: Looking,
): Promise<void> {
  const { clock } = services;
  // By this computer's clock. What another process has sent may have been under way for long.
  const lookedAt = new Map(books.filter(isUnderWay).map((book) => [book, 0]));
  while (await slept(clock, roundMs, signal)) {
    for (const book of isLooking() ? [] : books.filter(isUnderWay)) {
      if (signal.aborted) return;
      const since = lookedAt.get(book);
      if (since === undefined || isDue(book, since, clock.now())) lookedAt.set(book, clock.now());
      if (since === undefined || lookedAt.get(book) === since) continue;
      await lookAt(services, book, { onNews, signal }).catch((fault: unknown) => {
        if (!signal.aborted) throw fault;
      });
    }
  }
}

const isUnderWay = (book: RowBook): boolean => book.state().task?.final === false;

/** At the pace of its state; one look at a time is slow enough for the budget. */
function isDue(book: RowBook, since: number, now: number): boolean {
  const { task, plan } = book.state();
  const pace = { task, nowMs: since, plannedStart: plan.move.plan.start, count: 1, budget: 1 };
  return now - since >= (waveLookAfterMs(pace) ?? Number.POSITIVE_INFINITY);
}
