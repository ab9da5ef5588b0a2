type Named =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backTab'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'wordLeft'
  | 'wordRight'
  | 'home'
  | 'end'
  | 'pageUp'
  | 'pageDown'
  | 'backspace'
  | 'delete'
  | 'help';

/**
 * One key. `text` is a single grapheme; `paste` is all of a paste at once, its lines trimmed and without empty ones.
 * `help` is F1 or Ctrl+G.
 */
export type Key =
  | { kind: 'text'; text: string }
  | { kind: 'paste'; text: string; lines: readonly string[] }
  | { kind: 'ctrl'; letter: string }
  | { kind: Named };

export type KeyKind = Key['kind'];

export const isCtrl = (key: Key, letter: string): boolean => key.kind === 'ctrl' && key.letter === letter;
export const isText = (key: Key, text: string): boolean => key.kind === 'text' && key.text === text;
