import { Box, Text } from 'ink';
import type { Session } from '../../src/wizard/state.ts';
import type { Group } from '../../src/wizard/wave/wave-groups.ts';
import { useContent } from '../frame/content.ts';
import { shownAround } from '../table/window.ts';
import { Line } from '../text/Line.tsx';
import { truncateEnd } from '../text/truncate.ts';
import { severityMark, toneOf, useTheme } from '../theme.ts';
import { groupHead, groupLines } from './group-lines.ts';

const INDENT = 4;

/** What does not fit is not left out silently. */
const cutLines = (lines: readonly string[], most: number): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), '(v shows all of it)'];

type Props = { groups: readonly Group[]; session: Session; focused: number; height: number };

/** Findings by what to do and who does it. The one of the cursor says all, the others how many rows wait for it. */
export function GroupList({ groups, session, focused, height }: Props) {
  const theme = useTheme();
  const { width } = useContent();
  const all = (at: number): readonly string[] => {
    const group = groups[at];
    if (group === undefined || at !== focused) return [];
    return cutLines(groupLines(group, session, width - INDENT), Math.max(1, height - 2));
  };
  const shown = shownAround(groups.length, focused, height, (at) => 1 + all(at).length);
  return (
    <Box flexDirection="column" maxHeight={height} flexShrink={0} overflow="hidden">
      {groups.slice(shown.from, shown.to).map((group, offset) => {
        const at = shown.from + offset;
        const { symbol, tone } = severityMark(group.severity, theme);
        const lines = all(at).map((text) => `\n${' '.repeat(INDENT)}${text}`);
        return (
          <Text key={group.key}>
            {at === focused ? theme.symbols.pointer : ' '} <Text {...toneOf(tone, theme)}>{symbol}</Text>{' '}
            <Text bold>{truncateEnd(groupHead(group), width - INDENT, theme.symbols.ellipsis)}</Text>
            {lines.join('')}
          </Text>
        );
      })}
      {shown.hidden === '' ? null : <Line text={`    ${shown.hidden}`} {...toneOf('quiet', theme)} />}
    </Box>
  );
}
