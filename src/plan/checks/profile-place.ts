import type { Party } from '../answers.ts';
import { nearest } from '../parse/nearest.ts';
import { hostOf, splitAddress, splitHost } from '../parse/sharepoint-host.ts';
import type { ProfileSide } from '../profile.ts';
import { hostKey, keysOf } from '../profile-pair.ts';

/** Where something lies by what a profile lists: on its own side, on the other, on neither, or nothing is listed to tell. */
export type Lies = 'own' | 'other' | 'unlisted' | 'unknown';

export type Placed = {
  lies: Lies;
  /** The domain or the host it was told by. */
  by: string;
  /** The whole text with a listed domain or host in its place, where a slip of the finger explains it. */
  meant: string | undefined;
};

/** Null for what says nothing of its tenant: object ids and mail nicknames. */
export function placeParty(party: Party | undefined, own: ProfileSide, other: ProfileSide): Placed | null {
  if (party?.kind === 'site') return placeSite(party.url, own, other);
  return party?.kind === 'person' && party.by === 'upn' ? placeName(party.upn, own, other) : null;
}

/** A subdomain belongs to the tenant of its domain, unless the other side lists it more exactly. */
export function placeName(upn: string, own: ProfileSide, other: ProfileSide): Placed {
  const [name = '', domain = ''] = upn.split('@');
  const by = domain.toLowerCase();
  const [ours, theirs] = [longestOf(by, own.domains), longestOf(by, other.domains)];
  const lies =
    ours > 0 && ours >= theirs ? 'own' : theirs > 0 ? 'other' : own.domains.length > 0 ? 'unlisted' : 'unknown';
  const near = lies === 'unlisted' ? nearDomain(by, own.domains) : undefined;
  return { lies, by, meant: near && `${name}@${near}` };
}

const longestOf = (domain: string, listed: readonly string[]): number =>
  Math.max(0, ...listed.map((one) => (domain === one || domain.endsWith(`.${one}`) ? one.length : 0)));

/** Long domains differ in their first part only, as in two tenants at onmicrosoft.com. */
function nearDomain(domain: string, listed: readonly string[]): string | undefined {
  const near = nearest(domain, listed);
  if (near !== undefined) return near;
  const [first = '', ...rest] = domain.split('.');
  const alike = listed.filter((one) => one.split('.').slice(1).join('.') === rest.join('.'));
  const label = nearest(
    first,
    alike.map((one) => one.split('.')[0] ?? ''),
  );
  return label === undefined ? undefined : [label, ...rest].join('.');
}

function placeSite(url: string, own: ProfileSide, other: ProfileSide): Placed {
  const placed = placeHost(url, own, other);
  const path = splitAddress(url)?.path ?? '';
  return { ...placed, meant: placed.meant && placed.meant + path };
}

/** By the tenant's or the geography's name in a host; `-my` and `-admin` do not count. */
export function placeHost(address: string, own: ProfileSide, other: ProfileSide, role: 'root' | 'my' = 'root'): Placed {
  const key = hostKey(address) ?? '';
  const ours = keysOf(own);
  const lies = ours.includes(key)
    ? 'own'
    : keysOf(other).includes(key)
      ? 'other'
      : ours.length > 0
        ? 'unlisted'
        : 'unknown';
  const near = lies === 'unlisted' ? nearDomain(key, ours) : undefined;
  const host = near === undefined ? null : splitHost(near);
  return { lies, by: key, meant: host ? `https://${hostOf({ ...host, role })}` : undefined };
}
