import type { Row } from './cells.ts';
import { type Area, areasOf, type Paint, type Run, runsOf } from './runs.ts';
import { dimOpacity, type Scheme } from './schemes.ts';

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

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Safe between tags and in attributes; what XML cannot hold becomes the mark for an unreadable character. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

const x = (column: number): number => margin + column * cellWidth;
const y = (row: number): number => margin + row * cellHeight;

const areaTag = ({ column, columns, fill }: Area, row: number): string =>
  `<rect x="${x(column)}" y="${y(row)}" width="${columns * cellWidth}" height="${cellHeight}" fill="${fill}"/>`;

function classesOf({ fill, bold, dim, underline }: Paint, { text, ground, colours }: Scheme): string[] {
  const colour = fill === ground ? 'g' : `c${colours.indexOf(fill)}`;
  return [
    ...(fill === text ? [] : [colour]),
    ...(bold ? ['b'] : []),
    ...(dim ? ['d'] : []),
    ...(underline ? ['u'] : []),
  ];
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
    `text{font-family:${fonts};font-size:${fontSize}px;fill:${text};white-space:pre}`,
    `.b{font-weight:700}.d{fill-opacity:${dimOpacity}}.u{text-decoration:underline}.g{fill:${ground}}`,
    ...colours.map((colour, at) => `.c${at}{fill:${colour}}`),
  ].join('');

const columnsOf = (row: Row): number => row.reduce((sum, { width }) => sum + width, 0);

/** A screen as a picture that needs nothing but itself. */
export function drawSvg(rows: readonly Row[], { scheme, title }: { scheme: Scheme; title: string }): string {
  const width = Math.max(...rows.map(columnsOf)) * cellWidth + 2 * margin;
  const height = rows.length * cellHeight + 2 * margin;
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
