import { fabrikam, profileWith } from '../../support/profiles.ts';
import { anyTime, dana, danaThere, host, siteHere, siteThere } from './common.ts';
import { accept, acceptAloud, answer, fix, reopen, type Story } from './story.ts';

const plain = profileWith();
const night = profileWith({ window: '22:00-06:00' });
const byOrg = profileWith({ targetHost: '', targetOrgId: fabrikam, targetLocation: 'FRA' });

const atOnce = { start: ['now', 'default'], latestStart: ['', 'default'] } as const;
const there = { targetHost: [host, 'profile'] } as const;
const nightly = {
  start: ['2026-12-05T21:00:00Z', 'profile'],
  latestStart: ['2026-12-06T05:00:00Z', 'profile'],
} as const;

const notAllowed = ['targetHost targetHostNotOfProfile'];

const person = [answer('type', 'user'), answer('source', dana), accept('target', danaThere, 'rule')];

/** What a profile says in place of whoever makes the move. */
export const profileStories: readonly Story[] = [
  { name: 'a profile that says everything but who', profile: plain, turns: person, filled: { ...there, ...atOnce } },
  { name: 'a profile with a window', profile: night, turns: person, filled: { ...there, ...nightly } },
  {
    name: 'a profile with an organization id and a location',
    profile: byOrg,
    turns: person,
    filled: {
      targetBy: ['organization', 'default'],
      targetOrgId: [fabrikam, 'profile'],
      targetLocation: ['FRA', 'profile'],
      ...atOnce,
    },
  },
  {
    name: 'a profile with a zone far away',
    profile: { ...night, zone: 'Asia/Tokyo' },
    zone: 'Asia/Tokyo',
    turns: person,
    filled: { ...there, start: ['2026-12-05T13:00:00Z', 'profile'], latestStart: ['2026-12-05T21:00:00Z', 'profile'] },
  },
  {
    name: 'a profile without a rule for sites',
    profile: plain,
    turns: [answer('type', 'site'), answer('source', siteHere), acceptAloud('target', siteThere, 'rule')],
    filled: { ...there, ...atOnce },
  },
  {
    name: 'a profile whose rule is not followed',
    profile: plain,
    turns: [...person.slice(0, 2), answer('target', 'dana.lind@fabrikam.com')],
    filled: { ...there, ...atOnce },
  },
  {
    name: 'a name by the rule follows another source',
    profile: plain,
    turns: [...person, reopen('source'), answer('source', 'sam@contoso.com')],
    filled: { ...there, ...atOnce, target: ['sam@fabrikam.com', 'rule'] },
  },
  {
    name: 'an organization id in place of the host of the profile',
    profile: plain,
    turns: [
      ...person,
      reopen('targetBy'),
      answer('targetBy', 'organization'),
      acceptAloud('targetOrgId', fabrikam, 'profile'),
      answer('targetLocation', 'DEU'),
    ],
    filled: atOnce,
  },
  {
    name: 'a location other than that of the profile',
    profile: byOrg,
    turns: [...person, reopen('targetLocation'), answer('targetLocation', 'NAM')],
    filled: { targetBy: ['organization', 'default'], targetOrgId: [fabrikam, 'profile'], ...atOnce },
  },
  {
    name: 'no location in place of that of the profile',
    profile: byOrg,
    turns: [...person, reopen('targetLocation'), answer('targetLocation', '', { lines: 'clear' })],
    notInRows: 'an empty cell leaves it to the profile',
    filled: { targetBy: ['organization', 'default'], targetOrgId: [fabrikam, 'profile'], ...atOnce },
  },
  {
    name: 'a start of its own in the window of the profile',
    profile: night,
    turns: [...person, reopen('start'), answer('start', 'sun 23:00', { means: '2026-12-06T22:00:00Z' })],
    filled: { ...there, latestStart: ['2026-12-07T05:00:00Z', 'profile'] },
  },
  {
    name: 'an end of its own after the window of the profile',
    profile: night,
    turns: [...person, reopen('latestStart'), answer('latestStart', 'sun 10:00', { means: '2026-12-06T09:00:00Z' })],
    filled: { ...there, start: nightly.start },
  },
  {
    name: 'no end in place of that of the profile',
    profile: night,
    turns: [...person, reopen('latestStart'), answer('latestStart', '', { lines: 'clear' })],
    notInRows: 'an empty cell leaves it to the profile',
    filled: { ...there, start: nightly.start },
  },
  {
    name: 'a domain that is nearly one of the profile',
    profile: plain,
    turns: [
      answer('type', 'user'),
      answer('source', 'dana@contosso.com', { says: ['source domainNotOfProfile'] }),
      fix('source', dana),
      accept('target', danaThere, 'rule'),
    ],
    filled: { ...there, ...atOnce },
  },
  {
    name: 'source and target of the profile swapped',
    profile: plain,
    turns: [
      answer('type', 'user'),
      answer('source', danaThere, { says: ['source sourceOnTargetSide'] }),
      answer('source', dana),
      answer('target', dana, { says: ['target targetIsSource', 'target targetOnSourceSide'] }),
      answer('target', danaThere, { as: 'rule' }),
    ],
    filled: { ...there, ...atOnce },
  },
  {
    name: 'a host that the profile does not list',
    profile: plain,
    turns: [
      ...person,
      reopen('targetHost'),
      answer('targetHost', 'https://fabricam-my.sharepoint.com', { says: ['targetHost targetHostNotOfProfile'] }),
      fix('targetHost', host, { as: 'profile' }),
    ],
    filled: atOnce,
  },
  {
    name: 'a saved host that is no longer allowed',
    profile: { ...plain, targetHost: 'https://fabrikam-old-my.sharepoint.com' },
    turns: [
      answer('type', 'user', { says: notAllowed }),
      answer('source', dana, { says: notAllowed }),
      accept('target', danaThere, 'rule', { says: notAllowed }),
      fix('targetHost', host),
    ],
    filled: atOnce,
  },
  {
    name: 'a profile that does not say where its moves land',
    profile: profileWith({ targetHost: '' }),
    turns: [...person, accept('targetBy', 'host', 'typed'), acceptAloud('targetHost', host, 'profile'), ...anyTime],
  },
];
