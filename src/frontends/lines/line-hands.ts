import type { Ports } from '../../ports/ports.ts';
import type { Hands } from '../../wizard/screens.ts';
import { isRemote } from '../hands.ts';

/** Copies by the system only: whatever a terminal could do else takes an escape sequence, and none is written here. */
export const createLineHands = ({ clipboard, env }: Pick<Ports, 'clipboard' | 'env'>): Hands => ({
  copy: async (text) => (!isRemote(env) && (await clipboard.copy(text)) ? 'clipboard' : 'none'),
  setTitle: () => undefined,
  notify: () => undefined,
  // The terminal itself suspends a program that leaves it as it was.
  suspend: null,
});
