import type { Finding } from '../plan/finding.ts';
import { explain, localFinding } from '../problems/explain.ts';
import { effectOf, type Failure } from '../problems/failure.ts';
import { contextOf } from '../wave/findings.ts';
import type { LookOutcome } from '../wizard/event.ts';
import type { Followed } from '../wizard/state.ts';
import { lookAtTask } from './look.ts';
import { recordInRow } from './record.ts';
import { idsOf } from './row-book.ts';
import type { Services } from './services.ts';

type Cancelling = Pick<Services, 'graph' | 'ledger' | 'clock' | 'header'>;

/** `refused` says why the task does not read as cancelled; null means that it does. */
export type Cancelled = { outcome: LookOutcome; refused: Finding | null };

/** Waits between the looks that follow a cancel: a minute in all. */
const readBackGapsMs = [1_000, 2_000, 5_000, 10_000, 15_000, 30_000];

/** Asks to cancel and reads back: only a task that reads as cancelled is cancelled. */
export async function cancelTask(services: Cancelling, followed: Followed): Promise<Cancelled> {
  const id = followed.task?.id;
  if (!id) throw new Error('A task without id cannot be cancelled');
  const answer = await services.graph.cancel(id);
  const meta = answer.ok ? answer.value.meta : null;
  const at = meta?.date ?? services.clock.now();
  await recordInRow(services, followed, { at, kind: 'cancelAsked', ids: idsOf(meta) });
  const failure = answer.ok ? null : answer.error;
  // A lost answer to a cancel does no harm: what counts is what reads back.
  const isRefused = failure !== null && effectOf(failure) === 'none';
  const outcome = isRefused ? await lookAtTask(services, followed) : await readBack(services, followed);
  const refused = whyNot(services, followed, outcome, failure);
  if (refused !== null)
    await recordInRow(services, followed, { at: outcome.at, kind: 'cancelRefused', finding: refused });
  return { outcome, refused };
}

async function readBack(services: Cancelling, followed: Followed): Promise<LookOutcome> {
  let outcome = await lookAtTask(services, followed);
  for (const gapMs of readBackGapsMs) {
    if (outcome.ok ? outcome.task.final || outcome.task.state === 'running' : outcome.fatal) return outcome;
    await services.clock.sleep(gapMs);
    outcome = await lookAtTask(services, outcome.ok ? { ...followed, task: outcome.task } : followed);
  }
  return outcome;
}

function whyNot(
  { header }: Cancelling,
  { move, task }: Followed,
  outcome: LookOutcome,
  failure: Failure | null,
): Finding | null {
  if (outcome.ok && outcome.task.state === 'cancelled') return null;
  const context = { ...contextOf(move, header()), taskId: task?.id };
  if (failure !== null) return explain(failure, context);
  if (!outcome.ok) return outcome.finding;
  const { rawStatus: status, final, state } = outcome.task;
  return localFinding(final || state === 'running' ? 'cancelNotPossible' : 'cancelNotYetConfirmed', {
    ...context,
    status,
  });
}
