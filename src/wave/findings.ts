import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { localFinding } from '../problems/explain.ts';
import type { ExplainContext } from '../problems/words.ts';
import { differences } from '../tasks/differences.ts';
import { sourceKeyOf, sourceLabel, targetLabel } from '../tasks/source-key.ts';
import type { Task } from '../tasks/task.ts';
import type { RunHeader } from './entry.ts';

/** What texts about a move may name. */
export const contextOf = (move: PlannedMove, header?: Pick<RunHeader, 'source' | 'target'>): ExplainContext => ({
  type: move.plan.type,
  source: sourceLabel(move.plan),
  target: targetLabel(move.plan),
  sourceTenant: header?.source.name ?? header?.source.tenantId,
  targetTenant: header?.target.name ?? header?.target.tenantId,
  targetHost: move.plan.destination.by === 'host' ? move.plan.destination.host : null,
});

const conflicts = {
  queued: 'conflictOtherParameters',
  running: 'conflictRunning',
  completed: 'conflictCompleted',
} as const;

/** A task that stands in the way: it does something else, or what it does cannot be compared. */
export function sourceTaken(move: PlannedMove, task: Task): Finding {
  const code = Object.hasOwn(conflicts, task.state)
    ? conflicts[task.state as keyof typeof conflicts]
    : 'conflictUnknownState';
  const difference = differences(move, task)
    .map(({ name, theirs }) => `${name} (there: ${theirs})`)
    .join(', ');
  return localFinding(code, {
    ...contextOf(move),
    taskId: task.id,
    status: task.rawStatus,
    difference: difference || 'what its answer leaves out, so it cannot be compared',
  });
}

/** A create whose answer is missing, as the looks stand. */
export function stillUnconfirmed(move: PlannedMove, runId: string, mayResend: boolean): Finding {
  const context = { ...contextOf(move), run: runId };
  if (sourceKeyOf(move.plan) === null) return localFinding('unconfirmedByObjectId', context);
  return localFinding(mayResend ? 'unconfirmedMayResend' : 'unconfirmed', context);
}
