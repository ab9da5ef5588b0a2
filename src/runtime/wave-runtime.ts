import { updateWave } from '../wizard/wave/update.ts';
import type { WaveEffect, WaveEvent, WaveHappening, WaveStep } from '../wizard/wave/wave-event.ts';
import type { WaveState } from '../wizard/wave/wave-state.ts';
import type { Services } from './services.ts';
import { performWave, type WaveLimits } from './wave/perform.ts';

export type WaveRuntime = {
  state(): WaveState;
  dispatch(event: WaveHappening): void;
  /** Calls back after each change of the state; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Begins nothing new, and resolves when what has left has its answer. */
  stop(): Promise<void>;
};

type Options = { limits: WaveLimits; onFault: (fault: unknown) => void };

/** Performs the effects of a wave and feeds back what came of them. `onFault` hears of bugs and broken disks. */
export function createWaveRuntime(first: WaveStep, services: Services, options: Options): WaveRuntime {
  let state = first.state;
  let isStopped = false;
  const listeners = new Set<() => void>();
  const effects = startEffects(services, options, (event) => dispatch(event));

  const dispatch = (event: WaveHappening): void => {
    if (isStopped) return;
    const step = updateWave(state, { ...event, at: services.clock.now() } as WaveEvent);
    const isChanged = step.state !== state;
    state = step.state;
    effects.endUnwanted(state);
    for (const effect of step.effects) effects.start(effect);
    if (isChanged) for (const listener of [...listeners]) listener();
  };

  for (const effect of first.effects) effects.start(effect);
  return {
    state: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      isStopped = true;
      return effects.endAll();
    },
  };
}

type Running = { effect: WaveEffect; work: Promise<void>; abort: AbortController };

/** The effects that are under way. */
function startEffects(services: Services, { limits, onFault }: Options, dispatch: (event: WaveHappening) => void) {
  const running = new Map<number, Running>();
  return {
    start: (effect: WaveEffect): void => {
      const abort = new AbortController();
      const isWanted = (): boolean => !abort.signal.aborted || mustEnd(effect);
      const tell = (event: WaveHappening): void => {
        if (isWanted()) dispatch(event);
      };
      const work = performWave(services, effect, { signal: abort.signal, tell, limits })
        .catch((fault: unknown) => {
          if (isWanted()) onFault(fault);
        })
        .finally(() => running.delete(effect.id));
      running.set(effect.id, { effect, work, abort });
    },
    /** What the state no longer waits for is ended; a submission only where that was asked for. */
    endUnwanted: (state: WaveState): void => {
      const wanted = 'waitingFor' in state ? state.waitingFor : null;
      const isStopping = state.status === 'submitting' && state.isStopping;
      for (const [id, { effect, abort }] of running)
        if (id === wanted ? isStopping : !mustEnd(effect)) abort.abort(new Left());
    },
    endAll: async (): Promise<void> => {
      for (const { abort } of running.values()) abort.abort(new Left());
      await Promise.allSettled([...running.values()].map(({ work }) => work));
    },
  };
}

/** The reason an effect was ended. */
class Left extends Error {}

/** Creates and cancels that have left get their answers, whatever the screen shows meanwhile. */
const mustEnd = ({ type }: WaveEffect): boolean => type === 'submit' || type === 'resume' || type === 'cancel';
