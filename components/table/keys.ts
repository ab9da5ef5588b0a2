import type { Key } from '../inputs/keys/key.ts';

/** How far a key moves the cursor of a table; null where it means nothing to it. `page` is how many rows are shown. */
export function tableSteps(key: Key, page: number): number | null {
  switch (key.kind === 'text' ? key.text : key.kind) {
    case 'up':
    case 'k':
      return -1;
    case 'down':
    case 'j':
      return 1;
    case 'pageUp':
      return -Math.max(1, page - 1);
    case 'pageDown':
      return Math.max(1, page - 1);
    case 'home':
    case 'g':
      return Number.NEGATIVE_INFINITY;
    case 'end':
    case 'G':
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
}
