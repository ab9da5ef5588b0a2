import { hiddenText } from '../inputs/SelectInput/view.ts';

/** Which entries are on the screen, and what is said about the others. */
export type Shown = { from: number; to: number; hidden: string };

/**
 * Picks the entries of unequal height that fit, the focused one among them and those before it first. Only those that may
 * be shown are measured, so that a list of thousands costs no more than one of twenty. One line is kept for the rest.
 */
export function shownAround(count: number, focused: number, height: number, heightOf: (at: number) => number): Shown {
  const room = fitsWhole(count, height, heightOf) ? height : height - 1;
  let from = Math.min(focused, count);
  let to = Math.min(focused + 1, count);
  let used = count === 0 ? 0 : heightOf(focused);
  for (; from > 0 && used + heightOf(from - 1) <= room; from -= 1) used += heightOf(from - 1);
  for (; to < count && used + heightOf(to) <= room; to += 1) used += heightOf(to);
  return { from, to, hidden: hiddenText({ above: from, below: count - to }) };
}

function fitsWhole(count: number, height: number, heightOf: (at: number) => number): boolean {
  let used = 0;
  for (let at = 0; at < count && used <= height; at += 1) used += heightOf(at);
  return used <= height;
}
