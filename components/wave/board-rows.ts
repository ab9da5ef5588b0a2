import { type Column, cellLine, columnWidths } from '../table/columns.ts';
import { truncateMiddle } from '../text/truncate.ts';
import { STATE_WORD_WIDTH, type Symbols } from '../theme.ts';
import type { RowCells } from './row-cells.ts';

/** Below this each row takes three short lines, where there is room for some of them. */
const narrow = 60;
const tall = 12;

type BoardColumn = Column & { of: (cells: RowCells) => string };

/** How rows are drawn in a room: on one line each, or on three. */
export type Shape = { lines: 1 | 3; widths: readonly number[]; columns: readonly BoardColumn[]; width: number };

/** Pointer, mark and a space. */
const LEAD = 3;
/** The state's symbol, its word, and what follows it. */
const HEAD = 2 + STATE_WORD_WIDTH + 2;

const kind: BoardColumn = { title: 'KIND', of: (cells) => cells.kind, least: 5, most: 5 };
const source: BoardColumn = { title: 'SOURCE', of: (cells) => cells.source, least: 12, most: 48 };
const target: BoardColumn = { title: 'TARGET', of: (cells) => cells.target, least: 12, most: 48 };
const since: BoardColumn = { title: 'SINCE', of: (cells) => cells.since, least: 6, most: 6, isRight: true };
const note: BoardColumn = { title: 'NOTE', of: (cells) => cells.note, least: 8, most: 8 };

export function shapeFor(width: number, height: number): Shape {
  const isNarrow = width < narrow;
  const isTall = isNarrow && height >= tall;
  // In a window that is narrow and low the line below the table names the target.
  const columns = isTall ? [kind, since, note] : isNarrow ? [source, since, note] : [kind, source, target, since, note];
  return { lines: isTall ? 3 : 1, columns, widths: columnWidths(columns, width - LEAD - HEAD), width };
}

export function headingFor({ columns, widths, lines }: Shape, symbols: Symbols): string | null {
  if (lines === 3) return null;
  const titles = columns.map(({ title }) => title);
  return `${' '.repeat(LEAD)}${'STATE'.padEnd(HEAD)}${cellLine(titles, columns, widths, symbols.ellipsis)}`.trimEnd();
}

/** All of a row behind its state, more lines included. */
export function restOf(cells: RowCells, { columns, widths, lines, width }: Shape, symbols: Symbols): string {
  const texts = columns.map(({ of }) => of(cells));
  const first = `  ${cellLine(texts, columns, widths, symbols.ellipsis)}`.trimEnd();
  if (lines === 1) return first;
  const indent = ' '.repeat(LEAD + 2);
  const cut = (text: string): string => truncateMiddle(text, width, symbols.ellipsis);
  return [first, cut(indent + cells.source), cut(`${indent}${symbols.arrow} ${cells.target}`)].join('\n');
}
