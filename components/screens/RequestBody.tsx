import { Box, Text } from 'ink';
import type { RequestLine } from '../../src/wizard/request-lines.ts';
import { useContent } from '../frame/content.ts';
import { padEndTo, widthOf } from '../text/width.ts';
import { toneOf, useTheme } from '../theme.ts';
import { fitted } from './fitted.ts';

/** A request as it is sent, each value with its origin at the right. */
export function RequestBody({ lines }: { lines: readonly RequestLine[] }) {
  const { width } = useContent();
  return (
    <Box flexDirection="column" flexShrink={0}>
      {fitted(lines, width).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beside their place
        <RequestRow key={index} line={line} width={width} />
      ))}
    </Box>
  );
}

/** One line that fits. */
export function RequestRow({ line: { text, origin }, width }: { line: RequestLine; width: number }) {
  const theme = useTheme();
  const room = width - (origin === '' ? 0 : widthOf(origin) + 2);
  return (
    <Text wrap="truncate-end">
      {origin === '' ? text : padEndTo(text, room)}
      {origin === '' ? null : <Text {...toneOf('quiet', theme)}>{`  ${origin}`}</Text>}
    </Text>
  );
}
