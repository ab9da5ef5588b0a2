import { Box, Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import type { Work } from '../../src/wizard/screens.ts';
import { useContent } from '../frame/content.ts';
import { useGap } from '../frame/Gap.tsx';
import { StatusBadge } from '../frame/StatusBadge.tsx';
import { Line } from '../text/Line.tsx';
import { apart, widthOf } from '../text/width.ts';
import { STATE_WORD_WIDTH } from '../theme.ts';

/** Indent, state, and the gaps between. */
const BESIDE_LABEL = 2 + 2 + STATE_WORD_WIDTH + 2 + 2;

/** What this computer knows to be under way, newest first. */
export function KnownWork({ work, place }: { work: readonly Work[]; place: string }) {
  const { width } = useContent();
  const gap = useGap();
  if (work.length === 0) return null;
  return (
    <Box flexDirection="column" marginTop={gap} flexShrink={0}>
      <Line text={`Known work in ${cleanText(place)}`} />
      {work.slice(0, 4).map(({ runId, label, state, when }) => (
        <Box key={runId} gap={2} paddingLeft={2}>
          <StatusBadge state={state} />
          <Line text={cleanText(label)} cut="middle" width={width - BESIDE_LABEL - widthOf(when)} />
          <Text dimColor>{apart(cleanText(when))}</Text>
        </Box>
      ))}
    </Box>
  );
}
