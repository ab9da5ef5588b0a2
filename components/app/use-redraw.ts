import { useStdout } from 'ink';
import { isCtrl } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';

const emptyFromTop = '\u001B[H\u001B[J';

/** Ctrl+L draws the screen anew, after something else wrote over it. */
export function useRedraw(): void {
  const { write } = useStdout();
  useKeys(
    (key) => {
      if (!isCtrl(key, 'l')) return false;
      // Ink draws its whole frame again after what others write through it.
      write(emptyFromTop);
      return true;
    },
    { role: 'global' },
  );
}
