import { takeCells } from '../../text/truncate.ts';
import { widthOf } from '../../text/width.ts';

/** The part of a line that is on screen, and the cell in it where the cursor stands. */
export type Visible = { text: string; cursor: number };

/** Where the cursor comes to stand in a text that is longer than its field, as a part of the width. */
const CURSOR_PLACE = 0.75;

/**
 * Cuts the visible part out of a line: all of it where it fits with a cell for the cursor, otherwise what is around the
 * cursor, with a mark where text is hidden.
 */
export function visiblePart(letters: readonly string[], at: number, width: number, mark: string): Visible {
  const widths = letters.map(widthOf);
  const total = sum(widths);
  const cursor = sum(widths.slice(0, at));
  if (total < width) return { text: letters.join(''), cursor };
  const wanted = Math.min(cursor - Math.floor(width * CURSOR_PLACE), total - width + 1);
  const first = firstFrom(widths, Math.max(0, wanted));
  const hidden = sum(widths.slice(0, first));
  const left = first > 0 ? mark : '';
  const shown = letters.slice(first > 0 ? first + 1 : 0);
  const skipped = first > 0 ? hidden + (widths[first] ?? 0) - widthOf(mark) : 0;
  const text = left + cutEnd(shown, width - 1 - widthOf(left), mark);
  return { text, cursor: Math.max(0, Math.min(cursor - skipped, width - 1)) };
}

function cutEnd(letters: readonly string[], width: number, mark: string): string {
  const whole = letters.join('');
  return widthOf(whole) <= width ? whole : takeCells(letters, width - widthOf(mark)) + mark;
}

function firstFrom(widths: readonly number[], cells: number): number {
  let used = 0;
  let index = 0;
  while (index < widths.length && used < cells) {
    used += widths[index] ?? 0;
    index += 1;
  }
  return index;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
