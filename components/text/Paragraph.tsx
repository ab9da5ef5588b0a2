import { Text, type TextProps } from 'ink';
import { useContent } from '../frame/content.ts';
import { wrapText } from './wrap.ts';

type Props = Omit<TextProps, 'children' | 'wrap'> & { text: string };

/** Sentences, broken at spaces. Ink's own wrapping leaves the space at the beginning of the next line. */
export function Paragraph({ text, ...style }: Props) {
  const { width } = useContent();
  return <Text {...style}>{wrapText(text, width).join('\n')}</Text>;
}
