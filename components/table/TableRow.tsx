import { Text } from 'ink';
import { memo } from 'react';
import { padEndTo, widthOf } from '../text/width.ts';
import { type Tone, toneOf, useTheme } from '../theme.ts';

type Props = {
  /** Pointer and mark. */
  lead: string;
  /** What is drawn in its tone. */
  head: string;
  tone: Tone;
  /** The rest of the line, and more lines below it. */
  rest: string;
  isFocused: boolean;
  width: number;
};

/** One row as one text: it is drawn again only where its letters change. */
export const TableRow = memo(function TableRow({ lead, head, tone, rest, isFocused, width }: Props) {
  const theme = useTheme();
  const [first = '', ...more] = rest.split('\n');
  const lines = [padEndTo(first, width - widthOf(lead) - widthOf(head)), ...more.map((line) => padEndTo(line, width))];
  return (
    <Text wrap="truncate-end" inverse={isFocused}>
      {lead}
      <Text {...toneOf(tone, theme)}>{head}</Text>
      {(isFocused ? lines : [first, ...more]).join('\n')}
    </Text>
  );
});
