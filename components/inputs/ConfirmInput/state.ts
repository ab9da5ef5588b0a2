import { cleanText } from '../../../src/problems/clean.ts';
import { graphemes } from '../../text/width.ts';
import type { Key } from '../keys/key.ts';

/**
 * A confirmation that hangs on a typed word. It opens empty and unarmed: nothing counts before it was painted, and
 * Enter does nothing but say what is missing until the whole word stands there.
 */
export type ConfirmState = {
  readonly word: string;
  readonly armed: boolean;
  readonly letters: readonly string[];
  /** Enter was pressed too early since the last change. */
  readonly missing: boolean;
  /** The word was complete when Enter was pressed; nothing changes any more. */
  readonly confirmed: boolean;
};

export type ConfirmAction = { type: 'painted' } | { type: 'key'; key: Key };

/** More than any word or name that is asked for. */
const LONGEST = 256;

/** The word as it is shown, and therefore as it is typed. */
export const openConfirm = (word: string): ConfirmState => ({
  word: cleanText(word),
  armed: false,
  letters: [],
  missing: false,
  confirmed: false,
});

const typedOf = (letters: readonly string[]): string => letters.join('').normalize('NFC').trim();

/** Capitals count; an accent may be composed in either way. An empty word confirms nothing. */
export const isComplete = ({ word, letters }: ConfirmState): boolean =>
  word !== '' && typedOf(letters) === word.normalize('NFC');

export function reduceConfirm(state: ConfirmState, action: ConfirmAction): ConfirmState {
  if (action.type === 'painted') return { ...state, armed: true };
  if (!state.armed || state.confirmed) return state;
  const { key } = action;
  switch (key.kind) {
    case 'text':
      return typed(state, key.text);
    case 'paste':
      return key.lines.length === 1 ? typed(state, key.lines[0] ?? '') : state;
    case 'backspace':
      return { ...state, letters: state.letters.slice(0, -1), missing: false };
    case 'ctrl':
      return key.letter === 'u' || key.letter === 'w' ? { ...state, letters: [], missing: false } : state;
    case 'enter':
      return isComplete(state) ? { ...state, confirmed: true } : { ...state, missing: true };
    default:
      return state;
  }
}

const typed = (state: ConfirmState, text: string): ConfirmState => ({
  ...state,
  letters: graphemes(state.letters.join('') + text).slice(0, LONGEST),
  missing: false,
});

/** The keys that mean something here; all others go to the screen. */
export const isConfirmKey = (key: Key): boolean =>
  ['text', 'paste', 'backspace', 'enter'].includes(key.kind) ||
  (key.kind === 'ctrl' && (key.letter === 'u' || key.letter === 'w'));
