import { Box } from 'ink';
import { Line } from '../text/Line.tsx';

/** The keys that work right now, one or two lines. */
export function KeyLine({ lines, width }: { lines: readonly string[]; width: number }) {
  return (
    <Box flexDirection="column" flexShrink={0} height={lines.length}>
      {lines.map((line) => (
        <Line key={line} text={` ${line}`} width={width} />
      ))}
    </Box>
  );
}
