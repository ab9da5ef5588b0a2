import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConfirmState,
  isComplete,
  openConfirm,
  reduceConfirm,
} from '../../../components/inputs/ConfirmInput/state.ts';
import type { Key } from '../../../components/inputs/keys/key.ts';
import { pasted, tokenize } from '../../../components/inputs/keys/tokenize.ts';

const press = (state: ConfirmState, key: Key): ConfirmState => reduceConfirm(state, { type: 'key', key });
const painted = (word: string): ConfirmState => reduceConfirm(openConfirm(word), { type: 'painted' });
const type = (word: string, typed: string): ConfirmState => tokenize(typed, {}).reduce(press, painted(word));

describe('a typed word', () => {
  test.each([
    { name: 'the whole word and Enter', word: 'yes', typed: 'yes\r', confirmed: true },
    { name: 'spaces around it do not matter', word: 'yes', typed: ' yes \r', confirmed: true },
    { name: 'a number of rows', word: '48', typed: '48\r', confirmed: true },
    { name: 'a name of two words', word: 'Fabrikam GmbH', typed: 'Fabrikam GmbH\r', confirmed: true },
    { name: 'an accent typed in two parts', word: 'Caf\u00e9', typed: 'Cafe\u0301\r', confirmed: true },
    { name: 'corrected on the way', word: 'yes', typed: 'yex\u007fs\r', confirmed: true },
    { name: 'Enter too early, then the rest', word: 'yes', typed: 'ye\rs\r', confirmed: true },
    { name: 'without Enter', word: 'yes', typed: 'yes', confirmed: false },
    { name: 'a part', word: 'yes', typed: 'ye\r', confirmed: false },
    { name: 'more than the word', word: 'yes', typed: 'yess\r', confirmed: false },
    { name: 'other capitals', word: 'yes', typed: 'Yes\r', confirmed: false },
    { name: 'Enter alone', word: 'yes', typed: '\r\r', confirmed: false },
    { name: 'a wrong number', word: '48', typed: '480\r', confirmed: false },
    { name: 'an empty word confirms nothing', word: '', typed: '\r', confirmed: false },
  ])('$name', ({ word, typed, confirmed }) => {
    expect(type(word, typed).confirmed).toBe(confirmed);
  });

  test('nothing counts before it was painted', () => {
    const state = tokenize('yes\r', {}).reduce(press, openConfirm('yes'));
    expect(state).toEqual(openConfirm('yes'));
  });

  test('Enter too early says that something is missing, until the next change', () => {
    expect([type('yes', 'ye\r').missing, type('yes', 'ye\rs').missing]).toEqual([true, false]);
  });

  test.each([
    { name: 'of the word needs an Enter of its own', text: 'yes\n', complete: true },
    { name: 'of several lines is not taken', text: 'yes\nyes', complete: false },
  ])('a paste $name', ({ text, complete }) => {
    const state = press(painted('yes'), pasted(text));
    expect([isComplete(state), state.confirmed]).toEqual([complete, false]);
  });

  test('nothing changes after the word was confirmed', () => {
    const done = type('yes', 'yes\r');
    expect(press(done, { kind: 'enter' })).toBe(done);
  });
});

describe('random keys', () => {
  const named = ['enter', 'escape', 'tab', 'backspace', 'delete', 'up', 'left', 'help', 'end'] as const;
  /** Every letter but the last of the word. */
  const anyKey: fc.Arbitrary<Key> = fc.oneof(
    fc.constantFrom(...'yeYES0123 \u0301日').map((text): Key => ({ kind: 'text', text })),
    fc.constantFrom(...named).map((kind): Key => ({ kind })),
    fc.constantFrom('u', 'w', 'y', 'a').map((letter): Key => ({ kind: 'ctrl', letter })),
    fc.constantFrom('ye', 'YES', 'ye\ns', '\r').map(pasted),
  );

  test('a hundred thousand of them, the word not among them, confirm nothing', () => {
    const keys = fc.sample(anyKey, { numRuns: 100_000, seed: 7 });
    const last = keys.reduce((state, key) => {
      const next = press(state, key);
      if (next.confirmed) throw new Error(`confirmed by ${next.letters.join('')}`);
      return next;
    }, painted('yes'));
    expect(last.confirmed).toBe(false);
  });

  test('whatever is pressed, only Enter on the complete word confirms', () => {
    const withWord = fc.oneof(anyKey, fc.constantFrom<Key>({ kind: 'text', text: 's' }, pasted('yes')));
    fc.assert(
      fc.property(fc.array(withWord, { maxLength: 40 }), (keys) => {
        keys.reduce((state, key) => {
          const next = press(state, key);
          if (next.confirmed && !state.confirmed) expect([key.kind, isComplete(state)]).toEqual(['enter', true]);
          return next;
        }, painted('yes'));
      }),
    );
  });
});
