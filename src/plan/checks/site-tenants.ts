import type { Known } from '../answers.ts';
import { type Finding, finding } from '../finding.ts';
import { quoted } from '../parse/readable.ts';
import { hostIn, hostOf, type SharePointHost, splitAddress } from '../parse/sharepoint-host.ts';
import { type Check, those } from './check.ts';

/** Whether the hosts of a move fit together: two tenants, and one target. */
export const siteTenants: Check = (known) => {
  const source = siteHost(known.source);
  const target = siteHost(known.target);
  const landing = known.targetHost === undefined ? null : hostIn(known.targetHost);
  return those([
    target !== null && sameTenant(source, target) && sameHost(target),
    ...(landing === null
      ? []
      : [
          sameTenant(source, landing) && landsAtSource(landing),
          !sameTenant(source, target) && otherTenant(known, target, landing),
          sourceTenantOf(known) === landing.label && looksLikeSource(landing),
        ]),
  ]);
};

const siteHost = (party: Known['source']): SharePointHost | null => (party?.kind === 'site' ? hostIn(party.url) : null);

const sameTenant = (one: SharePointHost | null, other: SharePointHost | null): boolean =>
  one !== null && other !== null && one.label === other.label && one.suffix === other.suffix;

/** The tenant name in `dana@contoso.onmicrosoft.com`. */
const sourceTenantOf = ({ source, sourceUpn }: Known): string | undefined => {
  const upn = source?.kind === 'person' && source.by === 'upn' ? source.upn : (sourceUpn ?? '');
  return /@([^.@]+)\.onmicrosoft\.com$/i.exec(upn)?.[1]?.toLowerCase();
};

const sameHost = (host: SharePointHost): Finding =>
  finding({
    field: 'target',
    code: 'sameTenant',
    what: 'Source and target site are in the same tenant.',
    why: `Both addresses are on ${quoted(hostOf(host))}. These moves go from one tenant to another.`,
    next: 'Give an address of the target tenant. Inside one tenant, rename the site or use a multi-geo move.',
  });

const landsAtSource = (landing: SharePointHost): Finding =>
  finding({
    field: 'targetHost',
    code: 'targetHostIsSource',
    what: 'The target host belongs to the tenant of the source site.',
    why: `The source site is in ${quoted(landing.label)}, and so is the target host. A move needs two tenants.`,
    next: "Give the target tenant's -my host.",
  });

function otherTenant(known: Known, target: SharePointHost | null, landing: SharePointHost): Finding | undefined {
  if (target === null || known.target?.kind !== 'site' || sameTenant(target, landing)) return undefined;
  const path = splitAddress(known.target.url)?.path ?? '';
  return finding(
    {
      field: 'target',
      code: 'targetSiteElsewhere',
      what: `The target site is in ${quoted(target.label)}, the target host in ${quoted(landing.label)}.`,
      why: 'Normally both carry the same name. In a multi-geo tenant each geography has a name of its own.',
      next: 'Check both, or take the suggestion to put the site on the target host.',
    },
    { severity: 'warning', suggestion: `https://${hostOf({ ...landing, role: 'root' })}${path}` },
  );
}

const looksLikeSource = (landing: SharePointHost): Finding =>
  finding(
    {
      field: 'targetHost',
      code: 'targetHostLooksLikeSource',
      what: `The target host carries the name of the source tenant, ${quoted(landing.label)}.`,
      why: 'The source sign-in name ends in that name at onmicrosoft.com, so both may be one tenant.',
      next: "Check the host: it is the target tenant's.",
    },
    { severity: 'warning' },
  );
