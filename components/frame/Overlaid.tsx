import { Box } from 'ink';
import { type ReactNode, useMemo } from 'react';
import { KeyOverlay } from '../inputs/keys/KeyRouter.tsx';
import { ContentContext, useContent } from './content.ts';

type Props = {
  /** A frame of its own, or null where nothing lies over the screen. */
  overlay: ReactNode;
  children?: ReactNode;
};

/** Shows an overlay instead of a screen, and gives it the keys; the screen stays mounted, so nothing typed is lost. */
export function Overlaid({ overlay, children }: Props) {
  const content = useContent();
  const isCovered = overlay !== null && overlay !== undefined && overlay !== false;
  const below = useMemo(() => ({ ...content, isVisible: content.isVisible && !isCovered }), [content, isCovered]);
  return (
    <>
      <ContentContext value={below}>
        <Box flexDirection="column" display={isCovered ? 'none' : 'flex'}>
          {children}
        </Box>
      </ContentContext>
      {isCovered ? <KeyOverlay>{overlay}</KeyOverlay> : null}
    </>
  );
}
