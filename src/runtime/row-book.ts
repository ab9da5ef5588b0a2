import type { Finding } from '../plan/finding.ts';
import type { AnswerMeta } from '../problems/failure.ts';
import type { RunFile } from '../store/run-writer.ts';
import { compareEcho } from '../tasks/echo.ts';
import type { Task } from '../tasks/task.ts';
import type { EntryIds } from '../wave/entry.ts';
import { afterEntry, type RowEntry, type RowState } from '../wave/row-state.ts';
import { type ServiceClock, serviceClock } from '../wave/service-time.ts';
import type { SubmitOutcome } from '../wizard/event.ts';

type Distribute<E> = E extends RowEntry ? Omit<E, 'row' | 'at'> : never;

/** What is recorded about a row; its number and the time are added. */
export type Fact = Distribute<RowEntry>;

/** One row while it is worked on: its state always is what its recorded entries come to. */
export type RowBook = {
  runId: string;
  row: number;
  time: ServiceClock;
  state(): RowState;
  /** On disk when it returns. */
  record(fact: Fact): void;
};

export function rowBook(file: RunFile, first: RowState, localNow: () => number): RowBook {
  let state = first;
  const { row } = first.plan;
  const time = serviceClock(localNow);
  return {
    runId: file.runId,
    row,
    time,
    state: () => state,
    record: (fact) => {
      const entry = { ...fact, row, at: time.now() } as RowEntry;
      file.append(entry);
      state = afterEntry(state, entry);
    },
  };
}

export const idsOf = (meta: AnswerMeta | null): EntryIds => ({
  requestId: meta?.requestId ?? null,
  clientRequestId: meta?.clientRequestId ?? null,
});

/** A task is there: it is recorded together with what it does otherwise than planned. */
export function takeTask(
  book: RowBook,
  result: 'accepted' | 'adopted',
  task: Task,
  meta: AnswerMeta | null,
): SubmitOutcome {
  const findings = compareEcho(book.state().plan.move, task);
  book.record({ kind: result, task, ids: idsOf(meta), findings });
  return { result, runId: book.runId, row: book.row, task, at: book.time.now(), findings };
}

/** It was not sent, or the service did nothing. */
export function refuse(book: RowBook, kind: 'rejected' | 'conflicted' | 'unsent', finding: Finding): SubmitOutcome {
  book.record({ kind, finding });
  return { result: kind === 'conflicted' ? 'conflict' : 'rejected', runId: book.runId, findings: [finding] };
}

export const openOutcome = (
  { runId, row, time }: RowBook,
  findings: readonly Finding[],
  mayResend: boolean,
): SubmitOutcome => ({ result: 'unconfirmed', runId, row, at: time.now(), findings, mayResend });
