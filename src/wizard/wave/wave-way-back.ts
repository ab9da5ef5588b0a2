import { commandLine } from '../way-back.ts';
import { pastedName } from './pasted.ts';
import type { WaveState } from './wave-state.ts';

/** The run of a wave; null before anything was written down. */
export const runOf = (state: WaveState): string | null => ('runId' in state ? state.runId : null);

/** The command that leads back to this wave. */
export function waveWayBack(state: WaveState): string {
  const runId = runOf(state);
  if (runId === null) return commandLine(state.session, 'wave', fileToName(state));
  if (state.status === 'paused' || state.status === 'submitting') return commandLine(state.session, 'resume', runId);
  return state.status === 'over'
    ? commandLine(state.session, 'report', runId)
    : commandLine(state.session, 'watch', runId);
}

/** Lines that were pasted are in no file yet. */
const fileToName = ({ file }: WaveState): string => (file.name === pastedName ? 'FILE.csv' : file.name);
