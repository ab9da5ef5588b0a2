import type { WaveLine } from './wave-state.ts';

/** A running task that the service has not touched for so long is worth a look; large moves take hours. */
const quietMs = 2 * 60 * 60_000;
/** A queued one after this long past its start time. */
const overdueMs = 24 * 60 * 60_000;

/** Whether the service has not touched a task for much longer than usual. */
export function isQuiet({ task, since, state }: Pick<WaveLine, 'task' | 'since' | 'state'>, now: number): boolean {
  if (task === null || task.final) return false;
  const touchedAt = task.updatedAt ?? task.startedAt ?? since;
  if (touchedAt === null) return false;
  return now - Math.max(touchedAt, startOf(task)) > (state === 'running' ? quietMs : overdueMs);
}

const startOf = ({ parameters }: NonNullable<WaveLine['task']>): number => {
  const at = Date.parse(parameters.preferredStartDateTime ?? '');
  return Number.isNaN(at) ? 0 : at;
};

/** What a line is to somebody who asks whether to act: trouble first, then what goes on, then what is over. */
export type Attention =
  | 'failed'
  | 'unconfirmed'
  | 'check'
  | 'refused'
  | 'running'
  | 'queued'
  | 'draft'
  | 'cancelled'
  | 'completed';

const order: readonly Attention[] = [
  'failed',
  'unconfirmed',
  'check',
  'refused',
  'running',
  'queued',
  'draft',
  'cancelled',
  'completed',
];

export function attentionOf(line: WaveLine, now: number): Attention {
  const { state, findings } = line;
  if (state === 'unknown' || isQuiet(line, now)) return 'check';
  if (state === 'draft') return findings.some(({ severity }) => severity === 'error') ? 'refused' : 'draft';
  return state;
}

export const attentionRank = (attention: Attention): number => order.indexOf(attention);

/** What somebody has to look at: everything that stands above what goes on by itself. */
export const isTrouble = (attention: Attention): boolean => attentionRank(attention) < attentionRank('running');
