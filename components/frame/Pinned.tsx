import { Box, type DOMElement, useBoxMetrics } from 'ink';
import { type ReactNode, useRef } from 'react';
import { useContent } from './content.ts';
import { CutMark } from './Overflow.tsx';

type Props = {
  /** What always stays in sight below the rest. */
  below: ReactNode;
  cutText: string;
  children?: ReactNode;
};

/** Content above something that must never fall off the screen, such as a field: where room is short, the content is cut. */
export function Pinned({ below, cutText, children }: Props) {
  const content = useContent();
  const top = useRef<DOMElement>(null);
  const bottom = useRef<DOMElement>(null);
  const room = Math.max(1, content.height - useBoxMetrics(bottom).height);
  const isCut = useBoxMetrics(top).height > room;
  return (
    <>
      <Box flexDirection="column" maxHeight={room} flexShrink={0} overflow="hidden">
        <Box ref={top} flexDirection="column" flexShrink={0}>
          {children}
        </Box>
        {isCut ? <CutMark text={cutText} width={content.width} /> : null}
      </Box>
      <Box ref={bottom} flexDirection="column" flexShrink={0}>
        {below}
      </Box>
    </>
  );
}
