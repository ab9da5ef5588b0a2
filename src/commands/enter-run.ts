import { err } from '../plan/result.ts';
import type { WaveOpening } from '../wizard/screens.ts';
import { type Entering, openPlace } from './enter-place.ts';
import { waveOfRun } from './open-run.ts';
import { limitsOf } from './open-wave.ts';

/** Opens a run of many rows that was chosen on the welcome screen. What it may submit is held to the tenant it was recorded with. */
export async function enterRun(entering: Omit<Entering, 'from' | 'isFresh'>, runId: string): WaveOpening {
  const opened = await openPlace({ ...entering, isFresh: false }, 'record');
  if (!opened.ok) return opened;
  const { session, forMany } = opened.value;
  const limits = limitsOf(session, null);
  const wave = await waveOfRun(forMany(session, limits.budget), runId, limits, entering.ports);
  return wave.ok ? wave : err([wave.error]);
}
