import { useAnimation } from 'ink';
import { useEffect, useRef, useState } from 'react';
import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';

/** News of the service are drawn four times a second at most. */
const everyMs = 250;

/**
 * The wave's state, and how often it was looked at. Another status, or another wave, is shown at once; of many changes within one the last is
 * drawn, a few times a second. While rows are checked one cell turns, in the same frames.
 */
export function useWaveState(engine: WaveEngine, motion: boolean): { state: WaveState; frame: number } {
  const [state, setState] = useState(engine.state);
  const [isHeld, setHeld] = useState(false);
  const isTurning = motion && state.status === 'checking';
  const isPaced = isHeld || isTurning;
  const shown = useRef({ state, isPaced });
  shown.current.isPaced = isPaced;
  const { time, frame } = useAnimation({ interval: everyMs, isActive: isPaced });
  useEffect(() => {
    const look = (): void => {
      const next = engine.state();
      const { state: before, isPaced: waits } = shown.current;
      const isSame = next.status === before.status && next.file === before.file;
      if (next === before || (waits && isSame)) return;
      shown.current = { state: next, isPaced: true };
      setState(next);
      setHeld(true);
    };
    look();
    return engine.subscribe(look);
  }, [engine]);
  useEffect(() => {
    if (time === 0) return;
    const next = engine.state();
    if (next === shown.current.state) setHeld(false);
    shown.current.state = next;
    setState(next);
  }, [engine, time]);
  return { state, frame };
}

/** The wave's time, renewed every so many real milliseconds; only with other changes where that is off. */
export function useWaveNow(engine: WaveEngine, everyMs: number, isMoving: boolean): number {
  useAnimation({ interval: everyMs, isActive: isMoving });
  return engine.now();
}
