import type { Destination } from '../plan/plan.ts';
import type { Profile } from '../plan/profile.ts';
import type { State } from './state.ts';

/** Where the moves of a profile land, as a profile keeps it. */
export type SavedTarget = Pick<Profile, 'targetHost' | 'targetOrgId' | 'targetLocation'>;

/** Where this move lands, where its profile does not say so yet; null when there is nothing to save. */
export function targetToSave(state: State): SavedTarget | null {
  const { saved } = state.session;
  if (state.status !== 'reviewing' || !saved) return null;
  const target = asSaved(state.move.plan.destination, saved);
  const isKnown = (['targetHost', 'targetOrgId', 'targetLocation'] as const).every((key) => target[key] === saved[key]);
  return isKnown ? null : target;
}

/** A host goes before an organization id, so one that is no longer meant is taken out. */
function asSaved(destination: Destination, { targetOrgId, targetLocation }: SavedTarget): SavedTarget {
  if (destination.by === 'host') return { targetHost: destination.host, targetOrgId, targetLocation };
  const { organizationId, location } = destination;
  return {
    targetHost: null,
    targetOrgId: organizationId,
    targetLocation: location === 'unset' ? null : (location ?? 'default'),
  };
}
