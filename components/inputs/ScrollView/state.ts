import type { Key } from '../keys/key.ts';

/** How far a key scrolls from line `top`; undefined where it means nothing here. */
export function scrolled(key: Key, top: number, total: number, height: number): number | undefined {
  const last = Math.max(0, total - height);
  const page = Math.max(1, height - 1);
  const goTo = (line: number): number => Math.max(0, Math.min(line, last));
  switch (key.kind === 'text' ? key.text : key.kind) {
    case 'up':
    case 'k':
      return goTo(top - 1);
    case 'down':
    case 'j':
      return goTo(top + 1);
    case 'pageUp':
      return goTo(top - page);
    case 'pageDown':
    case ' ':
      return goTo(top + page);
    case 'home':
    case 'g':
      return 0;
    case 'end':
    case 'G':
      return last;
    default:
      return undefined;
  }
}

/** "lines 1 to 12 of 40", empty when everything is shown. */
export const placeText = (top: number, total: number, height: number): string =>
  total <= height ? '' : `lines ${top + 1} to ${Math.min(total, top + height)} of ${total}`;
