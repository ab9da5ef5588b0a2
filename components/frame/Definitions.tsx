import { Box, Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import { truncateEnd, truncateMiddle } from '../text/truncate.ts';
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

type Props = {
  rows: readonly Definition[];
  indent?: number;
  width?: number;
  /** One line each; long values lose their middle. */
  isTight?: boolean;
};

const LONGEST_TERM = 20;

/** Terms and their values in two columns; long values go on under themselves. */
export function Definitions({ rows, indent = 2, width, isTight = false }: Props) {
  const content = useContent();
  const noteWidth = Math.max(0, ...rows.map(({ note }) => widthOf(cleanText(note ?? ''))));
  const column = termColumn(rows);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map((row) => (
        <Box key={row.term} paddingLeft={indent}>
          <Row
            row={row}
            column={column}
            noteWidth={noteWidth}
            isTight={isTight}
            width={(width ?? content.width) - indent}
          />
        </Box>
      ))}
    </Box>
  );
}

/** The terms, and two cells after the longest. */
const termColumn = (rows: readonly Definition[]): number =>
  Math.min(LONGEST_TERM, Math.max(0, ...rows.map(({ term }) => widthOf(cleanText(term))))) + 2;

/** Lines that rows without notes take. */
export const linesOf = (rows: readonly Definition[], width: number, indent = 2): number =>
  rows.reduce((sum, { value }) => sum + wrapText(cleanText(value), width - indent - termColumn(rows)).length, 0);

/** `column` is the width of the terms, `noteWidth` that of the widest note. */
type RowProps = { row: Definition; column: number; noteWidth: number; width: number; isTight: boolean };

function Row({ row, column, noteWidth, width, isTight }: RowProps) {
  const theme = useTheme();
  const term = truncateEnd(cleanText(row.term), column - 2, theme.symbols.ellipsis);
  const room = Math.max(8, width - column - (noteWidth === 0 ? 0 : noteWidth + 2));
  const text = cleanText(row.value);
  const lines = isTight ? [truncateMiddle(text, room, theme.symbols.ellipsis)] : wrapText(text, room);
  const value = lines.map((line) => padEndTo(line, noteWidth === 0 ? 0 : room));
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
