import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Key } from '../../../components/inputs/keys/key.ts';
import { tokenize } from '../../../components/inputs/keys/tokenize.ts';
import { type Offers, textIntent } from '../../../components/inputs/TextInput/keys.ts';
import { openText, reduceText, type TextState, textOf } from '../../../components/inputs/TextInput/state.ts';
import { visiblePart } from '../../../components/inputs/TextInput/view.ts';
import { graphemes, widthOf } from '../../../components/text/width.ts';

const offers: Offers = { complete: () => undefined, suggestion: undefined, recall: [] };

const press = (state: TextState, key: Key, more: Partial<Offers> = {}): TextState => {
  const intent = textIntent(key, state, { ...offers, ...more });
  return intent.type === 'edit' ? reduceText(state, intent.action) : state;
};
const pressAll = (keys: readonly Key[], state = openText(''), more: Partial<Offers> = {}): TextState =>
  keys.reduce((now, key) => press(now, key, more), state);
/** The text with a bar where the cursor is. */
const spell = ({ letters, at }: TextState): string => `${letters.slice(0, at).join('')}|${letters.slice(at).join('')}`;
const at = (place: number, text: string): TextState => ({ ...openText(text), at: place });
const ctrl = (letter: string): Key => ({ kind: 'ctrl', letter });

describe('editing', () => {
  test.each([
    { name: 'typing goes in at the cursor', from: at(1, 'ac'), key: { kind: 'text', text: 'b' }, to: 'ab|c' },
    { name: 'Backspace', from: at(2, 'abc'), key: { kind: 'backspace' }, to: 'a|c' },
    { name: 'Backspace at the start', from: at(0, 'abc'), key: { kind: 'backspace' }, to: '|abc' },
    { name: 'Backspace takes a whole family', from: at(2, 'a👨‍👩‍👧b'), key: { kind: 'backspace' }, to: 'a|b' },
    { name: 'Backspace takes letter and accent', from: at(1, 'e\u0301b'), key: { kind: 'backspace' }, to: '|b' },
    { name: 'Delete', from: at(1, 'abc'), key: { kind: 'delete' }, to: 'a|c' },
    { name: 'Delete at the end', from: at(3, 'abc'), key: { kind: 'delete' }, to: 'abc|' },
    { name: 'left', from: at(1, 'abc'), key: { kind: 'left' }, to: '|abc' },
    { name: 'left over a wide character', from: at(2, '日本'), key: { kind: 'left' }, to: '日|本' },
    { name: 'right', from: at(1, 'abc'), key: { kind: 'right' }, to: 'ab|c' },
    { name: 'right at the end', from: at(3, 'abc'), key: { kind: 'right' }, to: 'abc|' },
    { name: 'Home', from: at(2, 'abc'), key: { kind: 'home' }, to: '|abc' },
    { name: 'End', from: at(1, 'abc'), key: { kind: 'end' }, to: 'abc|' },
    { name: 'Ctrl+A', from: at(2, 'abc'), key: ctrl('a'), to: '|abc' },
    { name: 'Ctrl+E', from: at(1, 'abc'), key: ctrl('e'), to: 'abc|' },
    { name: 'Ctrl+U', from: at(2, 'abc'), key: ctrl('u'), to: '|c' },
    { name: 'Ctrl+K', from: at(1, 'abc'), key: ctrl('k'), to: 'a|' },
    {
      name: 'Ctrl+W takes a part of an address',
      from: openText('dana@contoso.com'),
      key: ctrl('w'),
      to: 'dana@contoso.|',
    },
    { name: 'Ctrl+W takes the sign before the cursor with it', from: openText('dana@'), key: ctrl('w'), to: '|' },
    { name: 'a word to the left', from: openText('dana@contoso'), key: { kind: 'wordLeft' }, to: 'dana@|contoso' },
    { name: 'a word to the right', from: at(0, 'dana@contoso'), key: { kind: 'wordRight' }, to: 'dana|@contoso' },
    {
      name: 'an accent joins the letter before it',
      from: at(1, 'eb'),
      key: { kind: 'text', text: '\u0301' },
      to: 'e\u0301|b',
    },
    { name: 'right-to-left text', from: at(4, 'שלום'), key: { kind: 'backspace' }, to: 'שלו|' },
    { name: 'a paste of one line', from: at(1, 'ac'), key: { kind: 'paste', text: 'b', lines: ['b'] }, to: 'ab|c' },
    { name: 'Ctrl+Y without a suggestion', from: openText('ab'), key: ctrl('y'), to: 'ab|' },
  ] satisfies { name: string; from: TextState; key: Key; to: string }[])('$name', ({ from, key, to }) => {
    expect(spell(press(from, key))).toBe(to);
  });

  test('text from outside loses escape sequences and line ends', () => {
    expect(textOf(openText('a\u001b[2Jb\nc'))).toBe('ab c');
  });

  test('text stays within its longest length', () => {
    const many = pressAll(tokenize('a'.repeat(3000), {}));
    expect(many.letters).toHaveLength(2048);
  });
});

