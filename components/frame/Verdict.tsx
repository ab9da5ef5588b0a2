import { Box, Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import { wrapText } from '../text/wrap.ts';
import { type MarkedSeverity, severityMark, toneOf, useTheme } from '../theme.ts';
import { useContent } from './content.ts';

/** The symbol and a space. */
const SYMBOL = 2;

type Props = { severity: MarkedSeverity; text: string };

/** One sentence about what was entered or checked, with its symbol. */
export function Verdict({ severity, text }: Props) {
  const theme = useTheme();
  const { width } = useContent();
  const { symbol, tone } = severityMark(severity, theme);
  return (
    <Box>
      <Box width={SYMBOL} flexShrink={0}>
        <Text {...toneOf(tone, theme)}>{symbol}</Text>
      </Box>
      <Text>{wrapText(cleanText(text), width - SYMBOL).join('\n')}</Text>
    </Box>
  );
}
