/** Which of the choices has the focus; closed once one is chosen. */
export type SelectState = { readonly at: number; readonly closed: boolean };

/** `count` is how many choices there are now: a list can change while it is shown. */
export type SelectAction =
  | { type: 'move'; by: number; count: number }
  | { type: 'focus'; at: number; count: number }
  | { type: 'close' }
  | { type: 'reopen' };

export const openSelect = (at: number): SelectState => ({ at: Math.max(0, at), closed: false });

/** The focused place, also after the list became shorter. */
export const focusedOf = ({ at }: SelectState, count: number): number => within(at, count);

const within = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1));

export function reduceSelect(state: SelectState, action: SelectAction): SelectState {
  if (action.type === 'reopen') return { ...state, closed: false };
  if (state.closed) return state;
  switch (action.type) {
    case 'move':
      return { ...state, at: within(within(state.at, action.count) + action.by, action.count) };
    case 'focus':
      return { ...state, at: within(action.at, action.count) };
    case 'close':
      return { ...state, closed: true };
  }
}
