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
  /** On disk when it returns; but a baseline binds nobody by itself and goes there with what follows from it. */
  record(fact: Fact): void;
  /** On disk when it resolves: one wait for the disk serves all rows that record something at the same time. */
  recordSoon(fact: Fact): Promise<void>;
};

export function rowBook(file: RunFile, first: RowState, localNow: () => number): RowBook {
  let state = first;
  const { row } = first.plan;
  const time = serviceClock(localNow);
  let held: readonly RowEntry[] = [];
  const entryOf = (fact: Fact): RowEntry => ({ ...fact, row, at: time.now() }) as RowEntry;
  const taken = (entry: RowEntry): void => {
    held = entry.kind === 'baseline' ? [entry] : [];
    state = afterEntry(state, entry);
  };
  return {
    runId: file.runId,
    row,
    time,
    state: () => state,
    record: (fact) => {
      const entry = entryOf(fact);
      if (entry.kind !== 'baseline') file.append(...held, entry);
      taken(entry);
    },
    recordSoon: async (fact) => {
      const entry = entryOf(fact);
      await file.appendSoon(...held, entry);
      taken(entry);
    },
  };
}

export const idsOf = (meta: AnswerMeta | null): EntryIds => ({
  requestId: meta?.requestId ?? null,
  clientRequestId: meta?.clientRequestId ?? null,
});

/** A task is there: it is recorded together with what it does otherwise than planned. */
export async function takeTask(
  book: RowBook,
  result: 'accepted' | 'adopted',
  task: Task,
  meta: AnswerMeta | null,
): Promise<SubmitOutcome> {
  const findings = compareEcho(book.state().plan.move, task);
  await book.recordSoon({ kind: result, task, ids: idsOf(meta), findings });
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
