import { cleanText } from '../../../src/problems/clean.ts';
import { graphemes } from '../../text/width.ts';

/** A line of text as graphemes, so that one Backspace removes one thing a person sees. `at` is before that grapheme. */
export type TextState = {
  readonly letters: readonly string[];
  readonly at: number;
  /** Which earlier input is shown, 0 the newest, and the text that was typed before; null when none is. */
  readonly recalled: { readonly index: number; readonly draft: string } | null;
  /** After a submit nothing changes any more: what is typed ahead belongs to the next question. */
  readonly closed: boolean;
};

export type TextAction =
  | { type: 'insert'; text: string }
  | { type: 'replace'; text: string }
  | { type: 'erase'; what: 'before' | 'after' | 'word' | 'toStart' | 'toEnd' }
  | { type: 'move'; to: 'left' | 'right' | 'wordLeft' | 'wordRight' | 'start' | 'end' }
  | { type: 'recall'; older: boolean; inputs: readonly string[] }
  | { type: 'close' }
  | { type: 'reopen' };

/** Longer than any address or id that is asked for. */
const LONGEST = 2048;
const PRINTABLE_ASCII = /^[ -~]*$/;

export const textOf = (state: TextState): string => state.letters.join('');

/** A field that opens with a text from outside. */
export const openText = (text: string): TextState => lineOf(cleanText(text));

function lineOf(text: string): TextState {
  const letters = graphemes(text).slice(0, LONGEST);
  return { letters, at: letters.length, recalled: null, closed: false };
}

export function reduceText(state: TextState, action: TextAction): TextState {
  if (action.type === 'reopen') return { ...state, closed: false };
  if (state.closed) return state;
  switch (action.type) {
    case 'insert':
      return insert(state, action.text.replaceAll(/[\t\n]/g, ' '));
    case 'replace':
      return openText(action.text);
    case 'erase':
      return erase(state, action.what);
    case 'move':
      return { ...state, at: placeOf(state, action.to) };
    case 'recall':
      return recall(state, action.older, action.inputs);
    case 'close':
      return { ...state, closed: true };
  }
}

/** Joining characters can melt with their neighbours, so other text than ASCII is split into graphemes again. */
function insert(state: TextState, text: string): TextState {
  const before = state.letters.slice(0, state.at);
  const after = state.letters.slice(state.at);
  const typed = PRINTABLE_ASCII.test(text) ? text.split('') : null;
  const letters = typed ? [...before, ...typed, ...after] : graphemes([...before, text, ...after].join(''));
  if (letters.length > LONGEST) return state;
  const at = typed ? state.at + typed.length : graphemesUntil(letters, before.join('').length + text.length);
  return { ...state, letters, at, recalled: null };
}

function graphemesUntil(letters: readonly string[], length: number): number {
  let seen = 0;
  let count = 0;
  while (count < letters.length && seen < length) {
    seen += letters[count]?.length ?? 0;
    count += 1;
  }
  return count;
}

const without = (state: TextState, from: number, to: number): TextState =>
  from >= to
    ? state
    : { ...state, letters: [...state.letters.slice(0, from), ...state.letters.slice(to)], at: from, recalled: null };

function erase(state: TextState, what: Extract<TextAction, { type: 'erase' }>['what']): TextState {
  const { at, letters } = state;
  switch (what) {
    case 'before':
      return without(state, Math.max(0, at - 1), at);
    case 'after':
      return without(state, at, Math.min(letters.length, at + 1));
    case 'word':
      return without(state, placeOf(state, 'wordLeft'), at);
    case 'toStart':
      return without(state, 0, at);
    case 'toEnd':
      return without(state, at, letters.length);
  }
}

/** Addresses have no spaces: their parts count as words. */
const isBreak = (letter: string | undefined): boolean => letter !== undefined && /^[\s@./:\\]/.test(letter);

function placeOf({ letters, at }: TextState, to: Extract<TextAction, { type: 'move' }>['to']): number {
  switch (to) {
    case 'left':
      return Math.max(0, at - 1);
    case 'right':
      return Math.min(letters.length, at + 1);
    case 'start':
      return 0;
    case 'end':
      return letters.length;
    case 'wordLeft': {
      let place = at;
      while (place > 0 && isBreak(letters[place - 1])) place -= 1;
      while (place > 0 && !isBreak(letters[place - 1])) place -= 1;
      return place;
    }
    case 'wordRight': {
      let place = at;
      while (place < letters.length && isBreak(letters[place])) place += 1;
      while (place < letters.length && !isBreak(letters[place])) place += 1;
      return place;
    }
  }
}

/** Up goes to older inputs; Down comes back, last to what was being typed. */
function recall(state: TextState, older: boolean, inputs: readonly string[]): TextState {
  const shown = state.recalled ?? { index: -1, draft: textOf(state) };
  const index = shown.index + (older ? 1 : -1);
  if (index < -1 || index >= inputs.length) return state;
  const next = index === -1 ? lineOf(shown.draft) : openText(inputs[index] ?? '');
  return { ...next, recalled: index === -1 ? null : { index, draft: shown.draft } };
}
