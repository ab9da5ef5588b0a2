import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { runOf, wayToBegin } from '../../src/wizard/wave/wave-way-back.ts';
import { commandLine } from '../../src/wizard/way-back.ts';

/** What a window that is too small is told: the same work, line by line. */
export function lineCommandOf(state: WaveState): string {
  const runId = runOf(state);
  return runId === null ? wayToBegin(state, '--line') : commandLine(state.session, 'watch', runId, '--line');
}
