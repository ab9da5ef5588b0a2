import type { Happening } from '../wizard/event.ts';
import type { State } from '../wizard/state.ts';

type Driven = {
  state(): State;
  dispatch(event: Happening): void;
  subscribe(listener: () => void): () => void;
};

/** Leads a migration to the state where `next` says stop. Resolves early when `ended` does. */
export function drive(
  runtime: Driven,
  next: (state: State) => Happening | 'wait' | 'stop',
  ended: Promise<void>,
): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = runtime.subscribe(() => queueMicrotask(go));
    const finish = () => {
      unsubscribe();
      resolve();
    };
    const go = () => {
      const wanted = next(runtime.state());
      if (wanted === 'stop') finish();
      else if (wanted !== 'wait') runtime.dispatch(wanted);
    };
    void ended.then(finish);
    go();
  });
}
