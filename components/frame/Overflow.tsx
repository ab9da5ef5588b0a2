import { Box, type DOMElement, Text, useBoxMetrics } from 'ink';
import { type ReactNode, useRef } from 'react';
import { padEndTo } from '../text/width.ts';
import { useTheme } from '../theme.ts';
import { useContent } from './content.ts';

/** The content's room. What is too high is cut at the bottom, and the last line says so. */
export function Overflow({ text, children }: { text: string; children?: ReactNode }) {
  const { width, height } = useContent();
  const inner = useRef<DOMElement>(null);
  const isCut = useBoxMetrics(inner).height > height;
  return (
    <Box flexDirection="column" height={height} width={width + 2} paddingX={1} flexShrink={0} overflow="hidden">
      <Box ref={inner} flexDirection="column" flexShrink={0} width={width}>
        {children}
      </Box>
      {isCut ? <CutMark text={text} width={width + 2} indent={1} /> : null}
    </Box>
  );
}

type MarkProps = { text: string; width: number; indent?: number };

/** Over the last line of what is cut. */
export function CutMark({ text, width, indent = 0 }: MarkProps) {
  const { symbols } = useTheme();
  return (
    <Box position="absolute" bottom={0} left={0}>
      <Text wrap="truncate-end">{padEndTo(`${' '.repeat(indent)}${symbols.ellipsis} ${text}`, width)}</Text>
    </Box>
  );
}
