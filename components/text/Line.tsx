import { Text, type TextProps } from 'ink';
import { useContent } from '../frame/content.ts';
import { useTheme } from '../theme.ts';
import { truncateEnd, truncateMiddle } from './truncate.ts';

type Props = Omit<TextProps, 'children' | 'wrap'> & {
  text: string;
  /** The room of the frame's content when absent. */
  width?: number;
  /** What is cut where it does not fit. */
  cut?: 'end' | 'middle';
};

/** One line of text. Ink's own truncation marks the cut with a character that ASCII does not have. */
export function Line({ text, width, cut = 'end', ...style }: Props) {
  const { symbols } = useTheme();
  const content = useContent();
  const truncate = cut === 'end' ? truncateEnd : truncateMiddle;
  const shown = truncate(text, width ?? content.width, symbols.ellipsis);
  return (
    <Text wrap="truncate-end" {...style}>
      {shown === '' ? ' ' : shown}
    </Text>
  );
}
