import type { SignInSummary } from '../auth/envelope.ts';
import { explainSignIn } from '../auth/explain-sign-in.ts';
import { signInNotes } from '../auth/guard.ts';
import { isOfApp } from '../auth/kept-summary.ts';
import { asksPerson, openSignIn } from '../auth/sign-in.ts';
import { askOf, plainScopes, type SignInAsk } from '../auth/sign-in-ask.ts';
import { placeOf } from '../auth/sign-in-place.ts';
import { claimsOf } from '../auth/sign-in-session.ts';
import { readToken } from '../auth/token.ts';
import { findStore } from '../auth/token-store.ts';
import type { Finding } from '../plan/finding.ts';
import type { Profile, Side } from '../plan/profile.ts';
import { ok } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import { sourceAsk } from './bearer.ts';
import type { StorageWord } from './sign-in/document.ts';
import { signInPorts } from './sign-in/ports.ts';

/** One side as `whoami` tells of it. `storage` is null where nobody is signed in; then `finding` says why. */
export type SideSeen = {
  side: Side;
  account: string | null;
  tenantId: string | null;
  expiresAt: number | null;
  scopes: readonly string[];
  storage: StorageWord | null;
  finding: Finding | null;
};

const nobody = { account: null, tenantId: null, expiresAt: null, scopes: [], storage: null } as const;

/** Who would act on a side, in the order in which commands look for a sign-in. */
export async function sideSeen(side: Side, profile: Profile | null, ports: Ports): Promise<SideSeen> {
  const token = side === 'source' ? ports.env.CROSSORG_ACCESS_TOKEN?.trim() : undefined;
  if (token) return brought(token, profile, ports);
  const asked = side === 'source' || !profile ? sourceAsk(profile, ports) : ok(askOf(profile, 'target'));
  if (!asked.ok) return { side, ...nobody, finding: asked.error };
  return (await kept(asked.value, profile, ports)) ?? (await ofApp(asked.value, profile, ports));
}

function brought(token: string, profile: Profile | null, { clock }: Ports): SideSeen {
  const claims = readToken(token);
  const side = 'source';
  return {
    side,
    account: claims?.account ?? null,
    tenantId: claims?.tid ?? null,
    expiresAt: claims?.expiresAt ?? null,
    scopes: claims?.permissions ?? [],
    storage: 'environment',
    finding: signInNotes({ claims, side, profile, now: clock.now() })[0] ?? null,
  };
}

/** Read from this computer; the sign-in service is not asked. Null where the side signs in as an app. */
async function kept(ask: SignInAsk, profile: Profile | null, ports: Ports): Promise<SideSeen | null> {
  const { side } = ask;
  const place = placeOf(ask, ports);
  const found = place === null ? ({ found: 'none' } as const) : await findStore(place, signInPorts(ports));
  // A profile that was changed to another tenant or app: its old sign-in speaks for nobody.
  if (found.found === 'kept' && isOf(found.summary, ask)) {
    const { summary, store } = found;
    const { account, tenantId } = summary;
    const scopes = plainScopes(summary.scopes);
    const claims = { tid: tenantId, account, kind: 'person', permissions: scopes, appId: ask.clientId } as const;
    const judged = { claims: { ...claims, guest: null, expiresAt: null }, side, profile, now: ports.clock.now() };
    return { side, ...summary, scopes, storage: store.storage, finding: signInNotes(judged)[0] ?? null };
  }
  if (!asksPerson(ask.method)) return null;
  const store = found.found === 'trouble' ? found.trouble : null;
  const finding = explainSignIn({ kind: 'needsInteraction', refusal: null, store }, ask);
  return { side, ...nobody, finding };
}

const isOf = (summary: SignInSummary, ask: SignInAsk): boolean =>
  summary.tenantId?.toLowerCase() === ask.tenantId && isOfApp(summary, ask);

async function ofApp(ask: SignInAsk, profile: Profile | null, ports: Ports): Promise<SideSeen> {
  const { side } = ask;
  const opened = await openSignIn(ask, signInPorts(ports));
  if (!opened.ok) return { side, ...nobody, finding: explainSignIn(opened.error, ask) };
  const { who } = opened.value;
  const { account, tenantId, expiresAt, scopes, storage } = who;
  const judged = { claims: claimsOf(who, ask.clientId), side, profile, now: ports.clock.now() };
  return { side, account, tenantId, expiresAt, scopes, storage, finding: signInNotes(judged)[0] ?? null };
}
