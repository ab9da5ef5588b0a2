import { widthOf } from '../../components/text/width.ts';
import { hintsOf } from './hints.ts';

/** A window in cells. */
export type Size = readonly [cols: number, rows: number];

/** From the smallest window to a wide one and back, by ways that change one side or both. */
export const sizes: readonly Size[] = [
  [60, 16],
  [60, 50],
  [80, 24],
  [134, 24],
  [200, 50],
  [200, 16],
  [135, 30],
  [97, 19],
  [61, 17],
  [60, 16],
];

const firstLine = /^ crossorg · Contoso → Fabrikam +SIMULATOR {2}(\?|F1) help$/;

/** What is wrong with a frame in a window of this size; nothing where it is right. */
export function faultsOf(lines: readonly string[], [cols, rows]: Size): string[] {
  const at = `${cols}x${rows}`;
  const content = lines.slice(2, rows - 2).filter((line) => line !== '');
  return [
    firstLine.test(lines[0] ?? '') ? '' : `${at}: the first line is ${lines[0]}`,
    lines[1] === '─'.repeat(cols - 1) ? '' : `${at}: the rule is ${lines[1]}`,
    hintsOf(lines).length > 0 && lines[rows - 2] !== '' ? '' : `${at}: there is no key line`,
    lines[rows - 1] === '' ? '' : `${at}: something stands in the last row`,
    lines.every((line) => widthOf(line) < cols) ? '' : `${at}: something stands in the last column`,
    content.length > 1 ? '' : `${at}: there is no content`,
  ].filter((fault) => fault !== '');
}
