import { Box } from 'ink';
import { type ReactNode, useMemo } from 'react';
import { ContentContext, useContent } from './content.ts';
import { Gap } from './Gap.tsx';

/** From this width on the left part has as much room as in a window of 80 columns. */
const WIDE = 132;
const BETWEEN = 4;
/** Time, state and note of a task's history. */
const NARROWEST_RIGHT = 54;
const RIGHT_SHARE = 0.4;

type Props = { left: ReactNode; right: ReactNode };

/** Two parts of a screen: beside each other in a wide window, else one below the other. */
export function Beside({ left, right }: Props) {
  const { width } = useContent();
  const isWide = width >= WIDE;
  const rightWidth = isWide ? Math.max(NARROWEST_RIGHT, Math.floor(width * RIGHT_SHARE)) : width;
  return (
    <Box flexDirection={isWide ? 'row' : 'column'} columnGap={isWide ? BETWEEN : 0} flexShrink={0}>
      <Part width={isWide ? width - BETWEEN - rightWidth : width}>{left}</Part>
      {isWide ? null : <Gap />}
      <Part width={rightWidth}>{right}</Part>
    </Box>
  );
}

function Part({ width, children }: { width: number; children: ReactNode }) {
  const content = useContent();
  const part = useMemo(() => ({ ...content, width }), [content, width]);
  return (
    <Box flexDirection="column" flexShrink={0} width={width}>
      <ContentContext value={part}>{children}</ContentContext>
    </Box>
  );
}
