import { type PlannedMove, shortId } from '../plan/plan.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import type { Task, TaskState } from '../tasks/task.ts';
import type { Mode } from '../wave/entry.ts';
import type { Session, State } from '../wizard/state.ts';

export const modeWords: Readonly<Record<Mode, string>> = { live: 'LIVE', simulator: 'SIMULATOR', custom: 'CUSTOM' };

export const stateWords: Readonly<Record<TaskState, string>> = {
  draft: 'Draft',
  unconfirmed: 'Unconfirmed',
  queued: 'Queued',
  running: 'Running',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknown: 'Unknown',
};

const kindWords = { user: 'OneDrive', site: 'site', group: 'group site' } as const;

const tenantName = (face: Session['source'], fallback: string): string => face.name ?? face.tenantId ?? fallback;

/** Where a command works: the mode and both tenants. */
export function modeLine({ mode, source, target, endpoint }: Session): string {
  const [from, to] = [tenantName(source, 'the source tenant'), tenantName(target, 'the target tenant')];
  return `${modeWords[mode]}: from ${from} to ${to}${mode === 'custom' ? ` at ${endpoint}` : ''}.`;
}

/** The same, and where its times are, as the first line of a command says it. */
export const placeLine = (session: Session): string =>
  `${modeLine(session)} Times without an offset are in ${session.zone}.`;

/** What is checked, and that the service was asked. */
export const dryRunSent = ({ id, plan }: PlannedMove): string =>
  `Plan ${shortId(id)}: ${kindWords[plan.type]} of ${sourceLabel(plan)} to ${targetLabel(plan)}. Dry run sent.`;

export const dryRunDone = (isReady: boolean): string =>
  isReady
    ? 'Dry run: ready. The service found no problem and moved nothing.'
    : 'Dry run: not ready. Nothing was moved.';

export const submitting = (count: number): string =>
  `Confirmed. Submitting ${count} ${count === 1 ? 'migration' : 'migrations'}.`;

/** What happened on the way from one state to the next, as a line; null when nothing is worth one. */
export function progressLine(before: State | null, after: State): string | null {
  if (after.status === 'watching' || after.status === 'finished') return taskLine(before, after);
  if (before?.status === after.status) return null;
  switch (after.status) {
    case 'dryRunning':
      return dryRunSent(after.move);
    case 'dryRunDone':
      return dryRunDone(after.report.clean !== null);
    case 'submitting':
      return submitting(1);
    case 'unconfirmed':
      return 'Unconfirmed: the answer was lost, and the task has not been found yet. Nothing is sent again.';
    case 'refused':
      return 'Not submitted.';
    default:
      return null;
  }
}

type Following = Extract<State, { status: 'watching' | 'finished' }>;

function taskLine(before: State | null, { followed }: Following): string | null {
  const { task, move } = followed;
  if (!task) return null;
  const earlier = before && 'followed' in before ? before.followed.task : null;
  if (earlier?.state === task.state) return null;
  return `${stateWords[task.state]}: ${sourceLabel(move.plan)}${earlier ? '' : `, task ${task.id ?? 'without an id'}`}.${errorText(task)}`;
}

const errorText = ({ error }: Task): string => (error ? ` ${error.code}` : '');
