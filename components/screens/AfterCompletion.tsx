import { Box, Text } from 'ink';
import type { ResourceType } from '../../src/plan/answers.ts';
import { afterCompletion } from '../../src/wizard/after-the-end.ts';
import { Hanging } from '../text/Hanging.tsx';

/** What to do after a move has completed. */
export function AfterCompletion({ type }: { type: ResourceType }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text>What now</Text>
      {afterCompletion[type].map((step, index) => (
        <Hanging key={step} mark={`  ${index + 1}  `} text={step} />
      ))}
    </Box>
  );
}
