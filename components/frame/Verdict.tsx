import { Box, Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import { type MarkedSeverity, severityMark, toneOf, useTheme } from '../theme.ts';

type Props = { severity: MarkedSeverity; text: string };

/** One sentence about what was entered or checked, with its symbol. */
export function Verdict({ severity, text }: Props) {
  const theme = useTheme();
  const { symbol, tone } = severityMark(severity, theme);
  return (
    <Box>
      <Box width={2} flexShrink={0}>
        <Text {...toneOf(tone, theme)}>{symbol}</Text>
      </Box>
      <Text>{cleanText(text)}</Text>
    </Box>
  );
}
