import { type Finding, finding } from '../finding.ts';
import { quoted } from '../parse/readable.ts';
import { hostIn, hostOf } from '../parse/sharepoint-host.ts';
import type { Profile } from '../profile.ts';
import type { Check } from './check.ts';
import { placeHost } from './profile-place.ts';

/** The target is held to the hosts and the organization id of the profile; and a read-only profile submits nothing. */
export const profileTarget: Check = (known, _typed, { profile }) =>
  profile
    ? [
        ...(known.targetHost === undefined ? [] : hostRules(known.targetHost, profile)),
        ...(known.targetOrgId === undefined ? [] : organizationRules(known.targetOrgId, profile)),
        ...(profile.isReadOnly ? [readOnlyNotice(profile)] : []),
      ]
    : [];

/** What a profile without a list of hosts is held to: the host it names. */
const held = ({ target, targetHost }: Profile) => ({
  ...target,
  hosts: target.hosts.length > 0 || targetHost === null ? target.hosts : [targetHost],
});

function hostRules(host: string, profile: Profile): Finding[] {
  const own = held(profile);
  const { lies, meant } = placeHost(host, own, profile.source, 'my');
  switch (lies) {
    case 'other':
      return [hostOfSource(host, profile)];
    case 'unlisted':
      return [hostNotListed(host, profile, meant ?? myHostOf(own.hosts))];
    case 'unknown':
      return [hostUnknown(host, profile)];
    case 'own':
      return [];
  }
}

/** The only host that can be meant, where there is only one. */
function myHostOf(hosts: readonly string[]): string | undefined {
  const all = new Set(
    hosts.flatMap((one) => {
      const host = hostIn(one);
      return host ? [`https://${hostOf({ ...host, role: 'my' })}`] : [];
    }),
  );
  return all.size === 1 ? [...all][0] : undefined;
}

const hostOfSource = (host: string, { name, source, target }: Profile): Finding =>
  finding({
    field: 'targetHost',
    code: 'targetHostOfSource',
    what: `${quoted(host)} is a host of ${quoted(source.name)}, the source of profile ${name}.`,
    why: `The target of this profile is ${quoted(target.name)}. Source and target may be swapped.`,
    next: `Give a -my host of ${quoted(target.name)}, or use a profile for the other direction.`,
  });

const hostNotListed = (host: string, { name, target }: Profile, meant: string | undefined): Finding =>
  finding(
    {
      field: 'targetHost',
      code: 'targetHostNotOfProfile',
      what: `${quoted(host)} is not a host of the target of profile ${name}.`,
      why: `Moves with this profile go to the hosts it lists for ${quoted(target.name)} and to no other.`,
      next: [
        { do: meant === undefined ? 'Give one of its hosts.' : `Use ${meant}.`, who: 'you' },
        { do: 'Or list the host in the profile, if it is one of that tenant.', who: 'you', command: edit(name) },
      ],
    },
    meant === undefined ? {} : { suggestion: meant },
  );

const edit = (name: string): string => `crossorg profile edit ${name}`;

const hostUnknown = (host: string, { name, target }: Profile): Finding =>
  finding(
    {
      field: 'targetHost',
      code: 'targetHostUnknown',
      what: `Whether ${quoted(host)} belongs to ${quoted(target.name)} cannot be told.`,
      why: `Profile ${name} lists no hosts for its target.`,
      next: [{ do: 'Save the host in the profile, and later moves are held to it.', who: 'you', command: edit(name) }],
    },
    { severity: 'warning' },
  );

/** That it is the source's own id is a rule for every move. */
const organizationRules = (id: string, { name, source, target }: Profile): Finding[] =>
  id === target.tenantId || id === source.tenantId
    ? []
    : [
        finding(
          {
            field: 'targetOrgId',
            code: 'orgIdNotOfProfile',
            what: `The organization id is not the target of profile ${name}.`,
            why: `The profile moves to ${quoted(target.name)}, which has the id ${target.tenantId}.`,
            next: 'Use that id, or another profile.',
          },
          { suggestion: target.tenantId },
        ),
      ];

const readOnlyNotice = ({ name }: Profile): Finding =>
  finding(
    {
      field: 'profile',
      code: 'profileReadOnly',
      what: `Profile ${name} is read-only: this move can be checked, and not submitted.`,
      why: 'The profile asks for permission to read only.',
      next: 'Use another profile to submit it.',
    },
    { severity: 'warning' },
  );
