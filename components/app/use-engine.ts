import { useAnimation } from 'ink';
import { useSyncExternalStore } from 'react';
import type { Engine } from '../../src/wizard/screens.ts';
import type { State } from '../../src/wizard/state.ts';

/** The migration's state; renders again when it changes. */
export const useEngine = (engine: Engine): State => useSyncExternalStore(engine.subscribe, engine.state);

/** The engine's time, renewed every so many real milliseconds; only with other changes where motion is off. */
export function useNow(engine: Pick<Engine, 'now'>, everyMs: number, isMoving: boolean): number {
  useAnimation({ interval: everyMs, isActive: isMoving });
  return engine.now();
}
