import { type Cell, type Row, textOf } from './cells.ts';

/** What takes the place of every clock time in a picture: the earliest of it becomes the first. */
const exampleTimes = ['22:14:06', '22:15:36', '22:16:14', '22:17:14', '22:18:14', '22:19:14'] as const;
const exampleIds = [
  '7d1f4c52-90ab-4e3b-8c6d-2f5a1e9b7043',
  'b25e8a17-3c4d-4f60-9a81-d6e0f7c2b394',
  '40c9d3e6-1b7a-4852-b0f5-83a9c5e7d211',
] as const;
const exampleRun = 'r-20261109-221406-7c1e';
const exampleDay = '2026-11-09';

/** What a picture may show of what differs from play to play. */
export const examples: readonly string[] = [...exampleTimes, ...exampleIds, exampleRun];

/** As a duration is written on the screen. */
const duration = String.raw`\d+ (?:d|h|min|s)(?: \d+ (?:h|min))?\b`;

type Mask = { pattern: RegExp; example(found: string): string };

/** Each different text that is found gets an example of its own, in this order. */
function examplesFor(found: Iterable<string>, given: readonly string[]): (text: string) => string {
  const all = [...new Set(found)];
  if (all.length > given.length) throw new Error(`More texts than examples: ${all.join(', ')}`);
  return (text) => given[all.indexOf(text)] ?? text;
}

function masksFor(screen: string): Mask[] {
  const id = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
  const time = /(?<!\d)\d\d:\d\d:\d\d(?!\d)/g;
  const all = (pattern: RegExp): string[] => screen.match(pattern) ?? [];
  return [
    { pattern: id, example: examplesFor(all(id), exampleIds) },
    { pattern: /\br-\d{8}-\d{6}-[0-9a-f]{4}\b/g, example: () => exampleRun },
    { pattern: /\b\d{4}-\d\d-\d\d(?=\b|T)/g, example: () => exampleDay },
    { pattern: time, example: examplesFor(all(time).sort(), exampleTimes) },
    { pattern: new RegExp(`\\b${duration}(?= ago\\b)|(?<=\\bfor )${duration}`, 'g'), example: () => '38 s' },
    { pattern: new RegExp(`(?<=\\bin )${duration}`, 'g'), example: () => '1 min' },
    { pattern: new RegExp(`(?<=\\bafter )${duration}`, 'g'), example: () => '16 min' },
  ];
}

/** Gives or takes blanks at the next gap, or at the end of the row, so that what stands further right stays there. */
function balance(rest: readonly Cell[], missing: number): Cell[] {
  const isBlank = (cell: Cell | undefined): boolean => cell?.text === ' ';
  const gap = rest.findIndex((cell, at) => isBlank(cell) && (at === rest.length - 1 || isBlank(rest[at + 1])));
  const blank = rest[gap];
  if (missing === 0) return [...rest];
  if (blank === undefined) throw new Error(`No gap to shift: ${textOf(rest)}`);
  if (missing > 0) return rest.toSpliced(gap, 0, ...Array<Cell>(missing).fill(blank));
  if (!rest.slice(gap, gap - missing).every(isBlank)) throw new Error(`The gap is too small: ${textOf(rest)}`);
  return rest.toSpliced(gap, -missing);
}

/** The cell that a position in the row's text belongs to. */
function cellAt(row: Row, position: number): number {
  let end = 0;
  const found = row.findIndex(({ text }) => {
    end += text.length;
    return position < end;
  });
  return found === -1 ? row.length : found;
}

function apply(row: Row, { pattern, example }: Mask): Row {
  return [...textOf(row).matchAll(pattern)].reduceRight<Row>((cells, { 0: found, index }) => {
    const [from, to] = [cellAt(cells, index), cellAt(cells, index + found.length)];
    const first = cells[from];
    if (first === undefined) return cells;
    const put = [...example(found)].map((text): Cell => ({ text, width: 1, look: first.look }));
    return [...cells.slice(0, from), ...put, ...balance(cells.slice(to), to - from - put.length)];
  }, row);
}

/** Puts fixed examples in the place of everything that differs from one play to the next: times, durations and ids. */
export function masked(rows: readonly Row[]): Row[] {
  const masks = masksFor(rows.map(textOf).join('\n'));
  return rows.map((row) => masks.reduce(apply, row));
}
