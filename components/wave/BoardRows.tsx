import { useMemo } from 'react';
import type { Session } from '../../src/wizard/state.ts';
import type { BoardRow } from '../../src/wizard/wave/board.ts';
import type { WaveLine } from '../../src/wizard/wave/wave-state.ts';
import { useContent } from '../frame/content.ts';
import { TableRow } from '../table/TableRow.tsx';
import { useTheme } from '../theme.ts';
import { restOf, type Shape } from './board-rows.ts';
import { type RowCells, rowCells } from './row-cells.ts';

type Props = {
  rows: readonly BoardRow[];
  /** The place of the cursor among them. */
  focused: number;
  marked: ReadonlySet<number>;
  session: Session;
  shape: Shape;
  now: number;
};

/** The rows that are on the screen; no others are worked out. */
export function BoardRows({ rows, focused, marked, session, shape, now }: Props) {
  const theme = useTheme();
  const { width } = useContent();
  const { symbols } = theme;
  const cellsOf = useCells(session, now);
  return rows.map(({ line }, at) => {
    const cells = cellsOf(line);
    const pointer = at === focused ? symbols.pointer : ' ';
    return (
      <TableRow
        key={line.row}
        lead={`${pointer}${marked.has(line.row) ? '*' : ' '} `}
        head={cells.head}
        tone={cells.tone}
        rest={restOf(cells, shape, symbols)}
        isFocused={at === focused}
        width={width}
      />
    );
  });
}

/** What is said about a row is worked out once, until the row or the minute changes. */
function useCells(session: Session, now: number): (line: WaveLine) => RowCells {
  const theme = useTheme();
  return useMemo(() => {
    const known = new WeakMap<WaveLine, RowCells>();
    return (line) => {
      const cells = known.get(line) ?? rowCells(line, session, theme, now);
      known.set(line, cells);
      return cells;
    };
  }, [session, theme, now]);
}
