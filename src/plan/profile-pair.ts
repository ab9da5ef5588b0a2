import { upns } from './checks/upns.ts';
import { type Finding, finding } from './finding.ts';
import { quoted } from './parse/readable.ts';
import { hostIn } from './parse/sharepoint-host.ts';
import type { Profile, ProfileSide } from './profile.ts';
import { nameByRule } from './rule.ts';

/** A SharePoint host by the tenant or geography it belongs to, whatever its role. */
export const hostKey = (address: string): string | null => {
  const host = hostIn(address);
  return host && `${host.label}.${host.suffix}`;
};

export const keysOf = ({ hosts }: Pick<ProfileSide, 'hosts'>): readonly string[] =>
  hosts.flatMap((host) => hostKey(host) ?? []);

/** What makes a pair of tenants one that nothing can be held to. */
export const pairFindings = ({ source, target }: Profile): Finding[] => [
  ...(source.tenantId === target.tenantId ? [oneTenant()] : []),
  ...shared(source.domains, target.domains).map((domain) => onBothSides(domain, 'domains')),
  ...shared(keysOf(source), keysOf(target)).map((host) => onBothSides(host, 'hosts')),
];

const shared = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set(one.filter((value) => other.includes(value))),
];

/** The form of a name is the same at any time. */
const anytime = { now: 0, zone: 'UTC' } as const;

/** What a profile says about every move, held to its own tenants. */
export const answerFindings = (profile: Profile): Finding[] => [
  ...nameFindings(profile),
  ...hostFindings(profile),
  ...organizationFindings(profile),
  ...ruleFindings(profile),
];

/** Both names stand on every screen, and the target's is typed: with one name for both, neither tells anything. */
const nameFindings = ({ source, target }: Profile): Finding[] =>
  source.name.toLowerCase() === target.name.toLowerCase() ? [oneName(target.name)] : [];

function hostFindings({ targetHost, targetOrgId, source, target }: Profile): Finding[] {
  if (targetHost === null) return [];
  const key = hostKey(targetHost) ?? '';
  const own = keysOf(target);
  if (targetOrgId !== null) return [namedTwice()];
  if (keysOf(source).includes(key)) return [hostOfSource(targetHost)];
  return own.length > 0 && !own.includes(key) ? [hostNotListed(targetHost)] : [];
}

function organizationFindings({ targetOrgId, targetLocation, target }: Profile): Finding[] {
  if (targetOrgId === null) return targetLocation === null ? [] : [locationAlone()];
  return targetOrgId === target.tenantId ? [] : [otherOrganization(target.tenantId)];
}

function ruleFindings({ targetRule, source, target }: Profile): Finding[] {
  const domain = targetRule?.split('@')[1];
  if (targetRule === null || domain === undefined) return [];
  const upn = nameByRule(targetRule, 'ana@example.com');
  const [never] = upns({ target: { kind: 'person', by: 'upn', upn } }, {}, anytime).filter(
    ({ severity }) => severity === 'error',
  );
  if (never) return [ruleNever(never)];
  if (source.domains.includes(domain)) return [ruleToSource(domain)];
  return target.domains.length > 0 && !target.domains.includes(domain) ? [ruleElsewhere(domain)] : [];
}

const about = (words: { code: string; what: string; why: string; next: string }): Finding =>
  finding({ field: 'profile', ...words });

const oneTenant = (): Finding =>
  about({
    code: 'profileOneTenant',
    what: 'Source and target are the same tenant.',
    why: 'Both have the same tenant id. Moves go from one tenant to another.',
    next: 'Give two different ones with --source-tenant and --target-tenant.',
  });

const oneName = (name: string): Finding =>
  about({
    code: 'profileOneName',
    what: `Both tenants are called ${quoted(name)}.`,
    why: 'Every screen names them, so that source and target are told apart by their names.',
    next: 'Give each its own with --source-name and --target-name.',
  });

const onBothSides = (value: string, list: string): Finding =>
  about({
    code: 'profileSharedValue',
    what: `${quoted(value)} is listed for both tenants.`,
    why: 'It tells what belongs to which tenant, so it can stand on one side only.',
    next: `Leave it out of --source-${list} or of --target-${list}.`,
  });

const namedTwice = (): Finding =>
  about({
    code: 'profileTargetTwice',
    what: 'The profile names the target by a host and by an organization id.',
    why: 'A request addresses the target by one of them.',
    next: "Leave one of them out; in a saved profile --target-org-id '' or --target-host '' takes it out. A host is right for nearly every move.",
  });

const hostOfSource = (host: string): Finding =>
  about({
    code: 'profileHostOfSource',
    what: `${quoted(host)} is a host of the source tenant.`,
    why: 'The profile lists it among the source hosts. Moves would go back to where they start.',
    next: "Give the target tenant's own -my host with --target-host.",
  });

const hostNotListed = (host: string): Finding =>
  about({
    code: 'profileHostNotListed',
    what: `${quoted(host)} is not on one of the target hosts of the profile.`,
    why: 'Moves are held to the listed hosts, so this one would be refused each time.',
    next: 'Add its tenant to --target-hosts, or give another --target-host.',
  });

const locationAlone = (): Finding =>
  about({
    code: 'profileLocationAlone',
    what: 'The profile has a data location and no organization id.',
    why: 'A data location goes with the organization id; a host already names a geography.',
    next: 'Give --target-org-id in place of the host, or leave --target-location out.',
  });

const otherOrganization = (tenantId: string): Finding =>
  about({
    code: 'profileOrganizationElsewhere',
    what: 'The organization id is not the id of the target tenant.',
    why: `The organization id of a target is its tenant id, here ${tenantId}.`,
    next: 'Give that id as --target-org-id, or correct --target-tenant.',
  });

const ruleNever = ({ what, why }: Finding): Finding =>
  about({
    code: 'profileRuleNever',
    what: `The naming rule makes no name that can be. ${what}`,
    why,
    next: 'Give a rule like --target-rule {name}@fabrikam.com.',
  });

const ruleToSource = (domain: string): Finding =>
  about({
    code: 'profileRuleToSource',
    what: `The naming rule makes names at ${quoted(domain)}, a domain of the source.`,
    why: 'A target has a name in the target tenant.',
    next: 'Give a rule with a domain of the target, like --target-rule {name}@fabrikam.com.',
  });

const ruleElsewhere = (domain: string): Finding =>
  about({
    code: 'profileRuleElsewhere',
    what: `The naming rule makes names at ${quoted(domain)}, which is not a listed domain of the target.`,
    why: 'Each name it makes would be questioned.',
    next: 'Add the domain to --target-domains, or change --target-rule.',
  });
