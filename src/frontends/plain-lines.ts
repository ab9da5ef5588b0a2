import { shortId } from '../plan/plan.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import type { Task, TaskState } from '../tasks/task.ts';
import type { Mode } from '../wave/entry.ts';
import type { Session, State } from '../wizard/state.ts';
import { moveOf } from './migrate-document.ts';

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

/** Where a command works, as its first line says it, and where its times are. */
export function placeLine({ mode, source, target, endpoint, zone }: Session): string {
  const [from, to] = [tenantName(source, 'the source tenant'), tenantName(target, 'the target tenant')];
  const at = mode === 'custom' ? ` at ${endpoint}` : '';
  return `${modeWords[mode]}: from ${from} to ${to}${at}. Times without an offset are in ${zone}.`;
}

/** What happened on the way from one state to the next, as a line; null when nothing is worth one. */
export function progressLine(before: State, after: State): string | null {
  if (after.status === 'watching' || after.status === 'finished') return taskLine(before, after);
  if (before.status === after.status) return null;
  const move = moveOf(after);
  switch (after.status) {
    case 'dryRunning':
      return (
        move &&
        `Plan ${shortId(move.id)}: ${kindWords[move.plan.type]} of ${sourceLabel(move.plan)} to ${targetLabel(move.plan)}. Dry run sent.`
      );
    case 'dryRunDone':
      return after.report.clean
        ? 'Dry run: ready. The service found no problem and moved nothing.'
        : 'Dry run: not ready. Nothing was moved.';
    case 'submitting':
      return 'Confirmed. Submitting 1 migration.';
    case 'unconfirmed':
      return 'Unconfirmed: the answer was lost, and the task has not been found yet. Nothing is sent again.';
    case 'refused':
      return 'Not submitted.';
    default:
      return null;
  }
}

type Following = Extract<State, { status: 'watching' | 'finished' }>;

function taskLine(before: State, { followed }: Following): string | null {
  const { task, move } = followed;
  if (!task) return null;
  const earlier = 'followed' in before ? before.followed.task : null;
  if (earlier?.state === task.state) return null;
  return `${stateWords[task.state]}: ${sourceLabel(move.plan)}${earlier ? '' : `, task ${task.id ?? 'without an id'}`}.${errorText(task)}`;
}

const errorText = ({ error }: Task): string => (error ? ` ${error.code}` : '');
