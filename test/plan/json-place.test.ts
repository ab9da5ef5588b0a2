import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonTrouble } from '../../src/plan/json-place.ts';

const rows = [
  { name: 'nothing', text: '', at: [1, 1], expected: 'a value' },
  { name: 'a comma too many', text: '{\n  "a": 1,\n}', at: [3, 1], expected: 'a name in double quotes' },
  { name: 'a comma too few', text: '{\n  "a": 1\n  "b": 2\n}', at: [3, 3], expected: 'a comma or the closing bracket' },
  { name: 'a missing colon', text: '{"a" 1}', at: [1, 6], expected: 'a colon' },
  { name: 'single quotes', text: "{'a': 1}", at: [1, 2], expected: 'a name in double quotes or the closing brace' },
  { name: 'a word', text: '{"a": yes}', at: [1, 7], expected: 'a value' },
  { name: 'a comment', text: '// mine\n{}', at: [1, 1], expected: 'a value' },
  { name: 'an unfinished file', text: '{"a": [1', at: [1, 9], expected: 'a comma or the closing bracket' },
  { name: 'text after the end', text: '{} x', at: [1, 4], expected: 'the end of the file' },
  {
    name: 'an unfinished text',
    text: '{"a": "b\n}',
    at: [1, 7],
    expected: 'a text that ends in a double quote on its own line',
  },
  {
    name: 'a name that comes twice',
    text: '{"a": 1, "b": {"a": 2}, "a": 3}',
    at: [1, 25],
    expected: 'another name than "a", which is there already',
  },
];

test.each(rows)('the place of $name is told', ({ text, at: [line, column], expected }) => {
  expect(jsonTrouble(text)).toEqual({ line, column, expected });
});

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('whatever is written as JSON is read', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonTrouble(text)).toBeNull();
    }),
  );
});

test('a text that was damaged in one place is refused exactly where JSON.parse refuses it', () => {
  const damaged = fc.tuple(
    fc.json(),
    fc.nat(),
    fc.constantFrom('', ',', '"', '}', ':', ' ', '0', 'x', '\\', '\n', '-'),
  );
  fc.assert(
    fc.property(damaged, ([text, at, mark]) => {
      const place = at % (text.length + 1);
      const wrong = text.slice(0, place) + mark + text.slice(place + 1);
      const trouble = jsonTrouble(wrong);
      if (trouble?.expected.startsWith('another name')) return;
      expect({ wrong, isRead: trouble === null }).toEqual({ wrong, isRead: parses(wrong) });
    }),
    { numRuns: 2000 },
  );
});
