import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import type { Step } from '../wizard/event.ts';
import type { Model } from '../wizard/screens.ts';
import type { WaveEngine } from '../wizard/wave/wave-screens.ts';
import { createConsole } from './console.ts';
import { createEngine, firstStep } from './engine.ts';
import { type Opened, openSession } from './session.ts';
import type { Settings } from './settings.ts';
import { showScreens } from './show-screens.ts';
import { asksByLines } from './sign-in/by-lines.ts';

type Wanted = { settings: Settings; ports: Ports; typed: Typed };

/** The wizard on one migration that is partly answered already. */
export async function openWizard({ settings, ports, typed }: Wanted): Promise<number> {
  const opened = await openSession(settings, ports, { heldBy: 'name', ...asksByLines(settings, ports) });
  if (!opened.ok) return createConsole(settings, ports).fail(opened.error);
  try {
    return await showOpened(opened.value, settings, ports, firstStep(opened.value, typed));
  } finally {
    opened.value.close();
  }
}

/** The screens on a session that is open, from one step on. */
export function showOpened(opened: Opened, settings: Settings, ports: Ports, first: Step): Promise<number> {
  opened.own?.leaveToScreens();
  const engine = createEngine(opened, first);
  return showScreens({ ...noWelcome, engine, openWave: wavesIn(opened, ports) }, settings, ports);
}

/** Many moves in place of the one that is open. */
const wavesIn =
  (opened: Opened, ports: Ports): NonNullable<Model['openWave']> =>
  async (_, source) =>
    (await import('./open-wave.ts')).openWaveIn(opened, source, ports);

/** The screens, or lines, on many moves. */
export const showWave = (wave: WaveEngine, settings: Settings, ports: Ports): Promise<number> =>
  showScreens({ ...noWelcome, engine: null, wave }, settings, ports);

const neverOpened = (): never => {
  throw new Error('A migration that is open already has no welcome screen');
};

const noWelcome: Omit<Model, 'engine' | 'hands'> = {
  places: [],
  open: neverOpened,
  follow: neverOpened,
  followMany: neverOpened,
  continueDraft: neverOpened,
  work: async () => [],
  drafts: async () => [],
};
