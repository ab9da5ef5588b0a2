import { useEffect, useRef, useState } from 'react';
import type { Hands } from '../../src/wizard/screens.ts';
import { cancelledText } from '../../src/wizard/wave/number-questions.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { waveNotice, waveTitle } from '../../src/wizard/wave/wave-title.ts';

/** The window's title follows the wave: how many of its rows are final. */
export function useWaveTitle(hands: Hands, state: WaveState): void {
  const title = waveTitle(state);
  useEffect(() => hands.setTitle(title), [hands, title]);
}

/** One notice when a wave that was watched is over. */
export function useWaveNotice(hands: Hands, state: WaveState): void {
  const before = useRef(state.status);
  useEffect(() => {
    const wasUnderWay = before.current !== 'over' && before.current !== 'paused';
    before.current = state.status;
    if (wasUnderWay && state.status === 'over') hands.notify(waveNotice(state));
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
