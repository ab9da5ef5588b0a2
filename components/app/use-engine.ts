import { useEffect, useState, useSyncExternalStore } from 'react';
import type { State } from '../../src/wizard/state.ts';
import type { Engine } from './model.ts';

/** The migration's state; renders again when it changes. */
export const useEngine = (engine: Engine): State => useSyncExternalStore(engine.subscribe, engine.state);

/** The engine's time, renewed every so many real milliseconds; a still picture where motion is off. */
export function useNow(engine: Engine, everyMs: number, isMoving: boolean): number {
  const [now, setNow] = useState(() => engine.now());
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => setNow(engine.now()), everyMs);
    return () => clearInterval(timer);
  }, [engine, everyMs, isMoving]);
  return now;
}
