import type { WireIdentity } from '../wire/task.ts';
import { tidy } from './addresses.ts';
import { personOf } from './people.ts';
import { groupOf, siteOf, targetGroupOf } from './places.ts';
import { fractionOf } from './random.ts';
import type { Content, SourceGroup, SourceSite, SourceUser, TargetGroup, TargetUser, World } from './world.ts';

/** Names come from outside: `constructor` must find nobody. */
const entry = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name.toLowerCase()) ? record[name.toLowerCase()] : undefined;

/** A person of the source, by sign-in name or object id. */
export function findUser(world: World, identity: WireIdentity): SourceUser | null {
  const { userPrincipalName, id } = identity;
  if (userPrincipalName !== undefined)
    return entry(world.users, userPrincipalName) ?? crowdUser(world, userPrincipalName);
  return Object.values(world.users).find((user) => user.id === id?.toLowerCase()) ?? crowdUserById(world, id);
}

/** A person of the target, by sign-in name or object id. */
export function findTargetUser(world: World, identity: WireIdentity): TargetUser | null {
  const { userPrincipalName, id } = identity;
  if (userPrincipalName !== undefined)
    return entry(world.targetUsers, userPrincipalName) ?? crowdTarget(world, userPrincipalName);
  const known = Object.values(world.targetUsers).find((user) => user.id === id?.toLowerCase());
  return known ?? crowdTargetById(world, id);
}

/** The target users that the identity map has for a person. */
export function mappedTo(world: World, upn: string): string[] {
  const known = entry(world.identityMap, upn);
  if (known !== undefined) return known;
  const number = memberNumber(world, upn, userPattern);
  return number === null || crowdLot(world, number) === 'not-mapped' ? [] : [crowdName('fabrikam.com', number)];
}

export const findSite = (world: World, url: string): SourceSite | null =>
  entry(world.sites, tidy(url)) ?? (memberNumber(world, tidy(url), sitePattern) === null ? null : siteOf(url));

export const findGroup = (world: World, mailNickname: string): SourceGroup | null =>
  entry(world.groups, mailNickname) ??
  (memberNumber(world, mailNickname, groupPattern) === null ? null : groupOf(mailNickname));

export const findTargetGroup = (world: World, mailNickname: string): TargetGroup | null =>
  entry(world.targetGroups, mailNickname) ??
  (memberNumber(world, mailNickname, groupPattern) === null ? null : targetGroupOf(mailNickname));

export const isTaken = (world: World, url: string): boolean => entry(world.takenUrls, tidy(url)) === true;

const userPattern = /^user(\d{4})@contoso\.com$/i;
const targetPattern = /^user(\d{4})@fabrikam\.com$/i;
const sitePattern = /^https:\/\/contoso\.sharepoint\.com\/sites\/team(\d{4})$/i;
const groupPattern = /^group(\d{4})$/i;
const sourceIdPattern = /^c0000000-0000-4000-8000-0{8}(\d{4})$/i;
const targetIdPattern = /^f0000000-0000-4000-8000-0{8}(\d{4})$/i;

const padded = (number: number, width: number): string => String(number).padStart(width, '0');
const crowdName = (domain: string, number: number): string => `user${padded(number, 4)}@${domain}`;

function memberNumber(world: World, text: string, pattern: RegExp): number | null {
  const number = Number(pattern.exec(text)?.[1] ?? 0);
  return number >= 1 && number <= world.crowd.count ? number : null;
}

const lots = ['not-licensed', 'not-mapped', 'target-appears', 'locked'] as const;

/** In a mixed crowd one in five meets one of four troubles, by seed. */
function crowdLot(world: World, number: number): (typeof lots)[number] | 'ready' {
  if (!world.crowd.mixed) return 'ready';
  return lots[Math.floor(fractionOf(world.seed, 'crowd', number) * lots.length * 5)] ?? 'ready';
}

function crowdUser(world: World, upn: string): SourceUser | null {
  const number = memberNumber(world, upn, userPattern);
  if (number === null) return null;
  const lot = crowdLot(world, number);
  const surprise: Content['surprise'] = lot === 'target-appears' || lot === 'locked' ? lot : null;
  const id = `c0000000-0000-4000-8000-${padded(number, 12)}`;
  const name = crowdName('contoso.com', number);
  return personOf(name, '', { id, surprise, licence: lot === 'not-licensed' ? 'no' : 'yes' }).user;
}

function crowdTarget(world: World, upn: string): TargetUser | null {
  const number = memberNumber(world, upn, targetPattern);
  if (number === null) return null;
  return {
    upn: crowdName('fabrikam.com', number),
    id: `f0000000-0000-4000-8000-${padded(number, 12)}`,
    spoEnabled: true,
  };
}

function crowdUserById(world: World, id = ''): SourceUser | null {
  const number = memberNumber(world, id, sourceIdPattern);
  return number === null ? null : crowdUser(world, crowdName('contoso.com', number));
}

function crowdTargetById(world: World, id = ''): TargetUser | null {
  const number = memberNumber(world, id, targetIdPattern);
  return number === null ? null : crowdTarget(world, crowdName('fabrikam.com', number));
}
