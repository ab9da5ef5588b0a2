import { Box, Text } from 'ink';
import type { Problem } from '../../src/wizard/wave/wave-problems.ts';
import { useContent } from '../frame/content.ts';
import { shownAround } from '../table/window.ts';
import { Line } from '../text/Line.tsx';
import { truncateEnd } from '../text/truncate.ts';
import { severityMark, toneOf, useTheme } from '../theme.ts';
import { problemHead, problemLines } from './problem-lines.ts';

/** The pointer and a space, then the symbol and a space. */
const INDENT = 4;

type Props = { problems: readonly Problem[]; focused: number; height: number };

/** Problems around the cursor. Where room is short only that of the cursor says all. */
export function ProblemList({ problems, focused, height }: Props) {
  const theme = useTheme();
  const { width } = useContent();
  const isLow = height < 12;
  const linesOf = (at: number): string[] => {
    const problem = problems[at];
    if (problem === undefined || (isLow && at !== focused)) return [];
    return problemLines(problem, width - INDENT).slice(0, Math.max(1, height - 2));
  };
  const gap = isLow ? 0 : 1;
  const shown = shownAround(problems.length, focused, height, (at) => 1 + linesOf(at).length + gap);
  return (
    <Box flexDirection="column" maxHeight={height} flexShrink={0} overflow="hidden">
      {problems.slice(shown.from, shown.to).map((problem, offset) => {
        const at = shown.from + offset;
        const { symbol, tone } = severityMark(problem.finding.severity, theme);
        const head = truncateEnd(problemHead(problem), width - INDENT, theme.symbols.ellipsis);
        const lines = linesOf(at).map((text) => `\n${' '.repeat(INDENT)}${text}`);
        return (
          <Box key={at} marginBottom={gap} flexShrink={0}>
            <Text>
              {at === focused ? theme.symbols.pointer : ' '} <Text {...toneOf(tone, theme)}>{symbol}</Text>{' '}
              <Text bold>{head}</Text>
              {lines.join('')}
            </Text>
          </Box>
        );
      })}
      {shown.hidden === '' ? null : <Line text={`    ${shown.hidden}`} {...toneOf('quiet', theme)} />}
    </Box>
  );
}
