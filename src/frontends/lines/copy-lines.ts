import type { Copyable } from '../../wizard/copy-text.ts';
import type { Hands } from '../../wizard/screens.ts';
import type { Line } from './voice.ts';

/** Copies what a state is about. Where there is no clipboard, it is said instead. */
export async function copyLines(hands: Hands, what: Copyable | null): Promise<Line[]> {
  if (!what) return [];
  return (await hands.copy(what.text)) === 'clipboard'
    ? [`The ${what.name} is on the clipboard.`]
    : [`No clipboard was found here. The ${what.name}:`, { command: what.text }];
}
