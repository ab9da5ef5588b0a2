import type { Finding } from '../plan/finding.ts';
import { withProfile } from '../plan/profile-answers.ts';
import type { Result } from '../plan/result.ts';
import type { Typed } from '../plan/typed.ts';
import { createRuntime } from '../runtime.ts';
import type { Step } from '../wizard/event.ts';
import { begin } from '../wizard/machine.ts';
import type { Engine } from '../wizard/screens.ts';
import type { Session, State } from '../wizard/state.ts';
import type { SavedTarget } from '../wizard/target-to-save.ts';
import { createRecall } from './recall.ts';
import type { Opened } from './session.ts';

/** A migration for the screens, and a way to begin another one in the same place. */
export function createEngine(opened: Opened, first: Step, draftId = opened.services.random.guid()): Engine {
  const recall = createRecall(opened.services.ledger, opened.session.profile);
  return engineOf(opened, first, draftId, recall);
}

function engineOf(opened: Opened, first: Step, draftId: string, recall: ReturnType<typeof createRecall>): Engine {
  const draft = opened.drafts.keeper(draftId, opened.session.endpoint);
  const services = { ...opened.services, draft };
  const runtime = createRuntime(first, services, throwLater);
  const { saveTarget } = opened;
  const { saved } = opened.session;
  let kept: Pick<Session, 'saved'> = {};
  const noted = <T>(target: SavedTarget, result: Result<T, Finding>): Result<T, Finding> => {
    if (result.ok && saved) kept = { saved: { ...saved, ...target } };
    return result;
  };
  return {
    ...runtime,
    now: () => services.clock.now(),
    savePlan: () => opened.plans.save(runtime.state(), services.clock.now()),
    ...(saveTarget ? { saveTarget: async (target) => noted(target, await saveTarget(target)) } : {}),
    ...(opened.signIn ? { signIn: opened.signIn } : {}),
    recall: recall.of,
    another: () => {
      recall.note(runtime.state().typed);
      const next = { ...opened, session: { ...sessionAfter(runtime.state()), ...kept } };
      return engineOf(next, firstStep(next, {}), services.random.guid(), recall);
    },
  };
}

/** Once a task was accepted, the next one is no first use any more. */
function sessionAfter(state: State): Session {
  const { targetWord, ...session } = state.session;
  const wasAccepted = 'followed' in state && state.followed.task !== null;
  return targetWord === undefined || wasAccepted ? session : { ...session, targetWord };
}

/** Relative times are read now, by the clock of the place: the simulator's runs ahead of ours. */
export function firstStep({ session, services }: Opened, typed: Typed): Step {
  const now = services.clock.now();
  return { state: begin(session, withProfile(typed, session.saved, { now, zone: session.zone }), now), effects: [] };
}

/** A bug ends the program the same way wherever it happens: the screens give the terminal back first. */
export const throwLater = (fault: unknown): void =>
  queueMicrotask(() => {
    throw fault;
  });
