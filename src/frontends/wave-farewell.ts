import { cleanText } from '../problems/clean.ts';
import { countLines, countsInOrder, leftLines } from '../wizard/wave/lines.ts';
import type { WaveState } from '../wizard/wave/wave-state.ts';
import { counted } from '../wizard/wave/wave-summary.ts';
import { fileLabel, finalCounts } from '../wizard/wave/wave-title.ts';
import { runOf, waveWayBack } from '../wizard/wave/wave-way-back.ts';
import { modeWords, stateWords } from './plain-lines.ts';

/** What stays in the normal screen after a wave: what was done, the run, the way back. At most eight lines. */
export function waveFarewellLines(state: WaveState): string[] {
  const runId = runOf(state);
  const head = `${modeWords[state.session.mode]}: ${fileLabel(state)}, ${counted(state.lines.length, 'row')}`;
  if (runId === null)
    return [
      `${head}. Nothing was submitted.`,
      'Nothing of it is kept. Begin again with:',
      `  ${cleanText(waveWayBack(state))}`,
    ];
  const { sent, final } = finalCounts(state);
  const counts = countsInOrder(state.lines).map(([word, count]) => `${count} ${stateWords[word]}`);
  const left = leftLines(state).length;
  return [
    head,
    counts.join(', '),
    `Run ${runId}: ${final} of ${sent} in a final state`,
    ...(left > 0 ? [`${counted(left, 'row is', 'rows are')} not sent, or not confirmed yet`] : []),
    state.status === 'over' && left === 0 ? 'For your records:' : 'The way back:',
    `  ${cleanText(waveWayBack(state))}`,
  ];
}

/** Leaving is not failing: only an end that was watched counts. */
export function waveFarewellCode(state: WaveState): number {
  if (state.status !== 'over') return 0;
  const { completed = 0, failed = 0, cancelled = 0 } = countLines(state.lines);
  const all = state.chosen === null ? state.lines.length : state.chosen.size;
  if (completed === all) return 0;
  return completed === 0 && failed + cancelled === all ? 6 : 5;
}
