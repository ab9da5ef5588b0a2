import { useMemo, useRef } from 'react';
import { type BoardRow, boardRows, firstView, type View, visibleRows } from '../../src/wizard/wave/board.ts';
import { chosenLines } from '../../src/wizard/wave/lines.ts';
import type { WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { useReducerRef } from '../inputs/keys/use-reducer-ref.ts';
import { openTable, reduceTable } from '../table/state.ts';

const replace = (_: View, view: View): View => view;
const minuteMs = 60_000;

/** Rows, filter, order and marks of the table. The cursor costs nothing: rows are worked out when rows or view change. */
export function useBoard(state: WaveState, now: number) {
  const { lines: all, chosen } = state;
  const lines = useMemo(() => chosenLines({ lines: all, chosen }), [all, chosen]);
  const minute = Math.floor(now / minuteMs) * minuteMs;
  const view = useReducerRef(replace, () => firstView);
  const table = useReducerRef(reduceTable, () => openTable);
  const rows = useRows(lines, minute);
  const { filter, sort, isReversed } = view.state;
  const shown = useMemo(
    () => visibleRows(rows, { ...firstView, filter, sort, isReversed }),
    [rows, filter, sort, isReversed],
  );
  const ids = useMemo(() => shown.map(({ line }) => line.row), [shown]);
  return { lines, rows, shown, ids, view, table };
}

export type Board = ReturnType<typeof useBoard>;

/** Rows whose lines did not change are the same objects as before. */
function useRows(lines: readonly WaveLine[], minute: number): readonly BoardRow[] {
  const before = useRef<readonly BoardRow[]>([]);
  return useMemo(() => {
    before.current = boardRows(lines, minute, before.current);
    return before.current;
  }, [lines, minute]);
}
