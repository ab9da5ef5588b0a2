import { Box, Text } from 'ink';
import type { WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { useContent } from '../frame/content.ts';
import { TextInput } from '../inputs/TextInput/TextInput.tsx';
import { Line } from '../text/Line.tsx';
import { BoardLines } from './BoardLines.tsx';
import { detailLines, footText, type Look } from './board-lines.ts';
import { useWave } from './context.ts';
import type { Board } from './use-board.ts';

type Props = {
  state: WaveState;
  board: Board;
  current: WaveLine | undefined;
  look: Look;
  isFiltering: boolean;
  onFiltered: () => void;
};

/** The row of the cursor in full, and how the table is looked at. */
export function BoardFoot({ state, board, current, look, isFiltering, onFiltered }: Props) {
  const { view, lines } = board;
  // Once no look gets through, tasks are under way that nobody looks at.
  const looked = state.status === 'over' ? [] : lines;
  return (
    <Box flexDirection="column" flexShrink={0} marginTop={look.isLow ? 0 : 1}>
      <BoardLines lines={detailLines(current, state.session, look)} />
      {isFiltering ? (
        <FilterField board={board} onFiltered={onFiltered} />
      ) : (
        <Line text={footText(view.state, looked)} />
      )}
    </Box>
  );
}

const LABEL = 'Filter: ';

/** Filters while it is typed. Up and Down move in the table meanwhile. */
function FilterField({ board: { view, table }, onFiltered }: Pick<Props, 'board' | 'onFiltered'>) {
  const { isCovered } = useWave();
  const { width } = useContent();
  return (
    <Box>
      <Text>{LABEL}</Text>
      <TextInput
        initial={view.state.filter}
        width={width - LABEL.length}
        example="words of a row, or state:failed"
        isActive={!isCovered}
        onChange={(filter) => {
          view.dispatch({ ...view.latest.current, filter });
          table.dispatch({ type: 'home' });
        }}
        onSubmit={onFiltered}
      />
    </Box>
  );
}
