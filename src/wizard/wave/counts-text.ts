import type { TaskState } from '../../tasks/task.ts';
import { numbered } from './wave-summary.ts';

const ends: readonly TaskState[] = ['completed', 'failed', 'cancelled'];
const others: readonly TaskState[] = ['running', 'queued', 'unconfirmed', 'unknown', 'draft'];

/** `30 of 48 final: 29 completed, 1 failed; 4 running, 14 queued.` */
export function countsText(counts: Partial<Record<TaskState, number>>): string {
  const inState = (state: TaskState): number => counts[state] ?? 0;
  const sumOf = (states: readonly TaskState[]): number => states.reduce((sum, state) => sum + inState(state), 0);
  const named = (states: readonly TaskState[]): string =>
    states
      .flatMap((state) => (inState(state) === 0 ? [] : [`${numbered(inState(state))} ${wordOf(state)}`]))
      .join(', ');
  const [over, open] = [named(ends), named(others)];
  const final = `${numbered(sumOf(ends))} of ${numbered(sumOf([...ends, ...others]))} final`;
  return `${final}${over === '' ? '' : `: ${over}`}${open === '' ? '' : `; ${open}`}.`;
}

const wordOf = (state: TaskState): string => (state === 'draft' ? 'not sent' : state);
