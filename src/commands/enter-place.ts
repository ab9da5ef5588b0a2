import { err, ok } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { Opening, Place } from '../wizard/screens.ts';
import { createEngine, firstStep } from './engine.ts';
import { followRun } from './follow-run.ts';
import { type Opened, openSession } from './session.ts';
import type { Settings } from './settings.ts';

export type Entering = {
  place: Place;
  settings: Settings;
  ports: Ports;
  /** Simulator only: begin with a new world, unless something is under way in the old one. */
  isFresh: boolean;
  /** A recorded run to go on with; a new migration otherwise. */
  runId: string | null;
  /** Hears of the session, to close it in the end. */
  onOpened: (opened: Opened) => void;
};

/** Opens what was chosen on the welcome screen. */
export async function enterPlace({ place, settings, ports, isFresh, runId, onOpened }: Entering): Opening {
  const chosen = { ...settings, simulator: place.mode === 'simulator' };
  const session = await openSession(chosen, ports, { submits: true, isFresh });
  if (!session.ok) return session;
  onOpened(session.value);
  if (runId === null) return ok(createEngine(session.value, firstStep(session.value, {})));
  const first = await followRun(session.value, runId);
  return first.ok ? ok(createEngine(session.value, first.value)) : err([first.error]);
}
