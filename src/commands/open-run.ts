import { foldEntries } from '../wave/run-state.ts';
import { linesOfRun } from '../wizard/wave/from-sheet.ts';
import { beginRun } from '../wizard/wave/update.ts';
import { throwLater } from './engine.ts';
import { limitsOf } from './open-wave.ts';
import { openSession } from './session.ts';
import { createWaveEngine } from './wave-engine.ts';
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
  const { session } = opened.value;
  try {
    const entries = await looking.services.ledger.read(runId);
    if (!entries.ok) return null;
    const file = { name: runId, columns: [], findings: [], fixes: [], leftOut: 0, isMended: false };
    const first = beginRun({ session, file, lines: linesOfRun(foldEntries(entries.value)) }, runId);
    const wished = { budget, maxPending: limits.maxPending };
    const wave = createWaveEngine(first, {
      opened: opened.value,
      ports,
      source: null,
      limits: limitsOf(session, wished),
      onFault: throwLater,
    });
    return await (await import('./open-wizard.ts')).showWave(wave, settings, ports);
  } finally {
    opened.value.close();
  }
}
