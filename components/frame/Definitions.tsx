import { Box, Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import { truncateEnd } from '../text/truncate.ts';
import { padEndTo, widthOf } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import { toneOf, useTheme } from '../theme.ts';
import { useContent } from './content.ts';

export type Definition = {
  term: string;
  value: string;
  /** At the right of the first line: where the value comes from. */
  note?: string;
};

type Props = { rows: readonly Definition[]; indent?: number; width?: number };

const LONGEST_TERM = 20;

/** Terms and their values in two columns; long values go on under themselves. */
export function Definitions({ rows, indent = 2, width }: Props) {
  const content = useContent();
  const column = Math.min(LONGEST_TERM, Math.max(0, ...rows.map(({ term }) => widthOf(cleanText(term))))) + 2;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map((row) => (
        <Row key={row.term} row={row} column={column} indent={indent} width={(width ?? content.width) - indent} />
      ))}
    </Box>
  );
}

function Row({ row, column, indent, width }: { row: Definition; column: number; indent: number; width: number }) {
  const theme = useTheme();
  const term = truncateEnd(cleanText(row.term), column - 2, theme.symbols.ellipsis);
  const note = cleanText(row.note ?? '');
  const room = Math.max(8, width - column - (note === '' ? 0 : widthOf(note) + 2));
  const value = wrapText(cleanText(row.value), room).map((line) => padEndTo(line, note === '' ? 0 : room));
  return (
    <Box paddingLeft={indent}>
      <Box width={column} flexShrink={0}>
        <Text>{term}</Text>
      </Box>
      <Text>{value.join('\n')}</Text>
      {note === '' ? null : <Text {...toneOf('quiet', theme)}>{`  ${note}`}</Text>}
    </Box>
  );
}
