import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Frame } from '../../../components/frame/Frame.tsx';
import { KeyRouter } from '../../../components/inputs/keys/KeyRouter.tsx';
import type { Key } from '../../../components/inputs/keys/key.ts';
import { tokenize } from '../../../components/inputs/keys/tokenize.ts';
import { selectIntent } from '../../../components/inputs/SelectInput/keys.ts';
import { SelectInput } from '../../../components/inputs/SelectInput/SelectInput.tsx';
import { focusedOf, openSelect, reduceSelect } from '../../../components/inputs/SelectInput/state.ts';
import { hiddenText, shownChoices } from '../../../components/inputs/SelectInput/view.ts';
import { ThemeProvider } from '../../../components/theme.ts';
import { renderScreen } from '../../support/screen.ts';

const text = (letter: string): Key => ({ kind: 'text', text: letter });

/** Where the focus is after the keys, out of twelve choices, or which one was chosen. */
function play(keys: readonly Key[], from = 0): string {
  let state = openSelect(from);
  for (const key of keys) {
    const intent = selectIntent(key, state, 12);
    if (intent.type === 'choose') return `chose ${intent.at}`;
    if (intent.type === 'edit') state = reduceSelect(state, intent.action);
  }
  return `at ${focusedOf(state, 12)}`;
}

describe('a list', () => {
  test.each([
    { name: 'Down', keys: [{ kind: 'down' }], expected: 'at 1' },
    { name: 'Up at the top stays', keys: [{ kind: 'up' }], expected: 'at 0' },
    { name: 'j and k', keys: tokenize('jjk', {}), expected: 'at 1' },
    { name: 'g and G', keys: tokenize('G', {}), expected: 'at 11' },
    { name: 'a page', keys: [{ kind: 'pageDown' }], expected: 'at 10' },
    { name: 'a page does not leave the list', keys: [{ kind: 'pageDown' }, { kind: 'pageDown' }], expected: 'at 11' },
    { name: 'Home', keys: [{ kind: 'end' }, { kind: 'home' }], expected: 'at 0' },
    { name: 'Enter chooses', keys: [{ kind: 'down' }, { kind: 'enter' }], expected: 'chose 1' },
    { name: 'a digit chooses at once', keys: [text('4')], expected: 'chose 3' },
    { name: 'zero means nothing', keys: [text('0')], expected: 'at 0' },
    { name: 'other letters are left to the screen', keys: tokenize('nq?', {}), expected: 'at 0' },
  ] satisfies { name: string; keys: readonly Key[]; expected: string }[])('$name', ({ keys, expected }) => {
    expect(play(keys)).toBe(expected);
  });

  test('a digit beyond the list is left to the screen', () => {
    expect(selectIntent(text('4'), openSelect(0), 3)).toEqual({ type: 'pass' });
  });

  test('a list that became shorter keeps the focus inside', () => {
    expect(focusedOf(openSelect(9), 4)).toBe(3);
  });

  test('an empty list chooses nothing', () => {
    expect(selectIntent({ kind: 'enter' }, openSelect(0), 0)).toEqual({ type: 'pass' });
  });
});

describe('the visible choices', () => {
  test.each([
    { name: 'all that fit', heights: [1, 1, 1], focused: 2, height: 3, expected: [0, 3, ''] },
    { name: 'from the top', heights: [1, 1, 1, 1], focused: 0, height: 3, expected: [0, 2, '2 more below'] },
    { name: 'down to the focus', heights: [1, 1, 1, 1], focused: 3, height: 3, expected: [2, 4, '2 more above'] },
    { name: 'tall ones', heights: [3, 3, 3], focused: 1, height: 5, expected: [1, 2, '1 more above, 1 more below'] },
  ])('$name', ({ heights, focused, height, expected }) => {
    const shown = shownChoices(heights, focused, height);
    expect([shown.from, shown.to, hiddenText(shown)]).toEqual(expected);
  });

  test('the focused one is always among them, and they fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 50 }),
        fc.nat({ max: 49 }),
        fc.integer({ min: 4, max: 20 }),
        (heights, place, height) => {
          const focused = Math.min(place, heights.length - 1);
          const { from, to, above, below } = shownChoices(heights, focused, height);
          const used = heights.slice(from, to).reduce((all, one) => all + one, above + below > 0 ? 1 : 0);
          expect(from <= focused && focused < to).toBe(true);
          expect(used).toBeLessThanOrEqual(height);
          expect(above + below + to - from).toBe(heights.length);
        },
      ),
    );
  });
});

test('choices with descriptions and notes, in a window that is too low for all', async () => {
  const chosen: string[] = [];
  const choices = [
    { value: 'user', label: "A person's OneDrive", description: 'Most common.', note: 'default' },
    { value: 'site', label: 'A site \u001b[31mred\u001b[0m', description: 'Needs addresses.' },
    { value: 'group', label: 'A group', description: 'Needs nicknames.' },
  ];
  const { waitFor, press } = renderScreen(
    <ThemeProvider theme={{ ascii: true }}>
      <KeyRouter>
        <Frame title={{}} keys={[['Enter', 'choose']]}>
          <SelectInput choices={choices} onChoose={(value) => chosen.push(value)} isSpaced height={7} initial="user" />
        </Frame>
      </KeyRouter>
    </ThemeProvider>,
  );
  const first = await waitFor('1 more below');
  expect(first).toContain(" > 1  A person's OneDrive");
  expect(first).toMatch(/default$/m);
  expect(first).toContain('      Most common.');
  expect(first).toContain('   2  A site red');
  press('\u001b[B\u001b[B');
  expect(await waitFor('1 more above')).toContain(' > 3  A group');
  press('\r');
  await expect.poll(() => chosen, { interval: 2 }).toEqual(['group']);
});
