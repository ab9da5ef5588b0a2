import type { RunFile } from '../../store/run-writer.ts';
import { isOpen, type RowState } from '../../wave/row-state.ts';
import { foldEntries } from '../../wave/run-state.ts';
import { otherPlace } from '../../wave/same-place.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { rowBook } from '../row-book.ts';
import type { Services } from '../services.ts';
import { createLanes } from './lanes.ts';
import { createPending } from './pending.ts';
import type { Conduct, WaveEnd } from './wave-news.ts';
import { continueWaveRow, type RowEnd } from './wave-row.ts';

/**
 * Takes every row of an open run to its outcome, several at a time: settles what is open first, sends what was confirmed and
 * not sent, leaves alone what is done. The run stays open for writing all the while, so no other process sends its rows.
 */
export async function conductRun(services: Services, file: RunFile, conduct: Conduct): Promise<WaveEnd> {
  const entries = file.entries();
  if (!entries.ok) return { reason: 'breaker', finding: entries.error };
  const run = foldEntries(entries.value);
  const elsewhere = run.header === null ? null : otherPlace(run.header, services.header());
  if (elsewhere !== null) return { reason: 'breaker', finding: elsewhere };
  const { rows } = run;
  const todo = [...rows.filter(isOpen), ...rows.filter(({ place }) => place === 'draft')];
  const books = new Map(rows.map((row) => [row.plan.row, rowBook(file, row, services.clock.now)]));
  const gate = createLanes();
  const pending = createPending(services, [...books.values()], conduct);
  const stop = createStop(conduct.signal);
  const shared = { ...services, settledRuns: new Set([file.runId, ...(services.settledRuns ?? [])]) };

  const work = async (row: RowState): Promise<void> => {
    const book = books.get(row.plan.row);
    if (!book) throw new Error('A row of the run has no book');
    const lane = await gate.enter();
    try {
      const room = stop.isOver() ? null : await pending.room(stop.isOver);
      if (room === null) return;
      const end = await continueWaveRow(shared, book, { ...conduct, lane, isOver: stop.isOver }).finally(room.taken);
      conduct.onNews({ at: services.clock.now(), kind: 'outcome', row: row.plan.row, outcome: end.outcome });
      stop.judge(end, conduct.stopOnError === true);
    } finally {
      lane.leave();
    }
  };
  await Promise.all(todo.map(work));
  return stop.end();
}

/** Remembers the first thing that ends the run before its last row. */
function createStop(signal: AbortSignal) {
  let found: WaveEnd | null = null;
  return {
    isOver: (): boolean => signal.aborted || found !== null,
    judge: ({ outcome, isTenantWide }: RowEnd, stopOnError: boolean): void => {
      const [finding] = outcome.findings;
      if (found !== null || finding === undefined) return;
      if (isTenantWide) found = { reason: 'breaker', finding };
      else if (stopOnError && isRefused(outcome)) found = { reason: 'error', finding };
    },
    end: (): WaveEnd => found ?? { reason: signal.aborted ? 'stopped' : 'done' },
  };
}

const isRefused = ({ result }: SubmitOutcome): boolean => result === 'rejected' || result === 'conflict';
