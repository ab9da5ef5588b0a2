import type { Mode } from '../wave/entry.ts';

/** Where below the state folder runs are kept: those of tenants, of the simulator and of other hosts are never mixed. */
export const runFolders: Readonly<Record<Mode, readonly string[]>> = {
  live: ['runs'],
  simulator: ['simulator', 'runs'],
  custom: ['custom', 'runs'],
};
