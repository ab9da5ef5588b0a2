import { type RefObject, useCallback, useRef, useState } from 'react';

/**
 * `useReducer` whose newest state can be read at once: several keys can arrive before the next render. `dispatch`
 * returns the state it made.
 */
export function useReducerRef<S, A>(
  reduce: (state: S, action: A) => S,
  initial: () => S,
): { state: S; latest: Readonly<RefObject<S>>; dispatch: (action: A) => S } {
  const [state, setState] = useState(initial);
  const latest = useRef(state);
  const dispatch = useCallback(
    (action: A) => {
      latest.current = reduce(latest.current, action);
      setState(latest.current);
      return latest.current;
    },
    [reduce],
  );
  return { state, latest, dispatch };
}
