import { expect, test } from 'vitest';
import { plainLook, textOf, withCursor } from './cells.ts';
import { screenOf } from './screens.ts';

const esc = '\u001b[';

test.each([
  { name: 'plain', code: '0', look: {} },
  { name: 'bold', code: '1', look: { bold: true } },
  { name: 'dim', code: '2', look: { dim: true } },
  { name: 'underline', code: '4', look: { underline: true } },
  { name: 'inverse', code: '7', look: { inverse: true } },
  { name: 'a colour', code: '31', look: { colour: 1 } },
  { name: 'a bright colour', code: '96', look: { colour: 14 } },
  { name: 'a painted ground', code: '43', look: { ground: 3 } },
  { name: 'a bright ground', code: '101', look: { ground: 9 } },
  { name: 'several at once', code: '1;7;36', look: { bold: true, inverse: true, colour: 6 } },
])('a cell keeps its look: $name', async ({ code, look }) => {
  const [row] = await screenOf(`${esc}${code}mx`);
  expect(row?.[0]).toEqual({ text: 'x', width: 1, look: { ...plainLook, ...look } });
});

test.each([
  { name: 'one of 256', code: '38;5;208' },
  { name: 'one of all', code: '38;2;250;120;0' },
  { name: 'a ground of 256', code: '48;5;23' },
])("a colour beyond the terminal's 16 is refused: $name", async ({ code }) => {
  await expect(screenOf(`${esc}${code}mx`)).rejects.toThrow("not one of the terminal's 16");
});

test('a wide character is one cell of two columns, and marks stay with their letter', async () => {
  const [row = []] = await screenOf('a漢e\u0301b', { cols: 6 });
  expect(row.map(({ text, width }) => [text, width])).toEqual([
    ['a', 1],
    ['漢', 2],
    ['e\u0301', 1],
    ['b', 1],
    [' ', 1],
  ]);
});

test('the cursor is a block on the cell it stands on, also in the second half of a wide one', async () => {
  const rows = await screenOf('漢b', { cols: 4, rows: 2 });
  const inverse = (x: number, y: number) =>
    withCursor(rows, { x, y }).map((row) => textOf(row.filter(({ look }) => look.inverse)));
  expect(inverse(1, 0)).toEqual(['漢', '']);
  expect(inverse(2, 0)).toEqual(['b', '']);
  expect(inverse(0, 1)).toEqual(['', ' ']);
});
