import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { Engine, Opening, Place } from '../wizard/screens.ts';
import { createEngine, firstStep } from './engine.ts';
import { followRun } from './follow-run.ts';
import { profileNamed } from './profile-named.ts';
import { type Opened, openSession } from './session.ts';
import type { Settings } from './settings.ts';
import { sourceTenantFindings } from './source-tenant.ts';

export type Entering = {
  place: Place;
  settings: Settings;
  ports: Ports;
  /** Simulator only: begin with a new world, unless something is under way in the old one. */
  isFresh: boolean;
  /** A recorded run or a draft to go on with; a new migration otherwise. */
  from: { runId: string } | { draftId: string } | null;
  /** Hears of the session, to close it in the end. */
  onOpened: (opened: Opened) => void;
};

/** Opens what was chosen on the welcome screen. */
export async function enterPlace({ place, settings, ports, isFresh, from, onOpened }: Entering): Opening {
  const chosen = await settingsIn(place, settings, ports);
  if (!chosen.ok) return chosen;
  const session = await openSession(chosen.value, ports, { heldBy: 'name', isFresh });
  if (!session.ok) return session;
  onOpened(session.value);
  if (from === null) return ok(createEngine(session.value, firstStep(session.value, {})));
  if ('draftId' in from) return ok(await continueDraft(session.value, from.draftId));
  const first = await followRun(session.value, from.runId);
  return first.ok ? ok(createEngine(session.value, first.value)) : err([first.error]);
}

/** The settings of a place: its profile, and the zone and the tenant that follow from it, flags standing above both. */
async function settingsIn(
  place: Place,
  settings: Settings,
  ports: Ports,
): Promise<Result<Settings, readonly Finding[]>> {
  const profile = await profileNamed(place.profile ?? null, ports);
  if (!profile.ok) return profile;
  const saved = settings.profile;
  const isOwnTenant = settings.sourceTenant === saved?.source.tenantId;
  const flagTenant = isOwnTenant ? null : settings.sourceTenant;
  const clash = sourceTenantFindings(flagTenant, profile.value);
  if (clash.length > 0) return err(clash);
  return ok({
    ...settings,
    simulator: place.mode === 'simulator',
    profile: profile.value,
    sourceTenant: flagTenant ?? profile.value?.source.tenantId ?? null,
    zone: settings.zoneFlag ?? profile.value?.zone ?? settings.usualZone,
  });
}

/** A draft leads to its first open question, or to the request; what was typed is checked anew. */
async function continueDraft(opened: Opened, draftId: string): Promise<Engine> {
  const draft = await opened.drafts.read(draftId);
  return createEngine(opened, firstStep(opened, draft?.typed ?? {}), draftId);
}
