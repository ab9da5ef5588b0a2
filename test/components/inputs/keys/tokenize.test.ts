import type { Key as InkKey } from 'ink';
import { describe, expect, test } from 'vitest';
import type { Key } from '../../../../components/inputs/keys/key.ts';
import { pasted, tokenize } from '../../../../components/inputs/keys/tokenize.ts';

/** A short spelling: `text:a`, `ctrl:u`, or the kind. */
const spell = (key: Key): string => {
  if (key.kind === 'text') return `text:${key.text}`;
  if (key.kind === 'ctrl') return `ctrl:${key.letter}`;
  return key.kind === 'paste' ? `paste:${key.lines.join('|')}` : key.kind;
};

type Row = { name: string; input: string; key?: Partial<InkKey>; keys: string[] };

const typed: Row[] = [
  { name: 'one letter', input: 'a', keys: ['text:a'] },
  { name: 'a word and Enter in one piece', input: 'hi\r', keys: ['text:h', 'text:i', 'enter'] },
  { name: 'two Enters in one piece', input: '\r\r', keys: ['enter', 'enter'] },
  { name: 'a line feed is an Enter', input: '\n', keys: ['enter'] },
  { name: 'a Windows line end is one Enter', input: 'a\r\n', keys: ['text:a', 'enter'] },
  { name: 'two Tabs in one piece', input: '\t\t', keys: ['tab', 'tab'] },
  { name: 'Ctrl+U in the middle', input: 'a\u0015b', keys: ['text:a', 'ctrl:u', 'text:b'] },
  { name: 'Ctrl+G in the middle is help', input: 'a\u0007', keys: ['text:a', 'help'] },
  { name: 'a digit and a question mark', input: '1?', keys: ['text:1', 'text:?'] },
  { name: 'a composed accent stays one key', input: 'e\u0301x', keys: ['text:e\u0301', 'text:x'] },
  { name: 'a family stays one key', input: '👨‍👩‍👧', keys: ['text:👨‍👩‍👧'] },
  { name: 'what turns or hides text is dropped', input: 'a\u202e\u200bb', keys: ['text:a', 'text:b'] },
  { name: 'other control characters are dropped', input: 'a\u001cb\u0085', keys: ['text:a', 'text:b'] },
];

const named: Row[] = [
  { name: 'Enter', input: '\r', key: { return: true }, keys: ['enter'] },
  { name: 'Esc', input: '', key: { escape: true }, keys: ['escape'] },
  { name: 'Esc twice', input: '', key: { escape: true, meta: true }, keys: ['escape', 'escape'] },
  { name: 'Tab', input: '', key: { tab: true }, keys: ['tab'] },
  { name: 'Shift+Tab', input: '', key: { tab: true, shift: true }, keys: ['backTab'] },
  { name: 'Backspace', input: '', key: { backspace: true }, keys: ['backspace'] },
  { name: 'Delete', input: '', key: { delete: true }, keys: ['delete'] },
  { name: 'an arrow', input: '', key: { upArrow: true }, keys: ['up'] },
  { name: 'Ctrl with an arrow', input: '', key: { leftArrow: true, ctrl: true }, keys: ['wordLeft'] },
  { name: 'Option with an arrow', input: 'f', key: { meta: true }, keys: ['wordRight'] },
  { name: 'Option with Backspace', input: '', key: { backspace: true, meta: true }, keys: ['ctrl:w'] },
  { name: 'Page Down', input: '', key: { pageDown: true }, keys: ['pageDown'] },
  { name: 'Home', input: '', key: { home: true }, keys: ['home'] },
  { name: 'F1', input: '', keys: ['help'] },
  { name: 'Ctrl+G', input: 'g', key: { ctrl: true }, keys: ['help'] },
  { name: 'Ctrl+Y', input: 'y', key: { ctrl: true }, keys: ['ctrl:y'] },
  { name: 'Ctrl+Space means nothing', input: ' ', key: { ctrl: true }, keys: [] },
  { name: 'Alt with a letter means nothing', input: 'x', key: { meta: true }, keys: [] },
  { name: 'Alt+Enter does not submit', input: '\r', key: { return: true, meta: true }, keys: [] },
  { name: 'a key that is let go', input: 'a', key: { eventType: 'release' }, keys: [] },
];

test.each([...typed, ...named])('$name', ({ input, key = {}, keys }) => {
  expect(tokenize(input, key).map(spell)).toEqual(keys);
});

describe('a paste', () => {
  test.each([
    { name: 'one line is trimmed', text: '  dana@contoso.com\r\n', lines: ['dana@contoso.com'] },
    { name: 'empty lines are left out', text: 'a\r\n\r\n b \rc\n', lines: ['a', 'b', 'c'] },
    { name: 'columns of a table keep their tabs', text: 'a\tb\nc\td', lines: ['a\tb', 'c\td'] },
    { name: 'escape characters and marks nobody sees are dropped', text: 'a\u001b[31mb\ufeff', lines: ['a[31mb'] },
    { name: 'nothing at all', text: ' \n ', lines: [] },
  ])('$name', ({ text, lines }) => {
    expect(pasted(text)).toMatchObject({ kind: 'paste', lines });
  });

  test('many filled lines in one piece are a paste that the terminal did not mark', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `user${index}@contoso.com`);
    expect(tokenize(`${lines.join('\r')}\r`, {})).toEqual([{ kind: 'paste', text: `${lines.join('\n')}\n`, lines }]);
  });

  test('a whole wizard typed ahead is not a paste', () => {
    expect(tokenize('\r\rdana\r\r\r\ryes\r', {}).filter((key) => key.kind === 'enter')).toHaveLength(7);
  });
});
