import type { Finding } from '../plan/finding.ts';
import { localFinding } from '../problems/explain.ts';
import type { TokenClaims } from './token.ts';

export type GuardInput = {
  claims: TokenClaims | null;
  /** The tenant the move must start in, from a flag or a profile. */
  expectedTenant: string | null;
  /** The endpoint is on this computer. */
  loopback: boolean;
  /**
   * What holds a submission to its tenant: the tenant that is named with it, or the one its run was recorded with, which is
   * compared where the run is read. Reads and dry runs need neither.
   */
  heldBy: 'name' | 'record' | 'nothing';
  now: number;
};

/** Holds a brought token to the tenant it is meant for, before the first call. Null when nothing stands against it. */
export function guardTenant({ claims, expectedTenant, loopback, heldBy, now }: GuardInput): Finding | null {
  const tenant = claims?.tid?.toLowerCase() ?? null;
  if (expectedTenant && tenant && tenant !== expectedTenant.toLowerCase())
    return localFinding('wrongTenant', { expected: expectedTenant, actual: tenant, side: 'source' });
  if (claims?.expiresAt && claims.expiresAt <= now && !loopback)
    return localFinding('signInExpired', { side: 'source' });
  if (heldBy === 'nothing' || loopback) return null;
  if (tenant === null) return localFinding('tenantUnknown');
  return expectedTenant === null && heldBy === 'name' ? localFinding('tenantNotNamed', { actual: tenant }) : null;
}
