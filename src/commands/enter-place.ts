import { askOf, isSameAsk } from '../auth/sign-in-ask.ts';
import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { Mode } from '../wave/entry.ts';
import type { Engine, OnSignIn, Opening, Place } from '../wizard/screens.ts';
import type { ByPerson, OwnSignIn } from './bearer.ts';
import { createEngine, firstStep } from './engine.ts';
import { followRun } from './follow-run.ts';
import { modeOf } from './mode.ts';
import { profileNamed } from './profile/named.ts';
import { type Opened, type OpenOptions, openSession } from './session.ts';
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
  /** Hears of a sign-in that waits for a person. */
  onSignIn: OnSignIn;
  /** A sign-in that this program made here before: where it is not kept, it is the only one. */
  own?: OwnSignIn;
  /** Hears of the session, to close it in the end. */
  onOpened: (opened: Opened) => void;
};

/** Opens what was chosen on the welcome screen. */
export async function enterPlace(entering: Entering): Opening {
  const { from } = entering;
  const session = await openPlace(entering, 'name');
  if (!session.ok) return session;
  if (from === null) return ok(createEngine(session.value, firstStep(session.value, {})));
  if ('draftId' in from) return ok(await continueDraft(session.value, from.draftId));
  const first = await followRun(session.value, from.runId);
  return first.ok ? ok(createEngine(session.value, first.value)) : err([first.error]);
}

/** A session in the place, with the sign-in that it may take. */
export async function openPlace(
  entering: Omit<Entering, 'from'>,
  heldBy: OpenOptions['heldBy'],
): Promise<Result<Opened, readonly Finding[]>> {
  const { place, settings, ports, isFresh, onOpened } = entering;
  const chosen = await settingsIn(place, settings, ports);
  if (!chosen.ok) return chosen;
  const person = personAt(entering, modeOf(chosen.value));
  const session = await openSession(chosen.value, ports, {
    heldBy,
    isFresh,
    byPerson: person.signIn,
    ...madeBefore(entering, chosen.value),
  });
  if (!session.ok) return person.hasGivenUp() ? err([]) : session;
  onOpened(session.value);
  return session;
}

/** A profile that was changed meanwhile may be about other tenants. */
function madeBefore({ own }: Pick<Entering, 'own'>, { profile }: Settings): Pick<OpenOptions, 'signedIn'> {
  return own && profile && isSameAsk(own.ask, askOf(profile, 'source')) ? { signedIn: own.now() } : {};
}

/** The person in front of the screens. Whoever gives up a sign-in knows why nothing was opened. */
function personAt({ ports, onSignIn }: Pick<Entering, 'ports' | 'onSignIn'>, mode: Mode) {
  let hasGivenUp = false;
  const signIn: ByPerson = async (ask, why) => {
    const { openSigning } = await import('./sign-in/signing.ts');
    const { signing, signedIn } = await openSigning({ ask, mode, why }, ports);
    onSignIn(signing);
    const done = await signedIn;
    hasGivenUp = done === null;
    return done === null ? err({ kind: 'cancelled' }) : ok(done);
  };
  return { signIn, hasGivenUp: () => hasGivenUp };
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
