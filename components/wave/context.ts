import { createContext, useContext } from 'react';
import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';

/** What can lie over a screen of a wave, and the rows that it is about. */
export type WaveOverlay =
  | { name: 'leave' }
  /** Everything about one row. */
  | { name: 'row'; row: number }
  /** Why the run paused, or what stands against all rows. */
  | { name: 'why' }
  /** The rows behind one group of findings. */
  | { name: 'group'; key: string }
  | { name: 'cancelRows'; rows: readonly number[]; leaves: boolean }
  | { name: 'goOn' }
  | { name: 'export'; rows: readonly number[] };

type Waving = {
  engine: WaveEngine;
  /** Something lies over the screen: it takes no keys. */
  isCovered: boolean;
  open: (overlay: WaveOverlay) => void;
  close: () => void;
  /** One sentence above the keys, until the screen changes. */
  say: (text: string) => void;
  /** Out of a file that was read; asks to leave where there is nothing to go back to. */
  back: () => void;
  /** From the table to the welcome screen; null where the run was not chosen there, or calls are on their way. */
  home: (() => void) | null;
  /** Leaves once a cancel that was asked for is read back, when nothing of it is left. */
  leaveOnceCancelled: (rows: readonly number[]) => void;
  leave: () => void;
};

export const WaveContext = createContext<Waving | null>(null);

export function useWave(): Waving {
  const wave = useContext(WaveContext);
  if (!wave) throw new Error('A screen of a wave stands in a Wave only');
  return wave;
}
