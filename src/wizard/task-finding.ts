import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { explain, localFinding } from '../problems/explain.ts';
import type { Task } from '../tasks/task.ts';
import { contextOf } from '../wave/findings.ts';
import type { Session } from './state.ts';

/** What there is to say about how a task stands or ended; null where nothing is. */
export function taskFinding(
  task: Task,
  move: PlannedMove,
  session: Pick<Session, 'source' | 'target'>,
): Finding | null {
  const context = { ...contextOf(move, session), taskId: task.id };
  if (task.error !== null || task.state === 'failed') {
    const words = { code: task.error?.code ?? '', message: task.error?.message ?? '' };
    const meta = { status: 200, requestId: null, clientRequestId: '', date: task.updatedAt };
    return explain({ kind: 'task', call: 'read', meta, ...words, rawStatus: task.rawStatus, taskId: task.id }, context);
  }
  if (task.state === 'cancelled') return localFinding('taskCancelled', context);
  return task.final && task.state === 'unknown'
    ? localFinding('taskEndedUnknown', { ...context, status: task.rawStatus })
    : null;
}
