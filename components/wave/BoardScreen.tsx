import { useState } from 'react';
import { actionsFor } from '../../src/wizard/wave/wave-actions.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { Frame } from '../frame/Frame.tsx';
import { titleOf } from '../screens/titles.ts';
import { placeOf } from '../table/state.ts';
import { useTheme } from '../theme.ts';
import { BoardBody } from './BoardBody.tsx';
import { boardHints, filterHints, meantLines } from './board-actions.ts';
import { useWave } from './context.ts';
import { lineCommandOf } from './line-command.ts';
import { useBoard } from './use-board.ts';
import { useWaveNow } from './use-wave-state.ts';
import { signInHint } from './wave-sign-in-hint.ts';

const minuteMs = 60_000;
const secondMs = 1000;

/** Rows that were sent, from the first create to the last final state: trouble first, and what can be done about it. */
export function BoardScreen({ state }: { state: WaveState }) {
  const { engine, home } = useWave();
  const { motion } = useTheme();
  const isWaiting = state.status === 'submitting' && state.waiting !== null;
  const now = useWaveNow(engine, isWaiting ? secondMs : minuteMs, motion);
  const board = useBoard(state, now);
  const [isFiltering, setFiltering] = useState(false);
  const { lines, shown, ids, view, table } = board;
  const ways = { isOneOfMany: engine.others().length > 0, hasHome: home !== null };
  const meant = meantLines(lines, view.state.marked, shown[placeOf(table.state, ids)]?.line);
  return (
    <Frame
      title={titleOf(state.session)}
      keys={
        isFiltering
          ? filterHints
          : [...signInHint(engine, state), ...boardHints(state, actionsFor(state, meant), view.state, ways)]
      }
      helpKey={isFiltering ? 'F1' : '?'}
      lineCommand={lineCommandOf(state)}
    >
      <BoardBody state={state} board={board} now={now} isFiltering={isFiltering} onFiltering={setFiltering} />
    </Frame>
  );
}
