import type { Person } from '../plan/answers.ts';
import { personalName } from '../plan/personal-name.ts';
import type { Plan } from '../plan/plan.ts';
import type { WireParameters } from '../wire/task.ts';
import type { SourceKey } from './task.ts';

/** Whether two descriptions mean the same thing; `unknown` when they have nothing to compare. */
export type Fit = 'same' | 'different' | 'unknown';

export type Side = 'source' | 'target';

/** One side of a move as we know it. A person may be known by sign-in name, by object id, or by both. */
export type Ours =
  | { type: 'user'; upn: string | null; id: string | null }
  | { type: 'site'; url: string }
  | { type: 'group'; mailNickname: string };

type Theirs = {
  upn?: string | undefined;
  id?: string | undefined;
  url?: string | undefined;
  nick?: string | undefined;
};

/** One side of a task as the service describes it. */
export const theirsOf = (parameters: WireParameters, side: Side): Theirs => {
  const user = parameters[`${side}UserIdentity`];
  return {
    upn: user?.userPrincipalName,
    id: user?.id,
    url: parameters[`${side}SiteUrl`],
    nick: parameters[`${side}GroupIdentity`]?.mailNickname,
  };
};

export function oursOf(plan: Plan, side: Side): Ours {
  if (plan.type === 'site') return { type: 'site', url: plan[side].url };
  if (plan.type === 'group') return { type: 'group', mailNickname: plan[side].mailNickname };
  return personOf(plan[side], side === 'source' ? plan.sourceUpn : null);
}

const personOf = (person: Person, alsoUpn: string | null): Ours =>
  person.by === 'upn' ? { type: 'user', upn: person.upn, id: null } : { type: 'user', upn: alsoUpn, id: person.id };

export const oursOfKey = (key: SourceKey): Ours => (key.type === 'user' ? { ...key, id: null } : key);

/** Compares one side of a move with what a task says about it, whatever form the service chose. */
export function fitOf(ours: Ours, theirs: Theirs): Fit {
  switch (ours.type) {
    case 'user':
      return personFit(ours, theirs);
    case 'site':
      if (theirs.url !== undefined) return same(plainUrl(ours.url), plainUrl(theirs.url));
      return (theirs.upn ?? theirs.id ?? theirs.nick) ? 'different' : 'unknown';
    case 'group':
      if (theirs.nick !== undefined) return same(ours.mailNickname.toLowerCase(), theirs.nick.toLowerCase());
      return (theirs.upn ?? theirs.id) ? 'different' : 'unknown';
  }
}

function personFit({ upn, id }: Extract<Ours, { type: 'user' }>, theirs: Theirs): Fit {
  if (id !== null && theirs.id !== undefined) return same(id.toLowerCase(), theirs.id.toLowerCase());
  if (upn !== null && theirs.upn !== undefined) return same(upn.toLowerCase(), theirs.upn.toLowerCase());
  if (theirs.upn !== undefined || theirs.id !== undefined) return 'unknown';
  if (theirs.url !== undefined) return siteFormFit(upn, theirs.url);
  return theirs.nick === undefined ? 'unknown' : 'different';
}

/** A user's OneDrive in its site form: `/personal/dana_fabrikam_com` is dana@fabrikam.com. A taken name gets a number. */
function siteFormFit(upn: string | null, url: string): Fit {
  const name = nameInAddress(url);
  if (name === null) return 'different';
  if (upn === null) return 'unknown';
  const expected = personalName(upn.toLowerCase());
  return name.startsWith(expected) && /^\d*$/.test(name.slice(expected.length)) ? 'same' : 'different';
}

/** The name in a `/personal/` address, or null when it is none. */
export const nameInAddress = (url: string): string | null => /\/personal\/([^/]+)/.exec(plainUrl(url))?.[1] ?? null;

/** The same tenant in any spelling of its host: root, `-my` or `-admin`, with or without scheme and slash. */
export const hostFit = (ours: string, theirs: string): Fit => same(tenantOf(ours), tenantOf(theirs));

const tenantOf = (host: string): string =>
  plainUrl(host)
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^([^.]+?)-(?:my|admin)\./, '$1.');

const plainUrl = (url: string): string => decoded(url).trim().toLowerCase().replace(/\/+$/, '');

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const same = (ours: string, theirs: string): Fit => (ours === theirs ? 'same' : 'different');
