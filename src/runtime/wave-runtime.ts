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

type Running = { effect: WaveEffect; work: Promise<void>; abort: AbortController };

/** Performs the effects of a wave and feeds back what came of them. `onFault` hears of bugs and broken disks. */
export function createWaveRuntime(
  first: WaveStep,
  services: Services,
  { limits, onFault }: { limits: WaveLimits; onFault: (fault: unknown) => void },
): WaveRuntime {
  let state = first.state;
  let isStopped = false;
  const listeners = new Set<() => void>();
  const running = new Map<number, Running>();

  const start = (effect: WaveEffect): void => {
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
  };

  /** What the state no longer waits for is ended; a submission only where that was asked for. */
  const endOthers = (wanted: number | null): void => {
    for (const [id, { effect, abort }] of running) {
      const isAskedTo = state.status === 'submitting' && state.isStopping && id === wanted;
      if (isAskedTo || (id !== wanted && !mustEnd(effect))) abort.abort(new Left());
    }
  };

  const dispatch = (event: WaveHappening): void => {
    if (isStopped) return;
    const step = updateWave(state, { ...event, at: services.clock.now() } as WaveEvent);
    const isChanged = step.state !== state;
    state = step.state;
    endOthers('waitingFor' in state ? state.waitingFor : null);
    for (const effect of step.effects) start(effect);
    if (isChanged) for (const listener of [...listeners]) listener();
  };

  for (const effect of first.effects) start(effect);
  return {
    state: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      isStopped = true;
      for (const { abort } of running.values()) abort.abort(new Left());
      await Promise.allSettled([...running.values()].map(({ work }) => work));
    },
  };
}

/** The reason an effect was ended. */
class Left extends Error {}

/** Creates and cancels that have left get their answers, whatever the screen shows meanwhile. */
const mustEnd = ({ type }: WaveEffect): boolean => type === 'submit' || type === 'resume' || type === 'cancel';
