import { Box, Text } from 'ink';
import { utcTime } from '../../src/plan/schedule.ts';
import { cleanText } from '../../src/problems/clean.ts';
import type { HistoryLine } from '../../src/wave/history.ts';
import { StatusBadge } from '../frame/StatusBadge.tsx';

const shown = 4;

/** The latest changes of a task. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <Box flexDirection="column" flexShrink={0} marginTop={1}>
      <Text>History</Text>
      {lines.slice(-shown).map(({ at, state, note }) => (
        <Box key={`${at} ${state}`} gap={2} paddingLeft={2}>
          <Text>{utcTime(at)}</Text>
          <StatusBadge state={state} />
          <Text wrap="truncate-end">{cleanText(note, { maxLength: 44 })}</Text>
        </Box>
      ))}
    </Box>
  );
}
