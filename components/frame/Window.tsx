import { Box } from 'ink';
import type { ReactNode } from 'react';

/**
 * All but the window's last column. Ink draws a resized window once before React knows its size: what is wider than the
 * window by then must be cut here, or the terminal would wrap it and every later line would be drawn in the wrong row.
 */
export const Window = ({ children }: { children?: ReactNode }) => (
  <Box width="100%" paddingRight={1}>
    <Box flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
      {children}
    </Box>
  </Box>
);
