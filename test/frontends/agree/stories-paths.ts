import {
  anyTime,
  atHost,
  dana,
  danaThere,
  group,
  host,
  idHere,
  idThere,
  siteHere,
  siteThere,
  tenantThere,
  user,
} from './common.ts';
import { accept, acceptAloud, answer, back, fix, keep, leave, reopen, type Story, type Turn } from './story.ts';

const rest: readonly Turn[] = [...atHost, ...anyTime];

/** What the simulator offers: everything. */
const hints = {
  sources: { user: dana, site: siteHere, group: 'finance-eu' },
  targetRule: '{name}@fabrikam.com',
  targetRoot: 'https://fabrikam.sharepoint.com',
  targetHost: host,
  targetOrgId: tenantThere,
  domains: { source: 'contoso.com', target: 'fabrikam.com' },
  origin: 'default',
} as const;

/** Ways that are not straight on. */
export const pathStories: readonly Story[] = [
  {
    name: 'a sign-in name beside an object id that is no longer one',
    turns: [
      ...[answer('type', 'user'), answer('source', idHere), answer('sourceUpn', dana), answer('target', danaThere)],
      ...rest,
      reopen('source'),
      answer('source', 'dana.lind@contoso.com'),
    ],
  },
  {
    name: 'an organization id and a location, and then a host after all',
    turns: [
      ...user,
      answer('targetBy', 'organization'),
      answer('targetOrgId', tenantThere),
      answer('targetLocation', 'FRA'),
      ...anyTime,
      reopen('targetBy'),
      answer('targetBy', 'host'),
      answer('targetHost', host),
    ],
  },
  {
    name: 'a host, and then an organization id after all',
    turns: [
      ...user,
      ...rest,
      reopen('targetBy'),
      answer('targetBy', 'organization'),
      answer('targetOrgId', tenantThere),
      answer('targetLocation', 'NAM'),
    ],
  },
  {
    name: 'a person that turns out to be a site',
    turns: [
      ...user,
      ...rest,
      reopen('type'),
      answer('type', 'site', { says: ['source sourceUnreadable', 'target targetUnreadable'] }),
      answer('source', siteHere, { says: ['target targetUnreadable'] }),
      answer('target', siteThere),
    ],
  },
  {
    name: 'an object id with its name that turns out to be a group, and a person again',
    turns: [
      ...[answer('type', 'user'), answer('source', idHere), answer('sourceUpn', dana), answer('target', idThere)],
      ...rest,
      reopen('type'),
      answer('type', 'group'),
      reopen('type'),
      answer('type', 'user'),
    ],
  },
  {
    name: 'back from a field that was refused',
    turns: [
      answer('type', 'user'),
      answer('source', dana),
      answer('target', 'dana', { says: ['target targetUnreadable'] }),
      back('target', 'target targetUnreadable'),
      answer('source', 'sam@contoso.com', { says: ['target targetUnreadable'] }),
      answer('target', 'sam@fabrikam.com'),
      ...rest,
    ],
  },
  {
    name: 'back from a field with a text that cannot be read in it',
    turns: [
      ...user,
      answer('targetBy', 'host'),
      leave('targetHost', 'fabrikam', 'targetHost targetHostUnreadable'),
      keep('targetBy', 'targetHost targetHostUnreadable'),
      fix('targetHost', host),
      ...anyTime,
    ],
  },
  {
    name: 'back from an end that comes too early, to a start that is earlier still',
    turns: [
      ...[...user, ...atHost],
      answer('start', '+2d', { means: '2026-12-07T12:00:00Z' }),
      answer('latestStart', '+1d', { means: '2026-12-06T12:00:00Z', says: ['latestStart latestStartBeforeStart'] }),
      back('latestStart', 'latestStart latestStartBeforeStart'),
      answer('start', '+3h', { means: '2026-12-05T15:00:00Z' }),
    ],
  },
  {
    name: 'back to the first question from the third',
    turns: [
      answer('type', 'group'),
      answer('source', 'finance-eu'),
      leave('target', 'a b@c', 'target targetUnreadable'),
      back('source', 'target targetUnreadable'),
      answer('type', 'user', { says: ['source sourceUnreadable', 'target upnForbiddenCharacter'] }),
      answer('source', dana, { says: ['target upnForbiddenCharacter'] }),
      answer('target', danaThere),
      ...rest,
    ],
  },
  {
    name: 'each answer kept as it is looked at again',
    turns: [
      ...group,
      ...rest,
      reopen('latestStart'),
      keep('latestStart'),
      reopen('target'),
      keep('target'),
      reopen('targetHost'),
      keep('targetHost'),
      reopen('type'),
      keep('type'),
    ],
  },
  {
    name: 'everything that the simulator offers',
    hints,
    turns: [
      acceptAloud('type', 'user', 'typed'),
      acceptAloud('source', dana, 'default'),
      acceptAloud('target', danaThere, 'rule'),
      accept('targetBy', 'host', 'typed'),
      acceptAloud('targetHost', host, 'default'),
      ...anyTime,
    ],
  },
  {
    name: 'names that are completed with their domain',
    hints,
    turns: [
      answer('type', 'user'),
      answer('source', 'sam@contoso.com', { lines: 'sam', keys: 'sam' }),
      answer('target', 'sam@fabrikam.com', { lines: 'sa', keys: 'sa' }),
      accept('targetBy', 'host', 'typed'),
      acceptAloud('targetHost', host, 'default'),
      ...anyTime,
    ],
  },
];
