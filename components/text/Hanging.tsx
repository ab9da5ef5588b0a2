import { Text } from 'ink';
import { useContent } from '../frame/content.ts';
import { padEndTo, widthOf } from './width.ts';
import { wrapText } from './wrap.ts';

/** A sentence after a mark, such as a dash or a number; what is too long goes on under itself. */
export function Hanging({ mark, text }: { mark: string; text: string }) {
  const { width } = useContent();
  const indent = widthOf(mark);
  const lines = wrapText(text, width - indent);
  return <Text>{lines.map((line, at) => (at === 0 ? mark : padEndTo('', indent)) + line).join('\n')}</Text>;
}
