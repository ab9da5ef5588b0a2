import type { Finding } from '../plan/finding.ts';
import type { Profile, Side } from '../plan/profile.ts';
import { localFinding } from '../problems/explain.ts';

/** Where Microsoft keeps all personal accounts: no organization's tenant. */
export const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Both tenants of a profile, as far as they are to be named. */
export type TenantPair = Pick<Profile, 'source' | 'target'>;

/** Who signed in where they were not meant to. The id is in lower case. */
export type Stranger = { tenantId: string; account: string | null };

export type Meant = { side: Side; expected: string | null; profile: TenantPair | null };

const others: Readonly<Record<Side, Side>> = { source: 'target', target: 'source' };

/** A sign-in to another tenant than the one that was meant: a personal account, the other side of the profile, or a stranger's. */
export function tenantFinding({ side, expected, profile }: Meant, { tenantId, account }: Stranger): Finding {
  const named = tenantWords(tenantId, profile);
  const words = {
    side,
    expected: tenantWords(expected, profile),
    actual: account === null ? named : `${named}, as ${account}`,
  };
  if (tenantId === personalTenant) return localFinding('personalAccount', words);
  const isOtherSide = profile !== null && profile[others[side]].tenantId.toLowerCase() === tenantId;
  return isOtherSide
    ? localFinding('sidesSwapped', { ...words, what: others[side] })
    : localFinding('wrongTenant', words);
}

/** A tenant by the name that the profile gives it, and its id; null where it is not known. */
export function tenantWords(tenantId: string | null, profile: TenantPair | null): string | null {
  if (tenantId === null) return null;
  const id = tenantId.toLowerCase();
  if (id === personalTenant) return `personal Microsoft accounts (${id})`;
  const known = profile
    ? [profile.source, profile.target].find((side) => side.tenantId.toLowerCase() === id)
    : undefined;
  return known ? `${known.name} (${id})` : id;
}
