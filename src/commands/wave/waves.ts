import type { WaveRuntime } from '../../runtime/wave-runtime.ts';
import { mayTurn } from '../../wizard/wave/wave-actions.ts';
import type { WaveStep } from '../../wizard/wave/wave-event.ts';
import type { WaveState } from '../../wizard/wave/wave-state.ts';
import { runOf } from '../../wizard/wave/wave-way-back.ts';

/**
 * The waves of one sitting, of which one is under way here: rows that are tried again are a wave of their own, and the one
 * they came from can be looked at again. All of it is told to the same listeners.
 */
export function createWaves(create: (step: WaveStep) => WaveRuntime, first: WaveStep) {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const started = (step: WaveStep): WaveRuntime => {
    const runtime = create(step);
    runtime.subscribe(tell);
    return runtime;
  };
  let current = started(first);
  /** In the order in which they are turned to; the one that rows came from last stands first. */
  let others: readonly WaveState[] = [];
  const change = (step: WaveStep, next: readonly WaveState[]): void => {
    void current.stop();
    others = next;
    current = started(step);
  };
  return {
    state: () => current.state(),
    dispatch: (event: Parameters<WaveRuntime['dispatch']>[0]) => current.dispatch(event),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => current.stop(),
    others: () => others,
    begin: (step: WaveStep): void => {
      change(step, [current.state(), ...others]);
      tell();
      current.dispatch({ type: 'checkAsked' });
    },
    turn: (): void => {
      const state = current.state();
      const [next, ...rest] = others;
      if (next === undefined || !mayTurn(state)) return;
      change({ state: next, effects: [] }, runOf(state) === null ? rest : [...rest, state]);
      tell();
      if (next.status === 'watching') current.dispatch({ type: 'lookAsked' });
    },
  };
}
