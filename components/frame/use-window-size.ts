import { useWindowSize as useKnownSize, useStdout } from 'ink';
import { useCallback, useSyncExternalStore } from 'react';
import type { Size } from './layout.ts';

/**
 * The window's size in cells. Ink's own hook learns of a resize by an update that React puts off while it is busy, and the
 * frames drawn meanwhile are laid out for the size before. An external store is read before anything else is drawn.
 */
export function useWindowSize(): Size {
  const stdout = useStdout().stdout as NodeJS.WriteStream;
  const known = useKnownSize();
  const subscribe = useCallback(
    (told: () => void) => {
      stdout.on('resize', told);
      return () => stdout.off('resize', told);
    },
    [stdout],
  );
  useSyncExternalStore(subscribe, () => `${stdout.columns}x${stdout.rows}`);
  // A terminal on a serial line says 0; Ink finds a size for it.
  return { columns: stdout.columns || known.columns, rows: stdout.rows || known.rows };
}
