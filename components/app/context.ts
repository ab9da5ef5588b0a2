import { createContext, useContext } from 'react';
import type { Engine } from '../../src/wizard/screens.ts';

/** What can lie over a screen. */
export type Overlay = 'leave' | 'full' | 'cancel' | 'cancelAndLeave' | 'resend';

type Screens = {
  engine: Engine;
  /** Something lies over the screen: it keeps its text, and takes no keys. */
  isCovered: boolean;
  open: (overlay: Overlay) => void;
  close: () => void;
  /** One sentence above the keys, until the screen changes. */
  say: (text: string) => void;
  /** Out of the first question. */
  back: () => void;
  another: () => void;
  /** Leaves when a cancel that was asked for is read back; a task that goes on keeps the screen. */
  leaveOnceCancelled: () => void;
  leave: () => void;
};

export const ScreenContext = createContext<Screens | null>(null);

export function useScreens(): Screens {
  const screens = useContext(ScreenContext);
  if (!screens) throw new Error('A screen stands in a Migration only');
  return screens;
}
