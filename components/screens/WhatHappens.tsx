import { Box } from 'ink';
import type { ResourceType } from '../../src/plan/answers.ts';
import { whatHappens } from '../../src/wizard/confirm-words.ts';
import { Hanging } from '../text/Hanging.tsx';

/** What a confirmation means, apart from that it is final. */
export function WhatHappens({ type }: { type: ResourceType }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {whatHappens(type).map((sentence) => (
        <Hanging key={sentence} mark="- " text={sentence} />
      ))}
    </Box>
  );
}
