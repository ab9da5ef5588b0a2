import { cleanText } from '../../../src/problems/clean.ts';
import { isCtrl, type Key, type KeyKind } from '../keys/key.ts';
import { type TextAction, type TextState, textOf } from './state.ts';

/** What a key means to a text field. `pass` leaves it to the screen. */
export type TextIntent =
  | { type: 'edit'; action: TextAction }
  | { type: 'submit'; text: string }
  | { type: 'pastedMany'; lines: readonly string[] }
  | { type: 'pass' };

/** What the field can offer besides what is typed. */
export type Offers = {
  /** The whole text that the typed one could become, for instance with its domain. */
  complete: (text: string) => string | undefined;
  /** A text that would remove the shown finding. */
  suggestion: string | undefined;
  /** Earlier inputs, newest first. */
  recall: readonly string[];
};

const PASS: TextIntent = { type: 'pass' };
const edit = (action: TextAction): TextIntent => ({ type: 'edit', action });

const EDITS: { readonly [K in KeyKind]?: TextAction } = {
  backspace: { type: 'erase', what: 'before' },
  delete: { type: 'erase', what: 'after' },
  left: { type: 'move', to: 'left' },
  right: { type: 'move', to: 'right' },
  wordLeft: { type: 'move', to: 'wordLeft' },
  wordRight: { type: 'move', to: 'wordRight' },
  home: { type: 'move', to: 'start' },
  end: { type: 'move', to: 'end' },
};

const CTRL_EDITS: { readonly [letter: string]: TextAction } = {
  a: { type: 'move', to: 'start' },
  e: { type: 'move', to: 'end' },
  u: { type: 'erase', what: 'toStart' },
  k: { type: 'erase', what: 'toEnd' },
  w: { type: 'erase', what: 'word' },
  d: { type: 'erase', what: 'after' },
};

/** The part of the completion that is not typed yet; only offered at the end of the text, where it is shown. */
export function completionAfter(state: TextState, complete: Offers['complete']): string {
  const typed = textOf(state);
  if (state.at !== state.letters.length) return '';
  const whole = cleanText(complete(typed) ?? '');
  return whole.startsWith(typed) ? whole.slice(typed.length) : '';
}

/** The key map of a text field. */
export function textIntent(key: Key, state: TextState, offers: Offers): TextIntent {
  if (state.closed) return PASS;
  switch (key.kind) {
    case 'text':
      return edit({ type: 'insert', text: key.text });
    case 'paste':
      return key.lines.length > 1
        ? { type: 'pastedMany', lines: key.lines }
        : edit({ type: 'insert', text: key.lines[0] ?? '' });
    case 'enter':
      return { type: 'submit', text: textOf(state) + completionAfter(state, offers.complete) };
    case 'tab': {
      const rest = completionAfter(state, offers.complete);
      return rest === '' ? PASS : edit({ type: 'insert', text: rest });
    }
    case 'up':
    case 'down':
      return offers.recall.length === 0
        ? PASS
        : edit({ type: 'recall', older: key.kind === 'up', inputs: offers.recall });
    case 'ctrl':
      return ctrlIntent(key, offers);
    default: {
      const action = EDITS[key.kind];
      return action ? edit(action) : PASS;
    }
  }
}

function ctrlIntent(key: Extract<Key, { kind: 'ctrl' }>, { suggestion }: Offers): TextIntent {
  if (isCtrl(key, 'y')) return suggestion === undefined ? PASS : edit({ type: 'replace', text: suggestion });
  const action = CTRL_EDITS[key.letter];
  return action ? edit(action) : PASS;
}
