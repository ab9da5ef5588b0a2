import { mayRetry } from '../../src/wizard/wave/line-findings.ts';
import { leftLines } from '../../src/wizard/wave/lines.ts';
import type { WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { numbered } from '../../src/wizard/wave/wave-summary.ts';
import type { KeyHint } from '../frame/layout.ts';

/** The rows that a key is about: the marked ones, or the one of the cursor where none is marked. */
export function meantLines(
  lines: readonly WaveLine[],
  marked: ReadonlySet<number>,
  current: WaveLine | undefined,
): readonly WaveLine[] {
  if (marked.size > 0) return lines.filter(({ row }) => marked.has(row));
  return current === undefined ? [] : [current];
}

export const queuedOf = (lines: readonly WaveLine[]): number[] =>
  lines.filter(({ state }) => state === 'queued').map(({ row }) => row);

/** What can be done with the rows that are meant, as things stand. */
export type Actions = { retry: readonly WaveLine[]; cancel: readonly number[]; left: number };

export function actionsFor(state: WaveState, meant: readonly WaveLine[]): Actions {
  const mayCancel = state.status === 'watching' || state.status === 'paused';
  const mayGoOn = state.status === 'watching' || state.status === 'paused' || state.status === 'over';
  const left = mayGoOn ? leftLines(state).filter((line) => state.status !== 'watching' || line.state === 'draft') : [];
  return {
    retry: mayGoOn ? meant.filter(mayRetry) : [],
    cancel: mayCancel ? queuedOf(meant) : [],
    left: left.length,
  };
}

/** Whether the service can be asked now rather than later. */
export const mayLook = ({ status }: WaveState): boolean =>
  status === 'watching' || status === 'paused' || status === 'over';

const base: readonly KeyHint[] = [
  ['/', 'filter'],
  ['f', 'failed and Check only'],
  ['s', 'sort'],
  ['Space', 'mark'],
];

/** Only keys that work right now; the first says how to go on, the last how to get out. */
export function boardHints(state: WaveState, { retry, cancel, left }: Actions, marked: number): KeyHint[] {
  const what = marked === 0 ? '' : ' marked';
  return [
    ['Enter', 'open'],
    ...(state.status === 'submitting' && !state.isStopping ? [['Esc', 'stop sending'] as const] : []),
    ...(left > 0 ? [['g', `go on with ${numbered(left)}`] as const] : []),
    ...(retry.length > 0 ? [['n', `retry${what}`] as const] : []),
    ...(cancel.length > 0 ? [['c', 'cancel queued'] as const] : []),
    ...base,
    ...(state.status === 'paused' && state.finding !== null ? [['v', 'why'] as const] : []),
    ...(mayLook(state) ? [['r', 'look now'] as const] : []),
    ['e', 'export'],
    ['q', state.status === 'over' ? 'leave' : 'leave running'],
  ];
}

/** While a filter is typed, letters belong to it. */
export const filterHints: readonly KeyHint[] = [
  ['Enter', 'keep this filter'],
  ['Up Down', 'move'],
  ['Esc', 'show all'],
];
