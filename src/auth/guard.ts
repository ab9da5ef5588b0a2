import type { Finding } from '../plan/finding.ts';
import type { Profile, Side } from '../plan/profile.ts';
import { localFinding } from '../problems/explain.ts';
import { withConsent } from './consent.ts';
import { missingPermissions } from './permissions.ts';
import { personalTenant, type Stranger, tenantFinding, tenantWords } from './tenant-finding.ts';
import type { TokenClaims } from './token.ts';

type Pair = Pick<Profile, 'source' | 'target' | 'isReadOnly' | 'authority'>;

export type GuardInput = {
  /** Null for an opaque token. */
  claims: TokenClaims | null;
  side: Side;
  /** The tenant of that side, from a flag, an app of the environment or a profile. */
  expectedTenant: string | null;
  profile: Pair | null;
  /** The endpoint is on this computer. */
  loopback: boolean;
  /**
   * What holds a submission to its tenant: the tenant that is named with it, or the one its run was recorded with, which is
   * compared where the run is read. Reads and dry runs need neither.
   */
  heldBy: 'name' | 'record' | 'nothing';
  /** `read`: nothing is dry-run, submitted or cancelled. */
  needs: 'read' | 'all';
  now: number;
};

/** What stands against a sign-in before the first call, and what is only to be said. */
export type Guarded = { refused: Finding | null; warnings: readonly Finding[] };

/** The same without a call in sight: what the next command will say of this sign-in. */
export function signInNotes(input: Pick<GuardInput, 'claims' | 'side' | 'profile' | 'now'>): readonly Finding[] {
  const expectedTenant = input.profile?.[input.side].tenantId ?? null;
  const held = { ...input, expectedTenant, loopback: false, heldBy: 'nothing', needs: 'all' } as const;
  const { refused, warnings } = guardSignIn(held);
  return refused ? [refused] : warnings;
}

/** Holds a sign-in, or a brought token, to the tenant and the permissions it is meant for. No call is made before. */
export function guardSignIn(input: GuardInput): Guarded {
  const refused = refusalOf(input);
  return { refused, warnings: refused ? [] : warningsOf(input) };
}

const refusalOf = (input: GuardInput): Finding | null =>
  otherTenant(input) ?? expired(input) ?? unnamed(input) ?? lacking(input);

function otherTenant(input: GuardInput): Finding | null {
  const { side, expectedTenant, profile } = input;
  const stranger = strangerIn(input);
  if (stranger === null) return null;
  const isExpected = expectedTenant === null || expectedTenant.toLowerCase() === stranger.tenantId;
  if (isExpected && stranger.tenantId !== personalTenant) return null;
  return tenantFinding({ side, expected: expectedTenant, profile }, stranger);
}

function strangerIn({ claims }: GuardInput): Stranger | null {
  const tenantId = claims?.tid?.toLowerCase();
  return tenantId ? { tenantId, account: claims?.account ?? null } : null;
}

/** The clock of a service on this computer may be another one, so it is left to judge for itself. */
function expired({ claims, side, expectedTenant, profile, loopback, now }: GuardInput): Finding | null {
  if (loopback || !claims?.expiresAt || claims.expiresAt > now) return null;
  const actual = tenantWords(claims.tid, profile);
  return localFinding('tokenExpired', { side, actual, expected: tenantWords(expectedTenant ?? claims.tid, profile) });
}

function unnamed({ claims, expectedTenant, loopback, heldBy }: GuardInput): Finding | null {
  if (heldBy === 'nothing' || loopback) return null;
  if (!claims?.tid) return localFinding('tenantUnknown');
  const isUnnamed = expectedTenant === null && heldBy === 'name';
  return isUnnamed ? localFinding('tenantNotNamed', { actual: claims.tid.toLowerCase() }) : null;
}

/** What a token may do is judged where it says so; of an opaque one the service tells after the call. */
function lacking({ claims, side, profile, needs }: GuardInput): Finding | null {
  if (!claims?.kind) return null;
  const missing = missingPermissions(claims.permissions, profile?.isReadOnly ? 'read' : needs);
  if (missing.length === 0) return null;
  const code = claims.kind === 'app' ? 'roleMissing' : 'permissionMissing';
  const found = localFinding(code, {
    side,
    permission: missing.join(' and '),
    tenant: tenantWords(claims.tid, profile),
  });
  return withConsent(found, {
    tenantId: claims.tid,
    clientId: claims.appId,
    authority: profile?.authority ?? null,
    isReadOnly: profile?.isReadOnly ?? false,
    kind: claims.kind,
  });
}

const warningsOf = ({ claims, side, profile }: GuardInput): Finding[] =>
  claims?.guest
    ? [
        guestFinding({
          side,
          account: claims.account,
          home: claims.guest.home,
          tenant: tenantWords(claims.tid, profile),
        }),
      ]
    : [];

type GuestWords = { side: Side; account: string | null; home: string | null; tenant: string | null };

/** A guest of the right tenant may well be meant, so this stops nothing. */
const guestFinding = ({ side, account, home, tenant }: GuestWords): Finding =>
  localFinding('guestAccount', { side, account, tenant, actual: home });
