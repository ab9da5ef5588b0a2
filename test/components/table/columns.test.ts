import { describe, expect, test } from 'vitest';
import { cellLine, columnWidths } from '../../../components/table/columns.ts';
import { shownAround } from '../../../components/table/window.ts';
import { widthOf } from '../../../components/text/width.ts';

const columns = [
  { title: 'KIND', least: 5, most: 5 },
  { title: 'SOURCE', least: 6, most: 20 },
  { title: 'TARGET', least: 6, most: 10 },
  { title: 'SINCE', least: 6, most: 6, isRight: true },
];

describe('columns', () => {
  const rooms = [
    { name: 'too little', width: 20, widths: [5, 6, 6, 6] },
    { name: 'some', width: 39, widths: [5, 12, 10, 6] },
    { name: 'plenty', width: 200, widths: [5, 20, 10, 6] },
  ];
  test.each(rooms)('share the room: $name', ({ width, widths }) => {
    expect(columnWidths(columns, width)).toEqual(widths);
  });

  test('count cells, not letters', () => {
    const widths = columnWidths(columns, 60);
    const line = cellLine(['user', '山田太郎@contoso.com', 'é👍', '3m'], columns, widths, '…');
    expect(widthOf(line)).toBe(widths.reduce((sum, one) => sum + one, 0) + 6);
    expect(line.endsWith('    3m')).toBe(true);
  });

  test('cut names at their end and addresses in their middle', () => {
    const line = cellLine(
      ['', 'christopher.long@contoso.com', '.../sites/A-long-one', ''],
      columns,
      [5, 12, 12, 6],
      '~',
    );
    expect(line).toContain('christopher~');
    expect(line).toContain('.../si~g-one');
  });
});

describe('entries of unequal height', () => {
  const heights = [3, 1, 4, 1, 5, 9, 2, 6];
  const shown = (focused: number, height: number) =>
    shownAround(heights.length, focused, height, (at) => heights[at] ?? 0);

  test('are all shown where they fit', () => {
    expect(shown(7, 31)).toEqual({ from: 0, to: 8, hidden: '' });
  });

  test('keep one line for what is said about the others', () => {
    expect(shown(0, 10)).toEqual({ from: 0, to: 4, hidden: '4 more below' });
    expect(shown(4, 12)).toEqual({ from: 1, to: 5, hidden: '1 more above, 3 more below' });
  });

  test('are measured only where they may be shown', () => {
    let asked = 0;
    shownAround(5000, 2500, 20, () => {
      asked += 1;
      return 4;
    });
    expect(asked).toBeLessThan(30);
  });

  test('of none is nothing', () => {
    expect(shownAround(0, 0, 10, () => 1)).toEqual({ from: 0, to: 0, hidden: '' });
  });
});
