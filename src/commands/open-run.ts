import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { WaveLimits } from '../runtime/wave/perform.ts';
import { foldEntries } from '../wave/run-state.ts';
import { otherPlace } from '../wave/same-place.ts';
import { linesOfRun } from '../wizard/wave/from-sheet.ts';
import { beginRun } from '../wizard/wave/update.ts';
import type { WaveEngine } from '../wizard/wave/wave-screens.ts';
import { throwLater } from './engine.ts';
import { limitsOf } from './open-wave.ts';
import { type Opened, openSession } from './session.ts';
import { createWaveEngine } from './wave/engine.ts';
import type { Around } from './with-targets.ts';

type Watching = Pick<Around, 'settings' | 'ports' | 'opened' | 'limits'>;

/**
 * The table of a run with many rows, or the same in lines. What can be gone on with, or tried again, from there has to be held to
 * its tenant: null where the sign-in may only look, which is then done without a table.
 */
export async function openRun(
  { settings, ports, opened: looking, limits }: Watching,
  runId: string,
): Promise<number | null> {
  const { budget } = limits;
  const signedIn = looking.own ? { signedIn: looking.own.now() } : {};
  const opened = await openSession(settings, ports, { heldBy: 'record', budget, ...signedIn });
  if (!opened.ok) return null;
  try {
    const wished = { budget, maxPending: limits.maxPending };
    const wave = await waveOfRun(opened.value, runId, limitsOf(opened.value.session, wished), ports);
    return wave.ok ? await (await import('./open-wizard.ts')).showWave(wave.value, settings, ports) : null;
  } finally {
    opened.value.close();
  }
}

/** A recorded run with many rows, to be looked at and gone on with in the place it was recorded in. */
export async function waveOfRun(
  opened: Pick<Opened, 'session' | 'services' | 'signIn'>,
  runId: string,
  limits: WaveLimits,
  ports: Pick<Ports, 'files' | 'machine'>,
): Promise<Result<WaveEngine, Finding>> {
  const { session, services } = opened;
  const entries = await services.ledger.read(runId);
  if (!entries.ok) return entries;
  const run = foldEntries(entries.value);
  const elsewhere = run.header && otherPlace(run.header, session);
  if (elsewhere) return err(elsewhere);
  const file = { name: runId, columns: [], findings: [], fixes: [], leftOut: 0, isMended: false };
  const first = beginRun({ session, file, lines: linesOfRun(run) }, runId);
  return ok(createWaveEngine(first, { opened, ports, source: null, limits, onFault: throwLater }));
}
