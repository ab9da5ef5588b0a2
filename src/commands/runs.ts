import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { modeOf } from './mode.ts';
import { namedRun, placeIn } from './runs/find.ts';
import { listRuns } from './runs/list.ts';
import { olderAlone } from './runs/prune-words.ts';
import { showRun } from './runs/show.ts';
import { openLedger } from './session.ts';
import { argvOf, readSettings, type Settings } from './settings.ts';

export type AroundRuns = { raw: Raw; ledger: Ledger; console: Console; settings: Settings; now: number };

/** The runs of this computer, or one of them, or the clearing out of old ones. From disk: no sign-in, no network. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const ledger = openLedger(modeOf(settings.value), ports, ports.clock);
  const around: AroundRuns = { raw, ledger, console, settings: settings.value, now: ports.clock.now() };
  if (raw.args[0] === 'prune') return (await import('./runs/prune.ts')).pruneRuns(around);
  if (raw.set.has('older') || raw.set.has('confirm')) return console.fail([olderAlone], placeIn(settings.value));
  const wanted = namedRun(raw);
  return wanted === null ? listRuns(around) : showRun(around, wanted);
}
