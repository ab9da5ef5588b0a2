/**
 * Where the cursor of a table is. It follows its row when the order changes, but at the top it stays at the top: what comes
 * up there is what somebody has to look at.
 */
export type TableState = {
  /** The number of the row; null at the top. */
  readonly row: number | null;
  /** Its last place, for when the row is no longer shown. */
  readonly at: number;
  /** The place of the first row on the screen. */
  readonly top: number;
};

/** `ids` are the numbers of all rows in their order, `page` is how many of them are on the screen. */
export type TableAction = { type: 'move'; by: number; ids: readonly number[]; page: number } | { type: 'home' };

export const openTable: TableState = { row: null, at: 0, top: 0 };

const within = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1));

/** The place of the cursor among the rows as they are now. */
export function placeOf({ row, at }: TableState, ids: readonly number[]): number {
  const now = row === null ? 0 : ids.indexOf(row);
  return now === -1 ? within(at, ids.length) : now;
}

/** The cursor, and the first row on the screen: as little as possible is scrolled. */
export function viewOf(state: TableState, ids: readonly number[], page: number): { at: number; top: number } {
  const at = placeOf(state, ids);
  const lowest = Math.max(0, ids.length - page);
  const top = Math.min(Math.max(state.top, at - page + 1), at);
  return { at, top: Math.max(0, Math.min(top, lowest)) };
}

export function reduceTable(state: TableState, action: TableAction): TableState {
  if (action.type === 'home') return openTable;
  const { ids, page, by } = action;
  const before = viewOf(state, ids, page);
  const at = within(before.at + by, ids.length);
  const moved = { row: at === 0 ? null : (ids[at] ?? null), at, top: before.top };
  return { ...moved, top: viewOf(moved, ids, page).top };
}
