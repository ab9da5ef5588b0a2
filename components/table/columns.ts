import { truncateEnd, truncateMiddle } from '../text/truncate.ts';
import { padEndTo, padStartTo } from '../text/width.ts';

/** One column of a table, in cells. */
export type Column = {
  title: string;
  /** What it takes however narrow the table is, and what it can use at most. */
  least: number;
  most: number;
  isRight?: boolean;
};

/** Between two columns. */
const between = 2;

/** The widths of columns in so many cells: what is left over goes to those that can use it, cell by cell in turn. */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const widths = columns.map(({ least }) => least);
  const gaps = between * Math.max(0, columns.filter(({ most }) => most > 0).length - 1);
  let room = width - gaps - widths.reduce((sum, one) => sum + one, 0);
  while (room > 0) {
    const growing = columns.flatMap(({ most }, at) => ((widths[at] ?? 0) < most ? [at] : []));
    if (growing.length === 0) break;
    for (const at of growing.slice(0, room)) widths[at] = (widths[at] ?? 0) + 1;
    room -= Math.min(room, growing.length);
  }
  return widths;
}

/** One line of cells below their columns; columns of no width are left out. */
export function cellLine(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
  mark: string,
): string {
  return columns
    .flatMap((column, at) => (column.most > 0 ? [cell(cells[at] ?? '', column, widths[at] ?? 0, mark)] : []))
    .join(' '.repeat(between));
}

/** Names of people differ at their beginning, addresses at their end too. */
function cell(text: string, { isRight = false }: Column, width: number, mark: string): string {
  const shown = (text.includes('/') ? truncateMiddle : truncateEnd)(text, width, mark);
  return isRight ? padStartTo(shown, width) : padEndTo(shown, width);
}
