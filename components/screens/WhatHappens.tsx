import { Box, Text } from 'ink';
import type { ResourceType } from '../../src/plan/answers.ts';

const becomes: { readonly [K in ResourceType]: string } = {
  user: 'The source OneDrive becomes read-only, then redirects to the new place.',
  site: 'The source site becomes read-only, then redirects to the new place.',
  group: "The source group's site becomes read-only, then redirects to the new place.",
};

const collides: { readonly [K in ResourceType]: string } = {
  user: 'A OneDrive that already exists at the target makes the task fail.',
  site: 'A site that already exists at the target address makes the task fail.',
  group: 'A target group that already has a site makes the task fail.',
};

/** What a confirmation means, in three sentences. */
export function WhatHappens({ type }: { type: ResourceType }) {
  const sentences = [
    becomes[type],
    'One pass: it cannot be undone or repeated. Cancelling may work until it starts; after that nobody can.',
    collides[type],
  ];
  return (
    <Box flexDirection="column" flexShrink={0} marginTop={1}>
      <Text>What happens</Text>
      {sentences.map((sentence) => (
        <Box key={sentence}>
          <Box width={2} flexShrink={0}>
            <Text>-</Text>
          </Box>
          <Text>{sentence}</Text>
        </Box>
      ))}
    </Box>
  );
}
