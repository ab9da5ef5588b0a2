import { Box, Text } from 'ink';
import { useContent } from '../frame/content.ts';
import { truncateMiddle } from '../text/truncate.ts';
import { padEndTo, widthOf } from '../text/width.ts';
import { toneOf, useTheme } from '../theme.ts';
import type { RequestLine } from './request-lines.ts';

/** A request as it is sent, each value with its origin at the right. */
export function RequestBody({ lines }: { lines: readonly RequestLine[] }) {
  const { width } = useContent();
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line) => (
        <RequestRow key={line.text} line={line} width={width} />
      ))}
    </Box>
  );
}

export function RequestRow({ line: { text, origin }, width }: { line: RequestLine; width: number }) {
  const theme = useTheme();
  const room = width - (origin === '' ? 0 : widthOf(origin) + 2);
  const shown = truncateMiddle(text, room, theme.symbols.ellipsis);
  return (
    <Text wrap="truncate-end">
      {origin === '' ? shown : padEndTo(shown, room)}
      {origin === '' ? null : <Text {...toneOf('quiet', theme)}>{`  ${origin}`}</Text>}
    </Text>
  );
}
