import { whyNotSubmit } from '../submit-word.ts';
import { mayRetry } from './line-findings.ts';
import { leftLines } from './lines.ts';
import type { WaveLine, WaveState } from './wave-state.ts';

export const queuedOf = (lines: readonly WaveLine[]): number[] =>
  lines.filter(({ state }) => state === 'queued').map(({ row }) => row);

/** What can be done with the rows that are meant, as things stand. */
export type Actions = { retry: readonly WaveLine[]; cancel: readonly number[]; left: number };

export function actionsFor(state: WaveState, meant: readonly WaveLine[]): Actions {
  const mayCancel = state.status === 'watching' || state.status === 'paused';
  const mayRepeat = state.status === 'watching' || state.status === 'paused' || state.status === 'over';
  const mayGoOn = mayRepeat && whyNotSubmit(state.session) === null;
  const left = mayGoOn ? leftLines(state).filter((line) => state.status !== 'watching' || line.state === 'draft') : [];
  return {
    retry: mayRepeat ? meant.filter(mayRetry) : [],
    cancel: mayCancel ? queuedOf(meant) : [],
    left: left.length,
  };
}

/** Whether another wave can be turned to: what has left gets its answer where it was sent from. */
export const mayTurn = ({ status }: WaveState): boolean => status !== 'submitting' && status !== 'cancelling';

/** Whether the service can be asked now rather than later. */
export const mayLook = ({ status }: WaveState): boolean =>
  status === 'watching' || status === 'paused' || status === 'over';
