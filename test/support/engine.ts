import type { Effect, Event, Happening } from '../../src/wizard/event.ts';
import { begin, update } from '../../src/wizard/machine.ts';
import type { Engine } from '../../src/wizard/screens.ts';
import type { State } from '../../src/wizard/state.ts';
import { noon } from './session.ts';

/** What a scripted service makes of an effect; null leaves it without an answer, as a request that hangs. */
export type Script = (effect: Effect, at: number) => Happening | null;

const hangs: Script = () => null;

/** The real machine, with a script in place of a service and a clock that a test moves. */
export function fakeEngine(first: State, script: Script = hangs) {
  let state = first;
  let now = noon;
  const listeners = new Set<() => void>();
  const happened: Happening[] = [];
  const effects: Effect[] = [];
  const dispatch = (happening: Happening): void => {
    happened.push(happening);
    const step = update(state, { ...happening, at: now } as Event);
    const isChanged = step.state !== state;
    state = step.state;
    effects.push(...step.effects);
    for (const effect of step.effects) {
      const answer = script(effect, now);
      if (answer !== null) queueMicrotask(() => dispatch(answer));
    }
    if (isChanged) for (const listener of [...listeners]) listener();
  };
  const engine: Engine = {
    state: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => now,
    another: () => fakeEngine(begin(first.session, {}, now), script).engine,
    stop: async () => undefined,
  };
  return {
    engine,
    /** Everything that the screens, and the script, said happened. */
    happened,
    /** Everything that a runtime would have had to do. */
    effects,
    pass(ms: number) {
      now += ms;
    },
  };
}
