import { Box } from 'ink';
import type { ResourceType } from '../../src/plan/answers.ts';
import { Hanging } from '../text/Hanging.tsx';

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

/** What a confirmation means, apart from that it is final. */
export function WhatHappens({ type }: { type: ResourceType }) {
  const sentences = [becomes[type], collides[type]];
  return (
    <Box flexDirection="column" flexShrink={0}>
      {sentences.map((sentence) => (
        <Hanging key={sentence} mark="- " text={sentence} />
      ))}
    </Box>
  );
}
