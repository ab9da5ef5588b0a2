import type { Finding } from '../../../plan/finding.ts';
import { exitCodeForFindings, exits } from '../../../problems/exit.ts';
import { leaveLines, otherLeaveLines } from '../../../wizard/wave/leave-lines.ts';
import { countsInOrder, readyLines } from '../../../wizard/wave/lines.ts';
import type { WaveState } from '../../../wizard/wave/wave-state.ts';
import { counted } from '../../../wizard/wave/wave-summary.ts';
import { runOf } from '../../../wizard/wave/wave-way-back.ts';
import { movesMissing } from '../../confirm-missing.ts';
import { stateWords } from '../../plain-lines.ts';
import { waveFarewellCode, waveFarewellLines } from '../../wave-farewell.ts';
import type { Line } from '../voice.ts';

/** The answer that is missing where the input ended; null where none is. */
export function missingInWave(state: WaveState): Finding | null {
  if (runOf(state) !== null) return null;
  const isCounted = state.status === 'checked' || state.status === 'confirming';
  const count = readyLines(state).length;
  return movesMissing(isCounted && count > 0 ? String(count) : 'with the number of rows', count === 1);
}

/** How many moves count for whoever started the program. `isOver`: the input ended, and nobody chose to leave. */
export function waveEndCode(state: WaveState, isOver: boolean): number {
  if (!isOver || state.status !== 'paused') return waveFarewellCode(state);
  const isSome = state.lines.some(({ task }) => task !== null);
  const code = state.finding === null || isSome ? exits.mixed : exitCodeForFindings([state.finding]);
  return code || exits.mixed;
}

/** Said last: what goes on without this program, what was done, and the way back. */
export const lastWaveLines = (state: WaveState, others: readonly WaveState[]): Line[] => [
  ...(runOf(state) === null || state.status === 'over' ? [] : leaveLines(state)),
  ...[...otherLeaveLines(others), ...waveFarewellLines(state)].map((line) =>
    line.startsWith('  crossorg ') ? { command: line.trim() } : line,
  ),
];

/** What came of it in one line, as data; null where nothing was submitted. */
export function waveResult(state: WaveState): string | null {
  if (runOf(state) === null) return null;
  const counts = countsInOrder(state.lines).map(([word, count]) => `${count} ${stateWords[word]}`);
  return `${counted(state.lines.length, 'row')}: ${counts.join(', ')}`;
}
