import { apart, graphemes, widthOf } from './width.ts';

/** As many leading graphemes as fit into so many cells. */
export function takeCells(letters: readonly string[], cells: number): string {
  let used = 0;
  let taken = '';
  for (const letter of letters) {
    used += widthOf(letter);
    if (used > cells) break;
    taken += letter;
  }
  return taken;
}

const takeLastCells = (letters: readonly string[], cells: number): string => {
  let used = 0;
  let from = letters.length;
  while (from > 0) {
    used += widthOf(letters[from - 1] ?? '');
    if (used > cells) break;
    from -= 1;
  }
  return letters.slice(from).join('');
};

/** Cuts the end off, with a mark for what is missing. */
export function truncateEnd(whole: string, width: number, mark = '…'): string {
  const text = apart(whole);
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(mark);
  return room < 0 ? takeCells(graphemes(text), width) : takeCells(graphemes(text), room) + mark;
}

/** Cuts the middle out: names of tenants and files differ at both ends. */
export function truncateMiddle(whole: string, width: number, mark = '…'): string {
  const text = apart(whole);
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(mark);
  if (room < 2) return truncateEnd(text, width, mark);
  const letters = graphemes(text);
  return takeCells(letters, Math.ceil(room / 2)) + mark + takeLastCells(letters, Math.floor(room / 2));
}
