import { ok } from '../../src/plan/result.ts';
import type { Effect, Event, Happening } from '../../src/wizard/event.ts';
import { begin, update } from '../../src/wizard/machine.ts';
import type { Engine, Model, Place } from '../../src/wizard/screens.ts';
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
    recall: () => [],
    another: () => fakeEngine(begin(first.session, {}, now), script).engine,
    savePlan: async () => ok('/home/mia/crossorg-plan-7f3a91c20b44.json'),
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

const aPlace: Place = {
  id: 'simulator',
  name: 'Simulator',
  about: 'Two made-up tenants.',
  status: 'No tenant needed',
  mode: 'simulator',
  facts: [{ term: 'Source', value: 'Contoso' }],
};

/** The screens' outside, with nothing in it but what a test is about. */
export const modelWith = (more: Partial<Model> = {}): Model => ({
  hands: { copy: async () => 'none', setTitle: () => undefined, notify: () => undefined, suspend: null },
  places: [aPlace],
  engine: null,
  open: () => Promise.reject(new Error('This test opens no place')),
  work: async () => [],
  follow: () => Promise.reject(new Error('This test follows no run')),
  followMany: () => Promise.reject(new Error('This test follows no wave')),
  drafts: async () => [],
  continueDraft: () => Promise.reject(new Error('This test has no draft')),
  ...more,
});
