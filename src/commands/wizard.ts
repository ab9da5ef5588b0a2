import { err, ok } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import type { Model, Place, Work } from '../wizard/screens.ts';
import type { Raw } from './command.ts';
import { createEngine, firstStep } from './engine.ts';
import { knownWork } from './known-work.ts';
import { show } from './open-wizard.ts';
import { placesFor } from './places.ts';
import { type Opened, openSession } from './session.ts';
import { readSettings, type Settings } from './settings.ts';

/** The wizard from its welcome screen. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, [], ports);
  return welcome(settings.value, ports);
}

export type WelcomeOptions = { isDemo?: boolean };

/** Shows the welcome screen; sessions are opened only when one is chosen. */
export async function welcome(
  settings: Settings,
  ports: Ports,
  { isDemo = false }: WelcomeOptions = {},
): Promise<number> {
  const opened: Opened[] = [];
  const open = async (place: Place, isFresh: boolean) => {
    const chosen = { ...settings, simulator: place.mode === 'simulator' };
    const session = await openSession(chosen, ports, { submits: true, isFresh });
    if (session.ok) opened.push(session.value);
    return session;
  };
  const model: Model = {
    engine: null,
    places: placesFor(settings, ports, isDemo),
    open: async (place) => {
      const session = await open(place, isDemo);
      return session.ok ? ok(createEngine(session.value, firstStep(session.value, {}))) : session;
    },
    work: (place): Promise<readonly Work[]> => knownWork(place, ports),
    follow: async (place, runId) => {
      const session = await open(place, false);
      if (!session.ok) return session;
      const { followRun } = await import('./follow-run.ts');
      const first = await followRun(session.value, runId);
      return first.ok ? ok(createEngine(session.value, first.value)) : err([first.error]);
    },
  };
  try {
    return await show(model, settings, ports);
  } finally {
    for (const session of opened) session.close();
  }
}
