import { clockTime } from '../../../plan/schedule.ts';
import { countsText } from '../../../wizard/wave/counts-text.ts';
import { estimateEnd, estimateText } from '../../../wizard/wave/estimate.ts';
import { countLines } from '../../../wizard/wave/lines.ts';
import type { WaveState } from '../../../wizard/wave/wave-state.ts';
import { numbered } from '../../../wizard/wave/wave-summary.ts';
import { askingText, cancellingText, sendingText, soFarText, waitText } from '../../../wizard/wave/wave-words.ts';
import { spellOut } from '../heartbeat.ts';
import type { Line } from '../voice.ts';

/** How many rows are where: what is worth a line again when it is another text than before. */
export function countsOf(state: WaveState): string {
  switch (state.status) {
    case 'checking':
      return `${askingText(state)}. ${soFarText(state)}.`;
    case 'submitting':
      return sendingText(state);
    case 'cancelling':
      return cancellingText(state);
    default:
      return stateCounts(state);
  }
}

function stateCounts({ lines }: WaveState): string {
  const { draft = 0, ...sent } = countLines(lines);
  return `${countsText(sent)}${draft === 0 ? '' : ` ${numbered(draft)} not sent.`}`;
}

/** The same at a time, as it is told by itself. */
export const countsLine = (state: WaveState, now: number): string =>
  `${clockTime(now, state.session.zone)}. ${countsOf(state)}`;

/** The answer to somebody who asks: the numbers, what is waited for, and when it may be over. */
export function countsAnswer(state: WaveState, now: number): Line[] {
  const wait = state.status === 'submitting' ? waitText(state, now) : null;
  const estimate = state.status === 'watching' ? estimateEnd(state.lines, now) : null;
  return [
    countsLine(state, now),
    ...(wait === null ? [] : [spellOut(wait)]),
    ...(estimate === null ? [] : [spellOut(estimateText(estimate))]),
  ];
}
