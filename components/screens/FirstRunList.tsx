import { Box, Text } from 'ink';
import type { FirstStep } from '../../src/wizard/first-run.ts';
import { useContent } from '../frame/content.ts';
import { padEndTo, widthOf } from '../text/width.ts';
import { toneOf, useTheme } from '../theme.ts';

type Props = {
  steps: readonly FirstStep[];
  /** Which one is told of; none where they are only listed. */
  focused?: number;
};

/** The steps by their titles, and who takes each. */
export function FirstRunList({ steps, focused = -1 }: Props) {
  const theme = useTheme();
  const { width } = useContent();
  const widest = Math.max(...steps.map(({ title }) => widthOf(title)));
  return (
    <Box flexDirection="column" flexShrink={0} width={width}>
      {steps.map(({ title, who }, index) => (
        <Text key={title} wrap="truncate-end" bold={index === focused}>
          {`${index === focused ? theme.symbols.pointer : ' '} ${index + 1}  ${padEndTo(title, widest)}  `}
          <Text {...toneOf('quiet', theme)}>{who}</Text>
        </Text>
      ))}
    </Box>
  );
}
