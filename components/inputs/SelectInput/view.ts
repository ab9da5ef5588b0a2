/** Which rows are on screen, and how many are hidden above and below. */
export type Shown = { from: number; to: number; above: number; below: number };

/**
 * Picks the choices that fit, the focused one among them and the ones before it first, so that a list that fits starts
 * at its top. `heights` are lines each; where some are hidden, one line is kept for saying so.
 */
export function shownChoices(heights: readonly number[], focused: number, height: number): Shown {
  const total = sum(heights);
  if (total <= height) return { from: 0, to: heights.length, above: 0, below: 0 };
  const room = Math.max(1, height - 1);
  let from = focused;
  let used = heights[focused] ?? 0;
  while (from > 0 && used + (heights[from - 1] ?? 0) <= room) {
    from -= 1;
    used += heights[from] ?? 0;
  }
  let to = focused + 1;
  while (to < heights.length && used + (heights[to] ?? 0) <= room) {
    used += heights[to] ?? 0;
    to += 1;
  }
  return { from, to, above: from, below: heights.length - to };
}

/** "3 more above, 12 more below", empty when everything is shown. */
export const hiddenText = ({ above, below }: Pick<Shown, 'above' | 'below'>): string =>
  [above > 0 ? `${above} more above` : '', below > 0 ? `${below} more below` : '']
    .filter((part) => part !== '')
    .join(', ');

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
