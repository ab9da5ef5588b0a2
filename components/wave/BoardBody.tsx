import { Box } from 'ink';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { useContent } from '../frame/content.ts';
import { hiddenText } from '../inputs/SelectInput/view.ts';
import { viewOf } from '../table/state.ts';
import { Line } from '../text/Line.tsx';
import { toneOf, useTheme } from '../theme.ts';
import { BoardFoot } from './BoardFoot.tsx';
import { BoardLines } from './BoardLines.tsx';
import { BoardRows } from './BoardRows.tsx';
import { belowText, headLines } from './board-lines.ts';
import { headingFor, shapeFor } from './board-rows.ts';
import type { Board } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';

/** Below this many lines of content the bar, the estimate and one line of detail make room for rows. */
const LOW = 14;
/** What is said about rows that are not on the screen. */
const BELOW = 1;
const minuteMs = 60_000;

type Props = {
  state: WaveState;
  board: Board;
  now: number;
  isFiltering: boolean;
  onFiltering: (isFiltering: boolean) => void;
};

/** Counts, the rows that fit, and the row of the cursor in full. */
export function BoardBody({ state, board, now, isFiltering, onFiltering }: Props) {
  const { width, height } = useContent();
  const theme = useTheme();
  const { lines, shown, ids, view, table } = board;
  const look = { theme, width, now, isLow: height < LOW };
  const head = headLines(state, lines, look);
  const footHeight = look.isLow ? 2 : 4;
  const room = Math.max(1, height - head.length - footHeight - BELOW);
  const shape = shapeFor(width, room);
  const heading = headingFor(shape, theme.symbols);
  const page = Math.max(1, Math.floor((room - (heading === null ? 0 : 1)) / shape.lines));
  const { at, top } = viewOf(table.state, ids, page);
  const hidden = hiddenText({ above: top, below: Math.max(0, shown.length - top - page) });
  useBoardKeys({ state, board, page, isFiltering, onFiltering });
  return (
    <>
      <BoardLines lines={head} />
      <Box flexDirection="column" height={room + BELOW} flexShrink={0} overflow="hidden">
        {heading === null ? null : <Line text={heading} {...toneOf('quiet', theme)} />}
        <BoardRows
          rows={shown.slice(top, top + page)}
          focused={at - top}
          marked={view.state.marked}
          session={state.session}
          shape={shape}
          now={now - (now % minuteMs)}
        />
        <Line
          text={shown.length === 0 ? '  No row has this. Esc shows all.' : belowText(hidden, view.state)}
          {...toneOf('quiet', theme)}
        />
      </Box>
      <BoardFoot
        {...{ state, board, look, isFiltering }}
        current={shown[at]?.line}
        onFiltered={() => onFiltering(false)}
      />
    </>
  );
}
