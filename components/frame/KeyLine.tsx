import { Box, Text } from 'ink';

/** The keys that work right now, one or two lines. */
export function KeyLine({ lines }: { lines: readonly string[] }) {
  return (
    <Box flexDirection="column" flexShrink={0} height={lines.length}>
      {lines.map((line) => (
        <Text key={line} wrap="truncate-end">
          {' '}
          {line}
        </Text>
      ))}
    </Box>
  );
}
