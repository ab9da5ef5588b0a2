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

/** More would push the places out of sight. */
const MOST = 4;

type Props = {
  work: readonly Work[];
  place: string;
  /** The one that keys are about: where there are several, the key that opens it stands before it. */
  chosen?: Work | undefined;
};

/** What this computer knows to be under way, newest first; a run of many rows in one line. */
export function KnownWork({ work, place, chosen }: Props) {
  const { width } = useContent();
  const gap = useGap();
  if (work.length === 0) return null;
  const from = Math.max(0, (chosen === undefined ? 0 : work.indexOf(chosen)) - MOST + 1);
  return (
    <Box flexDirection="column" marginTop={gap} flexShrink={0}>
      <Line text={`Known work in ${cleanText(place)}`} />
      {work.slice(from, from + MOST).map((one) => (
        <Box key={one.runId}>
          <Text>{work.length > 1 && one === chosen ? 'w ' : '  '}</Text>
          <WorkLine work={one} width={width} />
        </Box>
      ))}
    </Box>
  );
}

function WorkLine({ work: { label, state, when, many }, width }: { work: Work; width: number }) {
  const about = cleanText(many?.counts ?? when);
  return (
    <Box gap={2}>
      <StatusBadge state={state} />
      <Line text={cleanText(label)} cut="middle" width={width - BESIDE_LABEL - widthOf(about)} />
      <Text dimColor={!many}>{apart(about)}</Text>
    </Box>
  );
}
