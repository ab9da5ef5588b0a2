import type { BoardRow } from '../../src/wizard/wave/board.ts';
import { markAll, nextSort, toggleMark, troubleFilter, unmarkAll, type View } from '../../src/wizard/wave/board.ts';
import type { Key } from '../inputs/keys/key.ts';

/** What changes how the table is looked at; null where a key does not. `row` is the one of the cursor. */
export function viewAfter(key: Key, view: View, shown: readonly BoardRow[], row: number | null): View | null {
  if (key.kind === 'escape') return view.filter === '' ? null : { ...view, filter: '' };
  if (key.kind !== 'text') return null;
  switch (key.text) {
    case 'f':
      return { ...view, filter: view.filter === troubleFilter ? '' : troubleFilter };
    case 's':
      return nextSort(view);
    case 'S':
      return { ...view, isReversed: !view.isReversed };
    case ' ':
      return row === null ? null : toggleMark(view, row);
    case 'a':
    case 'A':
      return shown.every(({ line }) => view.marked.has(line.row)) ? unmarkAll(view) : markAll(view, shown);
    default:
      return null;
  }
}
