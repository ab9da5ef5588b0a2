import type { Key as InkKey } from 'ink';
import { graphemes } from '../../text/width.ts';
import type { Key, KeyKind } from './key.ts';

/** What nobody types on purpose: controls, and format characters except the two that emoji and scripts are joined with. */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t\n\u{200C}\u{200D}]]/gv;
const LINE_END = /\r\n|[\r\n\u2028\u2029]/;

/**
 * More filled lines in one piece than this are a paste from a terminal that does not mark pastes: nobody types that
 * far ahead, and each line end would submit a field.
 */
const LONGEST_TYPE_AHEAD = 8;

const NAMES = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['pageUp', 'pageUp'],
  ['pageDown', 'pageDown'],
  ['home', 'home'],
  ['end', 'end'],
  ['delete', 'delete'],
] as const satisfies readonly [keyof InkKey, KeyKind][];

/** A whole paste as one key. */
export function pasted(raw: string): Key {
  const text = raw.split(LINE_END).join('\n').replace(INVISIBLE, '');
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { kind: 'paste', text, lines };
}

const ctrlKey = (letter: string): Key => (letter === 'g' ? { kind: 'help' } : { kind: 'ctrl', letter });

/** One control character as it stands in the middle of type-ahead. */
function controlKey(char: string): Key[] {
  if (char === '\r' || char === '\n' || char === '\r\n') return [{ kind: 'enter' }];
  if (char === '\t') return [{ kind: 'tab' }];
  if (char === '\b' || char === '\u007f') return [{ kind: 'backspace' }];
  const code = char.codePointAt(0) ?? 0;
  return code >= 1 && code <= 26 ? [ctrlKey(String.fromCodePoint(code + 96))] : [];
}

function textKeys(grapheme: string): Key[] {
  if (/^\p{Cc}/u.test(grapheme)) return controlKey(grapheme);
  const text = grapheme.replace(INVISIBLE, '');
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** Type-ahead arrives in one piece, Enter included. */
function splitPiece(input: string): Key[] {
  const filled = input.split(LINE_END).filter((line) => line.trim() !== '').length;
  return filled > LONGEST_TYPE_AHEAD ? [pasted(input)] : graphemes(input).flatMap(textKeys);
}

/** Mac terminals send Option with an arrow or Backspace as Alt; nothing else is bound to Alt. */
function altKeys(input: string, key: Partial<InkKey>): Key[] {
  if (key.escape) return [{ kind: 'escape' }, { kind: 'escape' }];
  if (key.backspace) return [{ kind: 'ctrl', letter: 'w' }];
  if (key.leftArrow || input === 'b') return [{ kind: 'wordLeft' }];
  return key.rightArrow || input === 'f' ? [{ kind: 'wordRight' }] : [];
}

function specialKey(key: Partial<InkKey>): Key | undefined {
  if (key.return) return { kind: 'enter' };
  if (key.escape) return { kind: 'escape' };
  if (key.tab) return { kind: key.shift ? 'backTab' : 'tab' };
  if (key.backspace) return { kind: 'backspace' };
  if (key.leftArrow) return { kind: key.ctrl ? 'wordLeft' : 'left' };
  if (key.rightArrow) return { kind: key.ctrl ? 'wordRight' : 'right' };
  const name = NAMES.find(([flag]) => key[flag]);
  return name && { kind: name[1] };
}

/** Turns what Ink's `useInput` hands over into keys; unknown combinations become none. */
export function tokenize(input: string, key: Partial<InkKey>): readonly Key[] {
  if (key.eventType === 'release') return [];
  if (key.meta) return altKeys(input, key);
  const special = specialKey(key);
  if (special) return [special];
  if (key.ctrl) return /^[a-z]$/.test(input) ? [ctrlKey(input)] : [];
  // Ink does not say which function key was pressed, only that it was one; the only one in use is F1.
  return input === '' ? [{ kind: 'help' }] : splitPiece(input);
}
