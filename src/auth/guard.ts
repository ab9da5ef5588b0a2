import type { Finding } from '../plan/finding.ts';
import { localFinding } from '../problems/explain.ts';
import type { TokenClaims } from './token.ts';

export type GuardInput = {
  claims: TokenClaims | null;
  /** The tenant the move must start in, from a flag or a profile. */
  expectedTenant: string | null;
  /** The endpoint is on this computer. */
  loopback: boolean;
  /** Something may be submitted; reads and dry runs ask for less. */
  submits: boolean;
  now: number;
};

/** Holds a brought token to the tenant it is meant for, before the first call. Null when nothing stands against it. */
export function guardTenant({ claims, expectedTenant, loopback, submits, now }: GuardInput): Finding | null {
  const tenant = claims?.tid?.toLowerCase() ?? null;
  if (expectedTenant && tenant && tenant !== expectedTenant.toLowerCase())
    return localFinding('wrongTenant', { expected: expectedTenant, actual: tenant, side: 'source' });
  if (claims?.expiresAt && claims.expiresAt <= now && !loopback)
    return localFinding('signInExpired', { side: 'source' });
  if (!submits || loopback) return null;
  if (tenant === null) return localFinding('tenantUnknown');
  return expectedTenant === null ? localFinding('tenantNotNamed', { actual: tenant }) : null;
}
