import { copyableOf } from '../../wizard/copy-text.ts';
import type { Hands } from '../../wizard/screens.ts';
import type { State } from '../../wizard/state.ts';
import type { Line } from './voice.ts';

/** Copies what a state is about. Where there is no clipboard, it is said instead. */
export async function copyLines(hands: Hands, state: State): Promise<Line[]> {
  const what = copyableOf(state);
  if (!what) return [];
  return (await hands.copy(what.text)) === 'clipboard'
    ? [`The ${what.name} is on the clipboard.`]
    : [`No clipboard was found here. The ${what.name}:`, { command: what.text }];
}
