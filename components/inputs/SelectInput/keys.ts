import type { Key } from '../keys/key.ts';
import { focusedOf, type SelectAction, type SelectState } from './state.ts';

/** What a key means to a list. `pass` leaves it to the screen. */
export type SelectIntent = { type: 'edit'; action: SelectAction } | { type: 'choose'; at: number } | { type: 'pass' };

const PASS: SelectIntent = { type: 'pass' };
/** How far a page is where a list does not know its height. */
const PAGE = 10;

const STEPS: { readonly [key: string]: number } = {
  up: -1,
  down: 1,
  k: -1,
  j: 1,
  pageUp: -PAGE,
  pageDown: PAGE,
  home: Number.NEGATIVE_INFINITY,
  g: Number.NEGATIVE_INFINITY,
  end: Number.POSITIVE_INFINITY,
  G: Number.POSITIVE_INFINITY,
};

/** The key map of a list: arrows, j k g G, Enter, and a digit chooses at once. */
export function selectIntent(key: Key, state: SelectState, count: number): SelectIntent {
  if (state.closed || count === 0) return PASS;
  const name = key.kind === 'text' ? key.text : key.kind;
  if (name === 'enter') return { type: 'choose', at: focusedOf(state, count) };
  if (key.kind === 'text' && /^[1-9]$/.test(name)) {
    return Number(name) <= count ? { type: 'choose', at: Number(name) - 1 } : PASS;
  }
  const by = STEPS[name];
  return by === undefined ? PASS : { type: 'edit', action: { type: 'move', by, count } };
}
