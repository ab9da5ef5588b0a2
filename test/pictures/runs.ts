import type { Cell, Look, Row } from './cells.ts';
import type { Scheme } from './schemes.ts';

/** How something is painted once inverse is resolved; the ground is null where nothing is painted. */
export type Paint = { fill: string; ground: string | null; bold: boolean; dim: boolean; underline: boolean };

function paintOf({ colour, ground, inverse, bold, dim, underline }: Look, scheme: Scheme): Paint {
  const front = colour === null ? scheme.text : (scheme.colours[colour] ?? scheme.text);
  const back = ground === null ? null : (scheme.colours[ground] ?? null);
  const [fill, painted] = inverse ? [back ?? scheme.ground, front] : [front, back];
  return { fill, ground: painted, bold, dim, underline };
}

/** Cells side by side that are drawn as one piece of text. */
export type Run = { column: number; columns: number; text: string; paint: Paint; isSymbol: boolean };

const keyOf = ({ fill, bold, dim, underline }: Paint): string => [fill, bold, dim, underline].join();

/** Letters every font has. Anything else may come from another font, of another width, and is a run of its own. */
const isLetter = ({ text, width }: Cell): boolean => width === 1 && /^[\u0020-\u024f]\p{M}*$/u.test(text);

const isInvisible = ({ text, look }: Cell): boolean => text === ' ' && !look.underline;

function belongs(cell: Cell, paint: Paint, run: Run): boolean {
  if (keyOf(run.paint) !== keyOf(paint)) return false;
  return run.isSymbol ? cell.width === 1 && run.text.startsWith(cell.text) : isLetter(cell);
}

/** The pieces of text in a row; two blanks and more separate them, as does another look. */
export function runsOf(row: Row, scheme: Scheme): Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const [at, cell] of row.entries()) {
    const paint = paintOf(cell.look, scheme);
    const [last, next] = [runs.at(-1), row[at + 1]];
    const isGap = isInvisible(cell) && (next === undefined || isInvisible(next));
    const isNext = last !== undefined && last.column + last.columns === column;
    if (isNext && !isGap && belongs(cell, paint, last)) {
      last.text += cell.text;
      last.columns += cell.width;
    } else if (!isInvisible(cell))
      runs.push({ column, columns: cell.width, text: cell.text, paint, isSymbol: !isLetter(cell) });
    column += cell.width;
  }
  return runs.map(withoutEnd);
}

function withoutEnd(run: Run): Run {
  if (run.paint.underline) return run;
  const text = run.text.trimEnd();
  return { ...run, text, columns: run.columns - (run.text.length - text.length) };
}

/** Cells side by side whose ground is painted in one colour. */
export type Area = { column: number; columns: number; fill: string };

export function areasOf(row: Row, scheme: Scheme): Area[] {
  const areas: Area[] = [];
  let column = 0;
  for (const { look, width } of row) {
    const { ground } = paintOf(look, scheme);
    const last = areas.at(-1);
    if (last && last.fill === ground && last.column + last.columns === column) last.columns += width;
    else if (ground !== null) areas.push({ column, columns: width, fill: ground });
    column += width;
  }
  return areas;
}
