import { Box } from 'ink';
import { useContent } from './content.ts';

/** Below this many lines of content nothing is spent on looks: empty lines are the first to go in a small window. */
const ROOMY = 14;

/** Lines between parts of a screen: one, or none where room is short. */
export const useGap = (): 0 | 1 => (useContent().height < ROOMY ? 0 : 1);

/** An empty line, where there is room for one. */
export const Gap = () => <Box height={useGap()} flexShrink={0} />;
