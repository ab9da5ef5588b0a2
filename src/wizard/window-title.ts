import { duration } from '../plan/schedule.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { Followed, State } from './state.ts';

const marks = { queued: '–', running: '▸', completed: '✓', failed: '✗', cancelled: '■', unconfirmed: '?' } as const;

/** What the terminal's title says, so that the window can be found among many: the state, who moves, and for how long. */
export function windowTitle(state: State, now: number): string {
  if (!('followed' in state)) return 'crossorg';
  const { followed } = state;
  const word = state.status === 'unconfirmed' ? 'unconfirmed' : (followed.task?.state ?? 'unknown');
  const mark = word in marks ? marks[word as keyof typeof marks] : '?';
  return `${mark} ${shortName(followed)}${state.status === 'finished' ? '' : ` ${duration(Math.max(0, now - sinceOf(followed)))}`}`;
}

/** `dana` of dana@contoso.com, `IT` of …/sites/IT. */
export const shortName = ({ move }: Followed): string => {
  const label = sourceLabel(move.plan);
  return (label.includes('@') ? label.split('@')[0] : label.split('/').at(-1)) || label;
};

const sinceOf = ({ task, acceptedAt }: Followed): number => task?.startedAt ?? acceptedAt;
