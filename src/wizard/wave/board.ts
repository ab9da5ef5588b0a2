import { attentionOf, attentionRank, isTrouble } from './attention.ts';
import type { WaveLine } from './wave-state.ts';

/** What a table can be sorted by, in the order in which a key goes through them. */
export const sortKeys = ['attention', 'line', 'source', 'target', 'since'] as const;
export type SortKey = (typeof sortKeys)[number];

/** How a person looks at the table. */
export type View = {
  /** Words that all have to be found, or `state:failed`. */
  filter: string;
  sort: SortKey;
  isReversed: boolean;
  marked: ReadonlySet<number>;
};

/** The filter that leaves what somebody has to look at. */
export const troubleFilter = 'state:trouble';

export const firstView: View = { filter: '', sort: 'attention', isReversed: false, marked: new Set() };

/** A line with what is needed to find and sort it, worked out once for each change of the line. */
export type BoardRow = { line: WaveLine; rank: number; words: string };

/** Rows of lines that did not change are kept, so that a thousand of them cost nothing. */
export function boardRows(lines: readonly WaveLine[], now: number, before: readonly BoardRow[] = []): BoardRow[] {
  return lines.map((line, at) => {
    const old = before[at];
    const rank = attentionRank(attentionOf(line, now));
    return old?.line === line && old.rank === rank ? old : { line, rank, words: wordsOf(line, now) };
  });
}

const wordsOf = (line: WaveLine, now: number): string =>
  [
    line.type,
    line.source,
    line.target,
    line.task?.id,
    ...line.findings.map(({ code }) => code),
    ...line.own.map(({ code }) => code),
    ...(line.check?.findings.map(({ code }) => code) ?? []),
    `state:${line.state}`,
    `state:${attentionOf(line, now)}`,
    isTrouble(attentionOf(line, now)) ? troubleFilter : '',
    `line:${line.line ?? line.row}`,
  ]
    .join(' ')
    .toLowerCase();

/** The rows that a view shows, in its order. */
export function visibleRows(rows: readonly BoardRow[], { filter, sort, isReversed }: View): BoardRow[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    wanted.length === 0 ? [...rows] : rows.filter(({ words }) => wanted.every((word) => words.includes(word)));
  const sorted = found.sort(comparers[sort]);
  return isReversed ? sorted.reverse() : sorted;
}

type Compare = (one: BoardRow, other: BoardRow) => number;

const byRow: Compare = (one, other) => one.line.row - other.line.row;
const byText =
  (text: (line: WaveLine) => string): Compare =>
  (one, other) =>
    compareText(text(one.line), text(other.line)) || byRow(one, other);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const comparers: Readonly<Record<SortKey, Compare>> = {
  attention: (one, other) => one.rank - other.rank || byRow(one, other),
  line: byRow,
  source: byText(({ source }) => source),
  target: byText(({ target }) => target),
  since: (one, other) => (other.line.since ?? 0) - (one.line.since ?? 0) || byRow(one, other),
};

export const nextSort = (view: View): View => {
  const at = sortKeys.indexOf(view.sort);
  return { ...view, sort: sortKeys[(at + 1) % sortKeys.length] ?? 'attention' };
};

export function toggleMark(view: View, row: number): View {
  const marked = new Set(view.marked);
  if (!marked.delete(row)) marked.add(row);
  return { ...view, marked };
}

export const markAll = (view: View, shown: readonly BoardRow[]): View => ({
  ...view,
  marked: new Set([...view.marked, ...shown.map(({ line }) => line.row)]),
});

export const unmarkAll = (view: View): View => ({ ...view, marked: new Set() });
