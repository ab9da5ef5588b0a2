import type { Fix } from '../../wave/csv/fix.ts';
import type { Signing } from '../signing.ts';
import type { WaveHappening } from './wave-event.ts';
import type { WaveLine, WaveState } from './wave-state.ts';

/** A wave as the screens see it. */
export type WaveEngine = {
  state(): WaveState;
  dispatch(event: WaveHappening): void;
  subscribe(listener: () => void): () => void;
  /** Milliseconds since 1970 by the clock that this wave lives in; simulated in the simulator. */
  now(): number;
  /** Takes mends into the file as it is worked on; the file on disk stays as it is. */
  mend(fixes: readonly Fix[]): void;
  /** Writes the file with its mends beside it, and says where; or why not. */
  writeFixed(): Promise<Written>;
  /** Writes rows in the form of the file, to be repeated later. */
  writeRows(lines: readonly WaveLine[]): Promise<Written>;
  /** Writes what is shown as a report; the ending chooses the form: csv, json or md. */
  exportRows(lines: readonly WaveLine[], form: 'csv' | 'json' | 'md'): Promise<Written>;
  /** The plan of the ready rows in a file, for somebody else to approve and apply. */
  savePlan(): Promise<Written>;
  /** A new wave of rows that failed or were refused. */
  retry(lines: readonly WaveLine[]): void;
  /** Other waves of this sitting: those that rows were tried again from, and what came of that. */
  others(): readonly WaveState[];
  /** Leads to the next of them. A wave of which nothing was submitted is given up for the one it came from. */
  turn(): void;
  /** Begins to sign a person in anew; left out where no person can. */
  signIn?: () => Promise<Signing>;
  /** Begins nothing new, and resolves when what has left has its answer. */
  stop(): Promise<void>;
};

export type Written = { ok: true; path: string } | { ok: false; why: string };
