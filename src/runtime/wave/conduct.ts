import type { Finding } from '../../plan/finding.ts';
import type { RunFile } from '../../store/run-writer.ts';
import { isOpen, type RowState } from '../../wave/row-state.ts';
import { foldEntries } from '../../wave/run-state.ts';
import { otherPlace } from '../../wave/same-place.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { createRecall } from '../continue.ts';
import { rowBook } from '../row-book.ts';
import type { Services } from '../services.ts';
import { createLanes } from './lanes.ts';
import { lookMeanwhile } from './look-meanwhile.ts';
import { createPending } from './pending.ts';
import { stoppedFromElsewhere } from './wave-findings.ts';
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
  const stop = createStop(conduct.signal);
  const working = { ...conduct, signal: stop.signal, isOver: stop.isOver, recall: createRecall() };
  const pending = createPending(services, [...books.values()], working);
  const settledRuns = new Set([file.runId, ...(services.settledRuns ?? [])]);
  const shared = { ...services, settledRuns, sourcesOfRuns: new Map() };

  const work = async (row: RowState): Promise<void> => {
    const book = books.get(row.plan.row);
    if (!book) throw new Error('A row of the run has no book');
    const lane = await gate.enter();
    try {
      const room = stop.isOver() ? null : await pending.room(stop.isOver);
      if (room === null) return;
      const end = await continueWaveRow(shared, book, { ...working, lane })
        .catch(stop.whenStopped)
        .finally(room.taken);
      // It was given up while it waited, or the run was over before its create left: the record has how it stands.
      if (end === null || end.isHeldBack) return;
      conduct.onNews({ at: services.clock.now(), kind: 'outcome', row: row.plan.row, outcome: end.outcome });
      stop.judge(end, conduct.stopOnError === true);
    } finally {
      lane.leave();
    }
  };
  const ended = new AbortController();
  const allRows = Promise.all(todo.map((row) => work(row).catch(stop.fault))).finally(() => ended.abort());
  const over = AbortSignal.any([ended.signal, stop.signal]);
  const looking = lookMeanwhile(services, [...books.values()], { ...pending, onNews: conduct.onNews, signal: over });
  const hearing = hearStop(services, file.runId, { stop, signal: ended.signal });
  await Promise.all([allRows, hearing.catch(stop.fault), looking.catch(stop.fault)]);
  return stop.end();
}

type Stop = ReturnType<typeof createStop>;

/** `cancel` in another window is the emergency brake: it asks for a stop beside the run's file. */
async function hearStop(
  { ledger }: Pick<Services, 'ledger'>,
  runId: string,
  { stop, signal }: { stop: Stop; signal: AbortSignal },
): Promise<void> {
  const by = await ledger.untilAskedToStop(runId, signal);
  if (by !== null) stop.ask(stoppedFromElsewhere(runId, by));
}

/** Remembers the first thing that ends the run before its last row. Its signal also ends what waits. */
function createStop(wish: AbortSignal) {
  let found: WaveEnd | null = null;
  let broken: { fault: unknown } | null = null;
  const asked = new AbortController();
  const signal = AbortSignal.any([wish, asked.signal]);
  return {
    signal,
    isOver: (): boolean => signal.aborted || found !== null,
    /** A full disk, or a bug: what has left gets its answer first, and nothing more leaves. */
    fault: (fault: unknown): void => {
      broken ??= { fault };
      asked.abort(fault);
    },
    ask: (finding: Finding): void => {
      if (signal.aborted) return;
      found ??= { reason: 'stopped', finding };
      asked.abort(new Error('Stopped from elsewhere'));
    },
    /** A wait that was ended by the stop is no fault. */
    whenStopped: (fault: unknown): null => {
      if (signal.aborted && fault === signal.reason) return null;
      throw fault;
    },
    judge: ({ outcome, isTenantWide }: RowEnd, stopOnError: boolean): void => {
      const [finding] = outcome.findings;
      if (found !== null || finding === undefined) return;
      if (isTenantWide) found = { reason: 'breaker', finding };
      else if (stopOnError && isRefused(outcome)) found = { reason: 'error', finding };
    },
    end: (): WaveEnd => {
      if (broken !== null) throw broken.fault;
      return found ?? { reason: signal.aborted ? 'stopped' : 'done' };
    },
  };
}

const isRefused = ({ result }: SubmitOutcome): boolean => result === 'rejected' || result === 'conflict';
