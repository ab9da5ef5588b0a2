import { cancelTask } from './runtime/cancel.ts';
import { runDryRun } from './runtime/dry-run.ts';
import { lookAtTask } from './runtime/look.ts';
import { lookUpSource } from './runtime/look-up-source.ts';
import type { Services } from './runtime/services.ts';
import { settleRow } from './runtime/settle.ts';
import { submitMove } from './runtime/submit.ts';
import type { Effect, Event, Happening, Step } from './wizard/event.ts';
import { update } from './wizard/machine.ts';
import type { State } from './wizard/state.ts';

export type Runtime = {
  state(): State;
  dispatch(event: Happening): void;
  /** Calls back after each change of the state; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Ends what may be ended: everything but a submission on its way. Resolves when that one has its outcome. */
  stop(): Promise<void>;
};

type Running = { effect: Effect; work: Promise<void>; abort: AbortController };

/** Performs effects with the services and feeds back what came of them. `onFault` hears of bugs and broken disks. */
export function createRuntime(first: Step, services: Services, onFault: (fault: unknown) => void): Runtime {
  let state = first.state;
  let stopped = false;
  const listeners = new Set<() => void>();
  const effects = startEffects(services, (event) => dispatch(event), onFault);

  const dispatch = (event: Happening): void => {
    if (stopped) return;
    const step = update(state, { ...event, at: services.clock.now() } as Event);
    const changed = step.state !== state;
    state = step.state;
    effects.endOthers('waitingFor' in state ? state.waitingFor : null);
    for (const effect of step.effects) effects.start(effect);
    if (changed) for (const listener of [...listeners]) listener();
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
      stopped = true;
      effects.endOthers(null);
      return effects.settled();
    },
  };
}

/** The effects that are under way. What may have reached the service is never cut short. */
function startEffects(services: Services, dispatch: (event: Happening) => void, onFault: (fault: unknown) => void) {
  const running = new Map<number, Running>();
  return {
    start: (effect: Effect): void => {
      const abort = new AbortController();
      const work = perform(effect, services, abort.signal)
        .then((event) => {
          if (!abort.signal.aborted) dispatch(event);
        })
        .catch((fault: unknown) => {
          if (!abort.signal.aborted) onFault(fault);
        })
        .finally(() => running.delete(effect.id));
      running.set(effect.id, { effect, work, abort });
    },
    /** Leaving a state cancels its effects. */
    endOthers: (wanted: number | null): void => {
      for (const [id, { effect, abort }] of running) if (id !== wanted && mayEnd(effect)) abort.abort(new Left());
    },
    settled: async (): Promise<void> => {
      await Promise.allSettled([...running.values()].map(({ work }) => work));
    },
  };
}

/** The reason an effect was ended: its state was left. */
class Left extends Error {}

const mayEnd = (effect: Effect): boolean => {
  const endsAlone = ['submit', 'cancelTask', 'saveDraft', 'dropDraft'].includes(effect.type);
  return !endsAlone && !(effect.type === 'settle' && effect.resend);
};

async function perform(effect: Effect, services: Services, signal: AbortSignal): Promise<Happening> {
  switch (effect.type) {
    case 'dryRun':
      return {
        type: 'dryRunFinished',
        effect: effect.id,
        report: await runDryRun(services, effect.move, effect.own, signal),
      };
    case 'lookUpSource':
      return { type: 'sourceLookedUp', effect: effect.id, ...(await lookUpSource(services, effect.move, signal)) };
    case 'submit':
      return { type: 'submitted', effect: effect.id, outcome: await submitMove(services, effect) };
    case 'settle': {
      await services.clock.sleep(effect.afterMs, signal);
      const { runId, row } = effect.followed;
      return {
        type: 'submitted',
        effect: effect.id,
        outcome: await settleRow(services, { runId, row, resend: effect.resend }, effect.resend ? undefined : signal),
      };
    }
    case 'look':
      await services.clock.sleep(effect.afterMs, signal);
      return { type: 'looked', effect: effect.id, outcome: await lookAtTask(services, effect.followed, signal) };
    case 'saveDraft':
      await services.draft?.save(effect.typed);
      return { type: 'draftKept', effect: effect.id };
    case 'dropDraft':
      await services.draft?.drop();
      return { type: 'draftKept', effect: effect.id };
    case 'cancelTask':
      return { type: 'cancelFinished', effect: effect.id, ...(await cancelTask(services, effect.followed)) };
  }
}
