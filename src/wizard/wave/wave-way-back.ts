import { commandLine } from '../way-back.ts';
import { leftLines } from './lines.ts';
import { pastedName } from './pasted.ts';
import type { WaveState } from './wave-state.ts';

/** The run of a wave; null before anything was written down. */
export const runOf = (state: WaveState): string | null => ('runId' in state ? state.runId : null);

/** The command that leads back to this wave. */
export function waveWayBack(state: WaveState): string {
  const runId = runOf(state);
  if (runId === null) return wayToBegin(state);
  if (state.status === 'paused' || state.status === 'submitting') return commandLine(state.session, 'resume', runId);
  if (state.status !== 'over') return commandLine(state.session, 'watch', runId);
  return commandLine(state.session, leftLines(state).length > 0 ? 'resume' : 'report', runId);
}

/** Before anything is submitted the way back is to begin again. Lines that were pasted are in no file yet. */
export function wayToBegin({ session, file }: WaveState, ...flags: readonly string[]): string {
  if (file.retryOf !== undefined) return commandLine(session, 'retry', file.retryOf, ...flags);
  const name = file.name === pastedName ? 'FILE.csv' : file.name;
  return commandLine(session, 'wave', name, ...(file.words ?? []), ...flags);
}
