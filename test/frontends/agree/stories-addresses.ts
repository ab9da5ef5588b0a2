import { session } from '../../support/session.ts';
import { anyTime, group, host, site, tenantThere, user } from './common.ts';
import { accept, answer, fix, reopen, type Story } from './story.ts';

const byId = [answer('targetBy', 'organization')];

/** Where the target is. */
export const addressStories: readonly Story[] = [
  {
    name: 'an organization id without a location',
    turns: [...group, ...byId, answer('targetOrgId', tenantThere), accept('targetLocation', '', 'default'), ...anyTime],
  },
  {
    name: 'an organization id with a location',
    turns: [...user, ...byId, answer('targetOrgId', tenantThere), answer('targetLocation', 'fra'), ...anyTime],
  },
  {
    name: 'an organization id with the default location',
    turns: [...site, ...byId, answer('targetOrgId', tenantThere), answer('targetLocation', 'Default'), ...anyTime],
  },
  {
    name: 'the way to address by its number, and an organization id in braces',
    turns: [
      ...user,
      answer('targetBy', 'organization', { lines: '2' }),
      answer('targetOrgId', `{${tenantThere.toUpperCase()}}`, { says: ['targetOrgId targetOrgIdUnreadable'] }),
      fix('targetOrgId', tenantThere),
      accept('targetLocation', '', 'default'),
      ...anyTime,
    ],
  },
  {
    name: 'an organization id of zeros, then that of the source',
    turns: [
      ...user,
      ...byId,
      answer('targetOrgId', '00000000-0000-0000-0000-000000000000', { says: ['targetOrgId orgIdEmpty'] }),
      answer('targetOrgId', session.source.tenantId ?? '', { says: ['targetOrgId orgIdIsSource'] }),
      answer('targetOrgId', tenantThere),
      accept('targetLocation', '', 'default'),
      ...anyTime,
    ],
  },
  {
    name: 'a location by its name, and one that nobody knows',
    turns: [
      ...user,
      ...byId,
      answer('targetOrgId', tenantThere),
      answer('targetLocation', 'germany', { says: ['targetLocation targetLocationUnreadable'] }),
      fix('targetLocation', 'DEU'),
      ...anyTime,
      reopen('targetLocation'),
      answer('targetLocation', 'XYZ'),
    ],
    notes: ['warning targetLocation dataLocationUnknown'],
  },
  {
    name: 'a host in another spelling',
    turns: [...user, answer('targetBy', 'host'), answer('targetHost', 'fabrikam-admin.sharepoint.com/'), ...anyTime],
    notes: ['info targetHost hostNormalised'],
  },
  {
    name: 'a host by the name of the tenant, and its fix',
    turns: [
      ...group,
      accept('targetBy', 'host', 'typed'),
      answer('targetHost', 'fabrikam', { says: ['targetHost targetHostUnreadable'] }),
      fix('targetHost', host),
      ...anyTime,
    ],
  },
];
