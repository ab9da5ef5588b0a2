import { orgId, user } from '../support/given.ts';
import { sourceTenant } from '../support/reading.ts';
import type { Row } from './row.ts';

const host = 'https://fabrikam-my.sharepoint.com';
const { targetHost: _left, ...noHost } = user;
const byOrg = { ...noHost, targetOrgId: orgId };

export const targetsRows: readonly Row[] = [
  ['an organization id', byOrg, []],
  ['an organization id and a location', { ...byOrg, targetLocation: 'fra' }, []],
  ['an organization id and the default location', { ...byOrg, targetLocation: 'default' }, []],
  ['a location nobody knows', { ...byOrg, targetLocation: 'ITA' }, ['warning targetLocation dataLocationUnknown']],
  [
    'an organization id of zeros',
    { ...byOrg, targetOrgId: '00000000-0000-0000-0000-000000000000' },
    ['error targetOrgId orgIdEmpty'],
  ],
  [
    'the organization id of the source itself',
    { ...byOrg, targetOrgId: sourceTenant.toUpperCase() },
    ['error targetOrgId orgIdIsSource'],
  ],
  [
    'the tenant of personal accounts',
    { ...byOrg, targetOrgId: '9188040d-6c67-4c5b-b112-36a304b66dad' },
    ['error targetOrgId cloudUnsupported'],
  ],
  ['host and organization id', { ...user, targetOrgId: orgId }, ['error targetBy targetGivenTwice']],
  [
    'host, organization id and location',
    { ...user, targetOrgId: orgId, targetLocation: 'FRA' },
    ['error targetBy targetGivenTwice'],
  ],
  ['a location beside a host', { ...user, targetLocation: 'FRA' }, ['error targetBy locationWithoutOrganization']],
  ['a location alone', { ...noHost, targetLocation: 'FRA' }, ['error targetBy locationWithoutOrganization']],
  [
    'an admin host, normalised',
    { ...user, targetHost: 'fabrikam-admin.sharepoint.com' },
    ['info targetHost hostNormalised'],
  ],
  ['a host with a slash, normalised', { ...user, targetHost: `${host}/` }, ['info targetHost hostNormalised']],
  [
    'a government host',
    { ...user, targetHost: 'https://fabrikam-my.sharepoint.us' },
    ['error targetHost cloudUnsupported'],
  ],
  [
    'a Chinese host',
    { ...user, targetHost: 'https://fabrikam-my.sharepoint.cn' },
    ['error targetHost cloudUnsupported'],
  ],
];
