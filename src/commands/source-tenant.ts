import { type Finding, finding } from '../plan/finding.ts';
import { isGuid } from '../plan/parse/guid.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Profile } from '../plan/profile.ts';

/** What is wrong with --source-tenant: it is no id, or names another tenant than the profile. */
export function sourceTenantFindings(flag: string | null, profile: Profile | null): Finding[] {
  if (flag === null) return [];
  if (!isGuid(flag)) return [unreadable(flag)];
  return profile === null || flag.toLowerCase() === profile.source.tenantId ? [] : [twoTenants(flag, profile)];
}

const unreadable = (text: string): Finding =>
  finding(
    {
      field: 'tenant',
      code: 'sourceTenantUnreadable',
      what: `${quoted(text)} is not a tenant id.`,
      why: 'A token names its tenant by its id, a GUID, and is compared with it.',
      next: 'Copy the tenant id of the source from the overview page in Microsoft Entra.',
    },
    { from: 'input' },
  );

const twoTenants = (flag: string, { name, source }: Profile): Finding =>
  finding(
    {
      field: 'tenant',
      code: 'sourceTenantTwice',
      what: `--source-tenant is not the source of profile ${name}.`,
      why: `The profile starts in ${source.tenantId}, the flag names ${quoted(flag)}.`,
      next: 'Leave one of them out.',
    },
    { from: 'input' },
  );
