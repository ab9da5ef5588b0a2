import type { Finding } from '../../plan/finding.ts';
import type { Profile } from '../../plan/profile.ts';
import type { FieldId } from '../../plan/profile-field.ts';
import { isDomain, readAuthority } from '../../plan/profile-parse.ts';
import type { ProfileTexts } from '../../plan/profile-values.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { Ports } from '../../ports/ports.ts';
import { tenantOfDomain } from './tenant.ts';

/** Turns domains that stand for tenants into their ids. Each is asked for once. */
export type TenantFinder = {
  /** The id of a tenant that is given by an id or by a domain. */
  idOf(text: string, authority: string | undefined): Promise<Result<string, Finding>>;
  /** The same for both tenants of a profile; the domain is kept among those of its side. */
  settle(texts: ProfileTexts): Promise<Result<ProfileTexts, readonly Finding[]>>;
};

const sides = [
  { tenant: 'sourceTenant', domains: 'sourceDomains' },
  { tenant: 'targetTenant', domains: 'targetDomains' },
] as const satisfies readonly { tenant: FieldId; domains: FieldId }[];

export function createTenantFinder(ports: Pick<Ports, 'fetch' | 'clock'>): TenantFinder {
  const known = new Map<string, Result<string, Finding>>();
  const idOf = async (text: string, authority: string | undefined): Promise<Result<string, Finding>> => {
    const word = text.trim().toLowerCase();
    if (!isDomain(word)) return ok(text);
    const base = readAuthority(authority ?? '');
    const at = `${authority ?? ''} ${word}`;
    const found = known.get(at) ?? (await tenantOfDomain(word, base.ok ? base.value : null, ports));
    if (found.ok) known.set(at, found);
    return found;
  };
  return {
    idOf,
    settle: async (texts) => {
      const settled: ProfileTexts = { ...texts };
      const findings: Finding[] = [];
      for (const { tenant, domains } of sides) {
        const text = texts[tenant];
        if (text === undefined || !isDomain(text.trim())) continue;
        const id = await idOf(text, texts.authority);
        if (!id.ok) findings.push(id.error);
        else {
          settled[tenant] = id.value;
          settled[domains] = texts[domains] || text.trim().toLowerCase();
        }
      }
      return findings.length > 0 ? err(findings) : ok(settled);
    },
  };
}

/** What of a profile was changed while somebody was asked. */
export const isSameProfile = (one: Profile | undefined, other: Profile | null): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other);
