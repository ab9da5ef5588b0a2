import { Box, Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import type { DraftOffer } from '../../src/wizard/screens.ts';
import { Line } from '../text/Line.tsx';

/** The newest migration that was begun and not submitted, and how many more there are. */
export function KnownDrafts({ drafts }: { drafts: readonly DraftOffer[] }) {
  const [newest, ...others] = drafts;
  if (!newest) return null;
  return (
    <Box flexDirection="column" flexShrink={0} marginTop={1}>
      <Text>Not submitted yet</Text>
      <Line text={`  ${cleanText(newest.label)}, step ${newest.step} of 7, ${cleanText(newest.when)} (d continues)`} />
      {others.length > 0 ? <Text>{`  and ${others.length} more`}</Text> : null}
    </Box>
  );
}
