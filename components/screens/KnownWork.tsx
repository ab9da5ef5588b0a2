import { Box, Text } from 'ink';
import type { Work } from '../../src/wizard/screens.ts';
import { StatusBadge } from '../frame/StatusBadge.tsx';

/** What this computer knows to be under way, newest first. */
export function KnownWork({ work, place }: { work: readonly Work[]; place: string }) {
  if (work.length === 0) return null;
  return (
    <Box flexDirection="column" marginTop={1}>
      <Text>Known work in {place}</Text>
      {work.slice(0, 4).map(({ runId, label, state, when }) => (
        <Box key={runId} gap={2} paddingLeft={2}>
          <StatusBadge state={state} />
          <Text wrap="truncate-middle">{label}</Text>
          <Text dimColor>{when}</Text>
        </Box>
      ))}
    </Box>
  );
}
