import { expect, test } from 'vitest';
import { showsUnicode } from '../../src/frontends/ascii.ts';
import { besides, wrap } from '../../src/frontends/layout.ts';

const wraps = [
  { name: 'breaks at spaces', text: 'one two three', width: 7, lines: ['one two', 'three'] },
  {
    name: 'keeps a long word whole',
    text: 'a https://contoso.com b',
    width: 8,
    lines: ['a', 'https://contoso.com', 'b'],
  },
  { name: 'counts characters, not code units', text: '😀😀 😀😀', width: 5, lines: ['😀😀 😀😀'] },
  { name: 'has one line for no text', text: '', width: 5, lines: [''] },
];

test.each(wraps)('wrapping $name', ({ text, width, lines }) => {
  expect(wrap(text, width)).toEqual(lines);
});

test('text stands beside its label, or below one that is too long', () => {
  const place = { column: 6, width: 30 };
  expect(besides('a', 'one two three four five six', place)).toEqual(['a     one two three four five', '      six']);
  expect(besides('a label', 'one', place)).toEqual(['a label', '      one']);
});

const places = [
  { name: 'UTF-8', env: { LANG: 'de_DE.UTF-8' }, platform: 'linux', unicode: true },
  { name: 'no locale', env: {}, platform: 'linux', unicode: false },
  { name: 'an old locale that wins', env: { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, platform: 'linux', unicode: false },
  { name: 'the Linux console', env: { LANG: 'de_DE.UTF-8', TERM: 'linux' }, platform: 'linux', unicode: false },
  { name: 'wide symbols in Japanese', env: { LANG: 'ja_JP.UTF-8' }, platform: 'darwin', unicode: false },
  { name: 'Windows', env: {}, platform: 'win32', unicode: true },
];

test.each(places)('symbols beyond ASCII with $name: $unicode', ({ env, platform, unicode }) => {
  expect(showsUnicode(env, platform)).toBe(unicode);
});
