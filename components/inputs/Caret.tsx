import { Box, type DOMElement, measureElement, useBoxMetrics, useCursor } from 'ink';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useContent } from '../frame/content.ts';

/** Puts the terminal's own cursor, which input methods and screen readers follow, so many cells into its content. */
export function Caret({ at, isShown, children }: { at: number; isShown: boolean; children: ReactNode }) {
  const box = useRef<DOMElement>(null);
  const [origin, setOrigin] = useState<{ x: number; y: number } | null>(null);
  const { isVisible } = useContent();
  useBoxMetrics(box); // renders again when the box moves
  useLayoutEffect(() => {
    if (!box.current) return;
    const { x, y } = measureElement(box.current);
    setOrigin((known) => (known && known.x === x && known.y === y ? known : { x, y }));
  });
  return (
    <Box ref={box}>
      {children}
      {isShown && isVisible && origin ? <Cursor x={origin.x + at} y={origin.y} /> : null}
    </Box>
  );
}

/** A component of its own, so that a field that is not active does not take the cursor away from the one that is. */
function Cursor({ x, y }: { x: number; y: number }) {
  useCursor().setCursorPosition({ x, y });
  return null;
}
