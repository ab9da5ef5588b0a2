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
  const noteWidth = Math.max(0, ...rows.map(({ note }) => widthOf(cleanText(note ?? ''))));
  const column = Math.min(LONGEST_TERM, Math.max(0, ...rows.map(({ term }) => widthOf(cleanText(term))))) + 2;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map((row) => (
        <Box key={row.term} paddingLeft={indent}>
          <Row row={row} column={column} noteWidth={noteWidth} width={(width ?? content.width) - indent} />
        </Box>
      ))}
    </Box>
  );
}

/** `column` is the width of the terms, `noteWidth` that of the widest note. */
type RowProps = { row: Definition; column: number; noteWidth: number; width: number };

function Row({ row, column, noteWidth, width }: RowProps) {
  const theme = useTheme();
  const term = truncateEnd(cleanText(row.term), column - 2, theme.symbols.ellipsis);
  const room = Math.max(8, width - column - (noteWidth === 0 ? 0 : noteWidth + 2));
  const value = wrapText(cleanText(row.value), room).map((line) => padEndTo(line, noteWidth === 0 ? 0 : room));
  return (
    <>
      <Box width={column} flexShrink={0}>
        <Text>{term}</Text>
      </Box>
      <Text>{value.join('\n')}</Text>
      <Text {...toneOf('quiet', theme)}>{row.note ? `  ${cleanText(row.note)}` : ''}</Text>
    </>
  );
}
