import { Box } from 'ink';
import { type ReactNode, useMemo } from 'react';
import { ContentContext, useContent } from './content.ts';
import { Gap } from './Gap.tsx';

/** From this width on there is room for two columns of text. */
const WIDE = 116;
const BETWEEN = 4;

type Props = { left: ReactNode; right: ReactNode };

/** Two parts of a screen: beside each other in a wide window, else one below the other. */
export function Beside({ left, right }: Props) {
  const { width } = useContent();
  const isWide = width >= WIDE;
  const half = isWide ? Math.floor((width - BETWEEN) / 2) : width;
  return (
    <Box flexDirection={isWide ? 'row' : 'column'} columnGap={isWide ? BETWEEN : 0} flexShrink={0}>
      <Part width={half}>{left}</Part>
      {isWide ? null : <Gap />}
      <Part width={isWide ? width - BETWEEN - half : width}>{right}</Part>
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
