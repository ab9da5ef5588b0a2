import type { View } from '../../src/wizard/wave/board.ts';
import { type Actions, mayLook, mayTurn } from '../../src/wizard/wave/wave-actions.ts';
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

const base: readonly KeyHint[] = [
  ['/', 'filter'],
  ['f', 'failed and Check only'],
  ['s', 'sort'],
  ['Space', 'mark'],
];

/** Only keys that work right now; the first says how to go on, the last how to get out. */
export function boardHints(
  state: WaveState,
  { retry, cancel, left }: Actions,
  { marked, filter }: View,
  { isOneOfMany, hasHome }: { isOneOfMany: boolean; hasHome: boolean },
): KeyHint[] {
  const what = marked.size === 0 ? '' : ' marked';
  return [
    ['Enter', 'open'],
    ...(state.status === 'submitting' && !state.isStopping && filter === '' ? [['Esc', 'stop sending'] as const] : []),
    ...(hasHome && filter === '' ? [['Esc', 'back'] as const] : []),
    ...(isOneOfMany && mayTurn(state) ? [['o', 'other wave'] as const] : []),
    ...(left > 0 ? [['g', `go on with ${numbered(left)}`] as const] : []),
    ...(retry.length > 0 ? [['n', `retry${what}`] as const] : []),
    ...(cancel.length > 0 ? [['c', 'cancel queued'] as const] : []),
    ...(filter === '' ? [] : [['Esc', 'show all'] as const]),
    ...base,
    ...(state.status === 'paused' && state.finding !== null ? [['v', 'why'] as const] : []),
    ...(mayLook(state) ? [['r', 'look now'] as const] : []),
    ['e', 'export'],
    ['q', state.status === 'over' || state.status === 'submitting' ? 'leave' : 'leave running'],
  ];
}

/** While a filter is typed, letters belong to it. */
export const filterHints: readonly KeyHint[] = [
  ['Enter', 'keep this filter'],
  ['Up Down', 'move'],
  ['Esc', 'show all'],
];
