import { type Finding, finding } from '../../plan/finding.ts';
import { type Column, idOf } from './columns.ts';
import type { Line } from './records.ts';
import { shortText } from './short-text.ts';

/** Files that were put together name their columns in the middle again; one name alone may be a value. */
export function isHeaderAgain({ cells }: Pick<Line, 'cells'>, columns: readonly Column[]): boolean {
  const named = columns.map(({ at }) => cells[at - 1]?.trim() ?? '').filter((cell) => cell !== '');
  return named.length > 1 && named.every((cell) => idOf(cell) !== undefined);
}

const places = (cells: readonly string[]): string =>
  cells
    .map((cell) => idOf(cell) ?? '')
    .join()
    .replace(/,+$/, '');

const lineOf = ({ cells, line }: Pick<Line, 'cells' | 'line'>) => ({
  line,
  column: null,
  columnName: null,
  value: shortText(cells.join()),
  expected: 'one move',
});

export const headerAgain = (line: Pick<Line, 'cells' | 'line'>): Finding =>
  finding(
    {
      field: 'file',
      code: 'headerAgain',
      what: `Line ${line.line} names the columns again.`,
      why: 'Files that are put together bring their first line along. It is no move.',
      next: 'Remove the line.',
    },
    { from: 'input', at: lineOf(line) },
  );

/** Below other names the values would be read into the wrong columns, so that no line is safe. */
export const headersDiffer = (first: Line, lines: readonly Line[], columns: readonly Column[]): Finding[] =>
  lines
    .filter((line) => isHeaderAgain(line, columns) && places(line.cells) !== places(first.cells))
    .map((line) =>
      finding(
        {
          field: 'file',
          code: 'headersDiffer',
          what: `Line ${line.line} names other columns than line ${first.line}, or in another order.`,
          why: 'The lines below it would be read into the wrong columns.',
          next: 'Bring both parts into the same columns, or make a file of each.',
        },
        { from: 'input', at: { ...lineOf(line), expected: shortText(first.cells.join()) } },
      ),
    );
