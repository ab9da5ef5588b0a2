import type { PlannedMove } from '../plan/plan.ts';
import { ok, type Result } from '../plan/result.ts';
import type { Failure } from '../problems/failure.ts';
import { sourceKeyOf } from '../tasks/source-key.ts';
import { foldEntries } from '../wave/run-state.ts';
import { sameSource } from '../wave/source-text.ts';
import { type Looked, lookUp } from './look-up-source.ts';
import type { Services } from './services.ts';

type Looking = Pick<Services, 'graph' | 'ledger'>;

const unknowable: Looked = { look: { found: 'unknowable' }, meta: null };

/**
 * What is there before a create. A person known only by object id cannot be looked up; but a task that this computer
 * submitted for them is on record, and is asked for by its id.
 */
export async function lookBefore(services: Looking, move: PlannedMove): Promise<Result<Looked, Failure>> {
  if (sourceKeyOf(move.plan) !== null) return await lookUp(services.graph, move);
  const id = await recordedTaskId(services, move);
  if (id === null) return ok(unknowable);
  const answer = await services.graph.taskById(id);
  if (!answer.ok) return isGone(answer.error) ? ok(unknowable) : answer;
  const { value: task, meta } = answer.value;
  return ok({ look: { found: 'task', task }, meta });
}

const isGone = (failure: Failure): boolean => failure.kind === 'http' && failure.meta.status === 404;

/** The task of the newest run in which the same source was taken by the service. */
async function recordedTaskId({ ledger }: Looking, move: PlannedMove): Promise<string | null> {
  const { plan } = move;
  if (plan.type !== 'user' || plan.source.by !== 'id') return null;
  const found = await ledger.find(plan.source.id);
  for (const { runId } of found.rows) {
    const entries = await ledger.read(runId);
    const rows = entries.ok ? foldEntries(entries.value).rows : [];
    const taken = rows.find((row) => row.task?.id && sameSource(row.plan.move, move));
    if (taken?.task?.id) return taken.task.id;
  }
  return null;
}
