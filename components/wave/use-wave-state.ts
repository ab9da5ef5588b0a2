import { useAnimation } from 'ink';
import { useEffect, useRef, useState } from 'react';
import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';

/** News of the service are drawn four times a second at most. */
const everyMs = 250;

/** The wave's state. Another status is shown at once; of many changes within one the last is drawn, a few times a second. */
export function useWaveState(engine: WaveEngine): WaveState {
  const [state, setState] = useState(engine.state);
  const [isHeld, setHeld] = useState(false);
  const shown = useRef({ state, isHeld: false });
  const { time } = useAnimation({ interval: everyMs, isActive: isHeld });
  useEffect(() => {
    const look = (): void => {
      const next = engine.state();
      const { state: before, isHeld: waits } = shown.current;
      if (next === before || (waits && next.status === before.status)) return;
      shown.current = { state: next, isHeld: true };
      setState(next);
      setHeld(true);
    };
    look();
    return engine.subscribe(look);
  }, [engine]);
  useEffect(() => {
    if (time === 0) return;
    const next = engine.state();
    const isStill = next === shown.current.state;
    shown.current = { state: next, isHeld: !isStill };
    if (isStill) setHeld(false);
    else setState(next);
  }, [engine, time]);
  return state;
}

/** The wave's time, renewed every so many real milliseconds; only with other changes where that is off. */
export function useWaveNow(engine: WaveEngine, everyMs: number, isMoving: boolean): number {
  useAnimation({ interval: everyMs, isActive: isMoving });
  return engine.now();
}
