import { createContext, useContext } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { Engine, WaveSource } from '../../src/wizard/screens.ts';

/** What can lie over a screen. */
export type Overlay = 'leave' | 'full' | 'cancel' | 'cancelAndLeave' | 'resend' | 'many' | 'pasted';

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
  /** Opens many moves in place of this one; what stands against it where they cannot be opened. */
  openWave: (source: WaveSource) => Promise<readonly Finding[]>;
  /** Several lines that were pasted into a field for one. */
  pasted: readonly string[];
  offerPasted: (lines: readonly string[]) => void;
};

export const ScreenContext = createContext<Screens | null>(null);

export function useScreens(): Screens {
  const screens = useContext(ScreenContext);
  if (!screens) throw new Error('A screen stands in a Migration only');
  return screens;
}
