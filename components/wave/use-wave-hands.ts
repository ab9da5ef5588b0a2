import { useEffect, useRef, useState } from 'react';
import type { Hands } from '../../src/wizard/screens.ts';
import { cancelledText } from '../../src/wizard/wave/number-questions.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { waveNotice, waveTitle } from '../../src/wizard/wave/wave-title.ts';
import { runOf } from '../../src/wizard/wave/wave-way-back.ts';

/** The window's title follows the wave: how many of its rows are final. */
export function useWaveTitle(hands: Hands, state: WaveState): void {
  const title = waveTitle(state);
  useEffect(() => hands.setTitle(title), [hands, title]);
}

const isBusy = ({ status }: WaveState): boolean =>
  status === 'submitting' || status === 'watching' || status === 'cancelling';

const hasOpenTask = ({ lines }: WaveState): boolean => lines.some(({ task }) => task !== null && !task.final);

/** One notice when a wave that was watched is over. */
export function useWaveNotice(hands: Hands, state: WaveState): void {
  const watched = useRef<string | null>(null);
  useEffect(() => {
    const runId = runOf(state);
    if (state.status === 'over' && runId === watched.current) hands.notify(waveNotice(state));
    // What was over before anybody looked is no news.
    if (!isBusy(state)) watched.current = null;
    else if (state.status === 'submitting' || hasOpenTask(state)) watched.current = runId;
  }, [hands, state]);
}

/**
 * What came of a cancel is said when it ends. Where leaving was asked for with it, the program leaves if all of them are
 * cancelled; those that started meanwhile keep the screen.
 */
export function useLeaveOnceCancelled(
  state: WaveState,
  onLeave: () => void,
  say: (text: string) => void,
): (rows: readonly number[]) => void {
  const asked = useRef<readonly number[] | null>(null);
  const [leaving, setLeaving] = useState<readonly number[] | null>(null);
  useEffect(() => {
    if (state.status === 'cancelling') {
      asked.current = state.rows;
      return;
    }
    const rows = asked.current;
    if (rows === null) return;
    asked.current = null;
    setLeaving(null);
    const meant = new Set(rows);
    const left = state.lines.filter((line) => meant.has(line.row) && line.state !== 'cancelled').length;
    if (left === 0 && leaving !== null) onLeave();
    else say(`${cancelledText(rows.length, left)}${left === 0 ? '' : ' Enter on a row says why another one was not.'}`);
  }, [state, leaving, onLeave, say]);
  return setLeaving;
}
