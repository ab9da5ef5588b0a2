import { slept } from '../../ports/slept.ts';
import { stateOf } from '../../wave/row-state.ts';
import { idsOf, type RowBook } from '../row-book.ts';
import type { Services } from '../services.ts';
import { queueLimit } from './wave-findings.ts';
import type { Conduct } from './wave-news.ts';

/** The service's own limit for one source geography. */
export const usualMaxPending = 4_000;

/** How long it takes until the queue is worth another look, in milliseconds. */
const lookEveryMs = 60_000;

/** A place in the queue that a row is about to take. */
export type Room = { taken(): void };

/** Holds rows back while as many tasks of this run as are allowed wait in the service. */
export function createPending(
  services: Pick<Services, 'graph' | 'clock'>,
  books: readonly RowBook[],
  { maxPending = usualMaxPending, signal, onNews }: Conduct,
) {
  const queued = (): RowBook[] => books.filter((book) => stateOf(book.state()) === 'queued');
  const underWay = (): RowBook[] => books.filter((book) => book.state().task?.final === false);
  let entering = 0;
  let looking: Promise<void> | null = null;

  const lookLater = async (): Promise<void> => {
    onNews({ at: services.clock.now(), kind: 'waiting', ms: lookEveryMs, finding: queueLimit(maxPending) });
    try {
      if (await slept(services.clock, lookEveryMs, signal))
        await Promise.all(underWay().map((book) => lookAt(services, book, { onNews, signal })));
    } finally {
      looking = null;
    }
  };

  return {
    /** Rows wait for room, and all tasks are looked at. */
    isLooking: (): boolean => looking !== null,
    /** Resolves when one more row may be sent; null when the run is over before that. */
    async room(isOver: () => boolean): Promise<Room | null> {
      while (books.length > maxPending && queued().length + entering >= maxPending) {
        looking ??= lookLater();
        await looking;
        if (isOver()) return null;
      }
      entering += 1;
      return {
        taken: () => {
          entering -= 1;
        },
      };
    },
  };
}

/** A look that fails leaves the task where it was last seen. */
export async function lookAt(
  { graph, clock }: Pick<Services, 'graph' | 'clock'>,
  book: RowBook,
  { onNews, signal }: Pick<Conduct, 'onNews' | 'signal'>,
): Promise<void> {
  const { task } = book.state();
  if (!task?.id) return;
  const answer = await graph.taskById(task.id, signal);
  if (signal.aborted || !answer.ok || answer.value.value.state === task.state) return;
  const { value, meta } = answer.value;
  book.time.hear(meta);
  book.record({ kind: 'observed', task: value, ids: idsOf(meta) });
  onNews({ at: clock.now(), kind: 'seen', row: book.row, task: value });
}