describe('what the field offers', () => {
  const complete = (text: string) => (text.startsWith('dana') ? 'dana@contoso.com' : undefined);
  const recall = ['newest', 'older'];

  test.each([
    { name: 'Tab takes the completion', state: openText('dana'), key: { kind: 'tab' }, to: 'dana@contoso.com|' },
    { name: 'not in the middle of the text', state: at(2, 'dana'), key: { kind: 'tab' }, to: 'da|na' },
    { name: 'Ctrl+Y takes the suggestion', state: openText('x'), key: ctrl('y'), to: 'dana@fabrikam.com|' },
    { name: 'Up recalls the newest input', state: openText('typed'), key: { kind: 'up' }, to: 'newest|' },
  ] satisfies { name: string; state: TextState; key: Key; to: string }[])('$name', ({ state, key, to }) => {
    expect(spell(press(state, key, { complete, recall, suggestion: 'dana@fabrikam.com' }))).toBe(to);
  });

  test('Down brings back what was typed, and recalling ends at the oldest', () => {
    const up: Key = { kind: 'up' };
    const down: Key = { kind: 'down' };
    const seen = [up, up, up, down, down, down].map((_, index, keys) =>
      textOf(pressAll(keys.slice(0, index + 1), openText('typed'), { recall })),
    );
    expect(seen).toEqual(['newest', 'older', 'older', 'newest', 'typed', 'typed']);
  });

  test.each([
    { name: 'Enter submits the text', state: openText('omar'), intent: { type: 'submit', text: 'omar' } },
    {
      name: 'Enter takes the completion',
      state: openText('dana'),
      intent: { type: 'submit', text: 'dana@contoso.com' },
    },
    { name: 'Enter submits an empty text', state: openText(''), intent: { type: 'submit', text: '' } },
    { name: 'a closed field leaves Enter alone', state: { ...openText('a'), closed: true }, intent: { type: 'pass' } },
  ])('$name', ({ state, intent }) => {
    expect(textIntent({ kind: 'enter' }, state, { ...offers, complete })).toEqual(intent);
  });

  test.each([
    { name: 'Esc', key: { kind: 'escape' } },
    { name: 'Shift+Tab', key: { kind: 'backTab' } },
    { name: 'Tab without a completion', key: { kind: 'tab' } },
    { name: 'Up without earlier inputs', key: { kind: 'up' } },
    { name: 'F1', key: { kind: 'help' } },
    { name: 'Ctrl+L', key: ctrl('l') },
  ] satisfies { name: string; key: Key }[])('$name goes to the screen', ({ key }) => {
    expect(textIntent(key, openText('a'), offers)).toEqual({ type: 'pass' });
  });

  test('a paste of several lines is handed on, not inserted', () => {
    const key: Key = { kind: 'paste', text: 'a\nb', lines: ['a', 'b'] };
    expect(textIntent(key, openText(''), offers)).toEqual({ type: 'pastedMany', lines: ['a', 'b'] });
  });
});

const anyKey: fc.Arbitrary<Key> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).map((text): Key => ({ kind: 'text', text })),
  fc.constantFrom<Key>(
    { kind: 'backspace' },
    { kind: 'delete' },
    { kind: 'left' },
    { kind: 'right' },
    { kind: 'wordLeft' },
    { kind: 'wordRight' },
    { kind: 'home' },
    { kind: 'end' },
    { kind: 'up' },
    { kind: 'down' },
    ctrl('u'),
    ctrl('k'),
    ctrl('w'),
  ),
);

test('whatever is pressed, the cursor stays between graphemes', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 60 }), (keys) => {
      const state = pressAll(keys, openText('dana@contoso.com'), { recall: ['a', 'ö'] });
      expect(state.at).toBeGreaterThanOrEqual(0);
      expect(state.at).toBeLessThanOrEqual(state.letters.length);
      expect(state.letters.every((letter) => letter !== '')).toBe(true);
    }),
  );
});

describe('the visible part of a line', () => {
  const cut = (text: string, place: number, width: number) => visiblePart(graphemes(text), place, width, '…');

  test.each([
    { name: 'text that fits', shown: cut('abc', 1, 10), expected: { text: 'abc', cursor: 1 } },
    { name: 'the end of a long text', shown: cut('abcdefghij', 10, 6), expected: { text: '…ghij', cursor: 5 } },
    { name: 'its start', shown: cut('abcdefghij', 0, 6), expected: { text: 'abcd…', cursor: 0 } },
    { name: 'its middle', shown: cut('abcdefghij', 6, 6), expected: { text: '…def…', cursor: 4 } },
  ])('$name', ({ shown, expected }) => {
    expect(shown).toEqual(expected);
  });

  test('it never takes more than the width, with a cell left for the cursor', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.nat({ max: 60 }),
        fc.integer({ min: 4, max: 40 }),
        (text, place, width) => {
          const letters = graphemes(text);
          const shown = visiblePart(letters, Math.min(place, letters.length), width, '…');
          expect(widthOf(shown.text)).toBeLessThan(width);
          expect(shown.cursor).toBeGreaterThanOrEqual(0);
          expect(shown.cursor).toBeLessThan(width);
        },
      ),
    );
  });
});
