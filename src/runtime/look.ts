import { canonicalJson } from '../plan/id.ts';
import type { Result } from '../plan/result.ts';
import { explain, localFinding } from '../problems/explain.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import { sourceKeyOf } from '../tasks/source-key.ts';
import type { Task } from '../tasks/task.ts';
import { contextOf } from '../wave/findings.ts';
import type { LookOutcome } from '../wizard/event.ts';
import type { Followed } from '../wizard/state.ts';
import { recordInRow } from './record.ts';
import { idsOf } from './row-book.ts';
import type { Services } from './services.ts';

type Looking = Pick<Services, 'graph' | 'ledger' | 'clock' | 'header'>;

/** Asks once how a task stands; the ledger gets an entry only when something changed. */
export async function lookAtTask(services: Looking, followed: Followed, signal?: AbortSignal): Promise<LookOutcome> {
  const answer = await ask(services, followed, signal);
  if (!answer.ok) return failedLook(services, followed, answer.error);
  const { value: task, meta } = answer.value;
  const at = meta.date ?? services.clock.now();
  if (task === null) return { ok: false, finding: notThere(followed), at, fatal: false };
  if (changed(followed.task, task))
    await recordInRow(services, followed, { at, kind: 'observed', task, ids: idsOf(meta) });
  return { ok: true, task, at };
}

type Answer = Result<{ value: Task | null; meta: AnswerMeta }, Failure>;

/** By its id; a task that came without one is followed by its source. */
async function ask({ graph }: Looking, { task, move }: Followed, signal?: AbortSignal): Promise<Answer> {
  if (task?.id) return await graph.taskById(task.id, signal);
  const key = sourceKeyOf(move.plan);
  if (key === null) throw new Error('A task without id and without a source to look up cannot be followed');
  return await graph.taskBySource(key, signal);
}

const changed = (before: Task | null, now: Task): boolean => canonicalJson(before) !== canonicalJson(now);

const notThere = ({ move }: Followed) => localFinding('taskNotFound', { what: contextOf(move).source });

/** Looking on makes no sense before somebody signs in, gives a right, or finds the task's tenant. */
const fatalStatuses = [401, 403, 404];

const failedLook = ({ clock, header }: Looking, { move, task }: Followed, failure: Failure): LookOutcome => ({
  ok: false,
  finding: explain(failure, { ...contextOf(move, header()), taskId: task?.id }),
  at: ('meta' in failure ? failure.meta.date : null) ?? clock.now(),
  fatal: failure.kind === 'http' && fatalStatuses.includes(failure.meta.status),
});
