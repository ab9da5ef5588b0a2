import { farewellLines } from '../frontends/farewell.ts';
import { exitCodeOf } from '../frontends/migrate-exit.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import type { Step } from '../wizard/event.ts';
import type { Farewell, Model } from '../wizard/screens.ts';
import { createConsole } from './console.ts';
import { createEngine, firstStep } from './engine.ts';
import { type Opened, openSession } from './session.ts';
import type { Settings } from './settings.ts';

type Wanted = { settings: Settings; ports: Ports; typed: Typed };

/** The wizard on one migration that is partly answered already. */
export async function openWizard({ settings, ports, typed }: Wanted): Promise<number> {
  return withSession(settings, ports, (opened) => firstStep(opened, typed));
}

/** The screens on a step that is worked out once the session is open. */
export async function withSession(settings: Settings, ports: Ports, first: (opened: Opened) => Step): Promise<number> {
  const opened = await openSession(settings, ports, { submits: true });
  if (!opened.ok) return createConsole(settings, ports).fail(opened.error);
  try {
    return await showOpened(opened.value, settings, ports, first(opened.value));
  } finally {
    opened.value.close();
  }
}

/** The screens on a session that is open, from one step on. */
export const showOpened = (opened: Opened, settings: Settings, ports: Ports, first: Step): Promise<number> =>
  show(
    { places: [], open: neverOpened, follow: neverOpened, work: async () => [], engine: createEngine(opened, first) },
    settings,
    ports,
  );

const neverOpened = (): never => {
  throw new Error('A migration that is open already has no welcome screen');
};

/** Shows the screens, and afterwards leaves a few lines in the normal screen: what was done, and the way back. */
export async function show(model: Model, settings: Settings, { streams }: Ports): Promise<number> {
  const { showScreens } = await import('../frontends/ink.tsx');
  const { ascii, colour, motion } = settings;
  const farewell = await showScreens(model, { ascii, colour, motion }, streams);
  void farewell.engine?.stop();
  for (const line of farewellLines(farewell.engine?.state() ?? null)) streams.out.write(`${line}\n`);
  return exitCodeOfFarewell(farewell);
}

/** Leaving is not failing: only an end that was watched counts, and a submission nobody answered. */
function exitCodeOfFarewell({ engine }: Farewell): number {
  const state = engine?.state();
  if (!state) return 0;
  const counts = ['finished', 'refused', 'unconfirmed'].includes(state.status);
  return counts ? exitCodeOf(state, { watched: true }) : 0;
}
