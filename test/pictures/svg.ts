import type { Cell, Look, Row } from './cells.ts';
import type { Scheme } from './schemes.ts';

/** In the picture's own units. A letter of most fonts for terminals is 0.6 as wide as high: 9 of 15. */
const cellWidth = 9;
const cellHeight = 19;
const fontSize = 15;
/** From the top of a row down to the line that letters stand on. */
const baseline = 14;
const margin = 16;

const fonts = [
  ...['ui-monospace', 'SFMono-Regular', 'Menlo', "'Cascadia Mono'", 'Consolas'],
  ...["'DejaVu Sans Mono'", "'Liberation Mono'", 'monospace'],
].join(',');

/** How something is painted once inverse is resolved; the ground is null where nothing is painted. */
type Paint = { fill: string; ground: string | null; bold: boolean; dim: boolean; underline: boolean };

function paintOf({ colour, ground, inverse, bold, dim, underline }: Look, scheme: Scheme): Paint {
  const front = colour === null ? scheme.text : (scheme.colours[colour] ?? scheme.text);
  const back = ground === null ? null : (scheme.colours[ground] ?? null);
  const [fill, painted] = inverse ? [back ?? scheme.ground, front] : [front, back];
  return { fill, ground: painted, bold, dim, underline };
}

/** Cells side by side that are drawn as one piece. */
type Run = { column: number; columns: number; text: string; paint: Paint; isSymbol: boolean };

const keyOf = ({ fill, bold, dim, underline }: Paint): string => [fill, bold, dim, underline].join();

/** Letters every font has. Anything else may come from another font, of another width, and is a run of its own. */
const isLetter = ({ text, width }: Cell): boolean => width === 1 && /^[\u0020-\u024f]\p{M}*$/u.test(text);

const isInvisible = ({ text, look }: Cell): boolean => text === ' ' && !look.underline;

function belongs(run: Run, cell: Cell, paint: Paint): boolean {
  if (keyOf(run.paint) !== keyOf(paint)) return false;
  return run.isSymbol ? cell.width === 1 && run.text.startsWith(cell.text) : isLetter(cell);
}

/** The pieces of text of a row; two blanks and more separate them. */
export function runsOf(row: Row, scheme: Scheme): Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const [at, cell] of row.entries()) {
    const paint = paintOf(cell.look, scheme);
    const last = runs.at(-1);
    const next = row[at + 1];
    const isGap = isInvisible(cell) && (next === undefined || isInvisible(next));
    const isNext = last !== undefined && last.column + last.columns === column;
    if (isNext && !isGap && belongs(last, cell, paint)) {
      last.text += cell.text;
      last.columns += cell.width;
    } else if (!isInvisible(cell))
      runs.push({ column, columns: cell.width, text: cell.text, paint, isSymbol: !isLetter(cell) });
    column += cell.width;
  }
  return runs.map(withoutEnd);
}

const withoutEnd = (run: Run): Run => {
  if (run.paint.underline) return run;
  const text = run.text.trimEnd();
  return { ...run, text, columns: run.columns - (run.text.length - text.length) };
};

type Area = { column: number; columns: number; fill: string };

/** The painted grounds of a row. */
function areasOf(row: Row, scheme: Scheme): Area[] {
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

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Safe between tags and in attributes; what XML cannot hold becomes the mark for an unreadable character. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

const x = (column: number): number => margin + column * cellWidth;
const y = (row: number): number => margin + row * cellHeight;

const areaTag = ({ column, columns, fill }: Area, row: number): string =>
  `<rect x="${x(column)}" y="${y(row)}" width="${columns * cellWidth}" height="${cellHeight}" fill="${fill}"/>`;

function classesOf({ fill, bold, dim, underline }: Paint, { text, ground, colours }: Scheme): string[] {
  const colour = fill === ground ? ['g'] : [`c${colours.indexOf(fill)}`];
  return [...(fill === text ? [] : colour), ...(bold ? ['b'] : []), ...(dim ? ['d'] : []), ...(underline ? ['u'] : [])];
}

/** The width is said with each piece: letters stand in their columns whatever the font. */
function textTag({ column, columns, text, paint, isSymbol }: Run, row: number, scheme: Scheme): string {
  const classes = classesOf(paint, scheme);
  const named = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const fit = isSymbol ? ' lengthAdjust="spacingAndGlyphs"' : '';
  const place = `x="${x(column)}" y="${y(row) + baseline}" textLength="${columns * cellWidth}"`;
  return `<text ${place}${fit}${named}>${escaped(text)}</text>`;
}

const styleOf = ({ text, ground, colours }: Scheme): string =>
  [
    `text{font-family:${fonts};font-size:${fontSize}px;fill:${text}}`,
    '.b{font-weight:700}.d{fill-opacity:.7}.u{text-decoration:underline}',
    `.g{fill:${ground}}`,
    ...colours.map((colour, at) => `.c${at}{fill:${colour}}`),
  ].join('');

/** A screen as a picture that needs nothing but itself. */
export function drawSvg(rows: readonly Row[], { scheme, title }: { scheme: Scheme; title: string }): string {
  const columns = Math.max(...rows.map((row) => row.reduce((sum, { width }) => sum + width, 0)));
  const [width, height] = [columns * cellWidth + 2 * margin, rows.length * cellHeight + 2 * margin];
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const window = `x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"`;
  const drawn = rows.flatMap((row, at) => [
    ...areasOf(row, scheme).map((area) => areaTag(area, at)),
    ...runsOf(row, scheme).map((run) => textTag(run, at, scheme)),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title" xml:space="preserve">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${styleOf(scheme)}</style>`,
    `<rect ${window} fill="${scheme.ground}" stroke="${scheme.frame}"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}
