import { expect, test } from 'vitest';
import { rowNumbers } from '../../src/wave/row-numbers.ts';

const texts: { text: string; rows: number[] | null }[] = [
  { text: '3', rows: [3] },
  { text: '1-3', rows: [1, 2, 3] },
  { text: '1-2, 5', rows: [1, 2, 5] },
  { text: ' 4 - 5 ', rows: [4, 5] },
  { text: '', rows: null },
  { text: '0', rows: null },
  { text: '5-3', rows: null },
  { text: '1-', rows: null },
  { text: 'all', rows: null },
  { text: '1-999999', rows: null },
];

test.each(texts)('"$text" names rows', ({ text, rows }) => {
  const read = rowNumbers(text);
  expect(read && [...read]).toEqual(rows);
});
