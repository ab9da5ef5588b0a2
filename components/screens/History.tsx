import { Box, Text } from 'ink';
import { utcTime } from '../../src/plan/schedule.ts';
import { cleanText } from '../../src/problems/clean.ts';
import type { HistoryLine } from '../../src/wave/history.ts';
import { useContent } from '../frame/content.ts';
import { StatusBadge } from '../frame/StatusBadge.tsx';
import { Line } from '../text/Line.tsx';
import { STATE_WORD_WIDTH } from '../theme.ts';

const shown = 4;
/** Indent, time, state, and the gaps between them. */
const BEFORE_NOTE = 2 + 12 + 2 + 2 + STATE_WORD_WIDTH + 2;

/** The latest changes of a task. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
  const { width } = useContent();
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text>History</Text>
      {lines.slice(-shown).map(({ at, state, note }) => (
        <Box key={`${at} ${state}`} gap={2} paddingLeft={2}>
          <Text>{utcTime(at)}</Text>
          <StatusBadge state={state} />
          <Line text={cleanText(note)} width={width - BEFORE_NOTE} />
        </Box>
      ))}
    </Box>
  );
}
