import type xterm from '@xterm/headless';

/** One of the terminal's own 16 colours; null where none is set. */
export type Colour = number | null;

export type Look = {
  colour: Colour;
  ground: Colour;
  bold: boolean;
  dim: boolean;
  underline: boolean;
  inverse: boolean;
};

/** What stands in one column, or in two; a blank is a space. */
export type Cell = { text: string; width: 1 | 2; look: Look };

export type Row = readonly Cell[];

export const plainLook: Look = {
  colour: null,
  ground: null,
  bold: false,
  dim: false,
  underline: false,
  inverse: false,
};

/** One of the 16, or an error: other colours would not follow the terminal's light or dark. */
function ofSixteen(isDefault: boolean, isPalette: boolean, colour: number): Colour {
  if (isDefault) return null;
  if (isPalette && colour < 16) return colour;
  throw new Error(`A colour that is not one of the terminal's 16: ${colour}`);
}

const lookOf = (cell: xterm.IBufferCell): Look => ({
  colour: ofSixteen(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor()),
  ground: ofSixteen(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor()),
  bold: cell.isBold() !== 0,
  dim: cell.isDim() !== 0,
  underline: cell.isUnderline() !== 0,
  inverse: cell.isInverse() !== 0,
});

function rowOf(line: xterm.IBufferLine): Cell[] {
  const cells: Cell[] = [];
  for (let column = 0; column < line.length; column += 1) {
    const cell = line.getCell(column);
    // The second half of a wide character has no width.
    if (cell === undefined || cell.getWidth() === 0) continue;
    cells.push({ text: cell.getChars() || ' ', width: cell.getWidth() === 2 ? 2 : 1, look: lookOf(cell) });
  }
  return cells;
}

/** Every cell that a terminal shows, row by row. */
export function rowsOf(term: xterm.Terminal): Cell[][] {
  const { active } = term.buffer;
  return Array.from({ length: term.rows }, (_, row) => {
    const line = active.getLine(active.viewportY + row);
    return line === undefined ? [] : rowOf(line);
  });
}

export const textOf = (row: Row): string => row.map(({ text }) => text).join('');

/** The same rows with a block for the cursor, as most terminals draw it. */
export function withCursor(rows: readonly Row[], at: { x: number; y: number }): Row[] {
  return rows.map((row, y) => {
    let column = 0;
    return row.map((cell) => {
      const isThere = y === at.y && column <= at.x && at.x < column + cell.width;
      column += cell.width;
      return isThere ? { ...cell, look: { ...cell.look, inverse: !cell.look.inverse } } : cell;
    });
  });
}
