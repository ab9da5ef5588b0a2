import type { ConfirmedMove } from '../../plan/confirmed.ts';
import { slept } from '../../ports/slept.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { continueBook, type Recall } from '../continue.ts';
import { holdingSource } from '../hold.ts';
import type { RowBook } from '../row-book.ts';
import { sendRow } from '../send-row.ts';
import type { Services } from '../services.ts';
import type { Lane } from './lanes.ts';
import type { Conduct } from './wave-news.ts';

/** `isTenantWide`: the other rows would meet the same. `isHeldBack`: the run was over before its create left. */
export type RowEnd = { outcome: SubmitOutcome; isTenantWide: boolean; isHeldBack?: boolean };

export type Working = Conduct & { lane: Lane; isOver: () => boolean; recall: Recall };

/** Takes one row of an open run to its outcome, while no other process can submit its source. */
export async function continueWaveRow(services: Services, book: RowBook, working: Working): Promise<RowEnd> {
  const { resend = false, isFresh: mayStartLate, recall, signal } = working;
  let how: Omit<RowEnd, 'outcome'> = { isTenantWide: false };
  const send = async (_: Services, own: RowBook, confirmed: ConfirmedMove): Promise<SubmitOutcome> => {
    const { outcome, ...rest } = await sendInLane(services, own, confirmed, working);
    how = rest;
    return outcome;
  };
  const held = await holdingSource(services, book.state().plan.move, () =>
    continueBook(services, book, { resend, mayStartLate, send, recall, signal }),
  );
  const outcome: SubmitOutcome = held.ok
    ? held.value
    : { result: 'conflict', runId: book.runId, findings: [held.error] };
  return { ...how, outcome };
}

/** A full queue is looked at again after this long, in milliseconds. */
const queueFullWaitMs = 5 * 60_000;

/** So many waits in a row that the service asked for, and the run pauses in place of the row. */
const mostWaits = 20;

/** Sends, and sits out what the service asks to wait for; each try looks first what is there. */
async function sendInLane(
  services: Services,
  book: RowBook,
  confirmed: ConfirmedMove,
  { lane, isOver, signal, onNews }: Working,
): Promise<RowEnd> {
  const told = telling(book, () => onNews({ at: services.clock.now(), kind: 'intended', row: book.row }));
  const mayCreate = async (): Promise<boolean> => {
    await lane.turn();
    return !isOver();
  };
  for (let waits = 0; ; waits += 1) {
    const sent = await sendRow({ ...services, isWave: true, onLost: lane.leave, mayCreate }, told, confirmed);
    const [finding] = sent.outcome.findings;
    const isFull = finding?.code === 'queueFull';
    const waitMs = isFull ? queueFullWaitMs : sent.retryAfterMs;
    lane.answered(waitMs !== null);
    if (waitMs === null || finding === undefined || isOver()) return sent;
    if (waits === mostWaits) return { ...sent, isTenantWide: true };
    if (isFull) onNews({ at: services.clock.now(), kind: 'waiting', ms: waitMs, finding });
    else services.onThrottled?.(waitMs, services.clock.now());
    if (!(await slept(services.clock, waitMs, signal))) return sent;
  }
}

/** Says when a create is about to leave. */
const telling = (book: RowBook, onIntended: () => void): RowBook => ({
  ...book,
  recordSoon: async (fact) => {
    await book.recordSoon(fact);
    if (fact.kind === 'intended') onIntended();
  },
});
