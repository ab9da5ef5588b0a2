import { profileWith } from '../../support/profiles.ts';
import { group, orgId, site, sourceId, targetId, user } from '../support/given.ts';
import type { Row } from './row.ts';

const other = '99999999-9999-4999-8999-999999999999';
const contosoSite = 'https://contoso.sharepoint.com/sites/IT';
const fabrikamSite = 'https://fabrikam.sharepoint.com/sites/IT';
const byOrg = { ...user, targetHost: undefined, targetOrgId: orgId };

/** Answers held to a profile that lists domains and hosts of both sides. */
export const profilesRows: readonly Row[] = [
  ['a person who moves from side to side', user, []],
  ['a person of another listed domain', { ...user, source: 'dana@contoso.onmicrosoft.com' }, []],
  ['a person of a subdomain', { ...user, target: 'dana@eu.fabrikam.com' }, []],
  ['capitals in a domain', { ...user, target: 'dana@Fabrikam.COM' }, []],
  [
    'a slip of the finger in the target domain',
    { ...user, target: 'dana@fabrikm.com' },
    ['error target domainNotOfProfile'],
    'dana@fabrikam.com',
  ],
  [
    'a slip of the finger in the source domain',
    { ...user, source: 'dana@contosso.com' },
    ['error source domainNotOfProfile'],
    'dana@contoso.com',
  ],
  [
    'a slip of the finger in a long domain',
    { ...user, target: 'dana@fabrikm.onmicrosoft.com' },
    ['error target domainNotOfProfile'],
    'dana@fabrikam.onmicrosoft.com',
  ],
  ['a domain nobody listed', { ...user, target: 'dana@wingtip.com' }, ['warning target domainNotOfProfile']],
  [
    'source and target the wrong way round',
    { ...user, source: 'dana@fabrikam.com', target: 'dana@contoso.com' },
    ['error source answersSwapped'],
  ],
  [
    'a target in the source tenant',
    { ...user, target: 'eve@contoso.com' },
    ['warning target sameDomain', 'error target targetOnSourceSide'],
  ],
  [
    'a source in the target tenant',
    { ...user, source: 'eve@fabrikam.onmicrosoft.com' },
    ['warning targetHost targetHostLooksLikeSource', 'error source sourceOnTargetSide'],
  ],
  ['object ids say nothing', { ...user, source: sourceId, target: targetId, sourceUpn: 'dana@contoso.com' }, []],
  [
    'a name to look up of the other side',
    { ...user, source: sourceId, target: targetId, sourceUpn: 'dana@fabrikam.com' },
    ['error sourceUpn sourceOnTargetSide'],
  ],
  [
    'the host in another spelling',
    { ...user, targetHost: 'fabrikam.sharepoint.com' },
    ['info targetHost hostNormalised'],
  ],
  [
    'a host of the source',
    { ...user, targetHost: 'https://contoso-my.sharepoint.com' },
    ['error targetHost targetHostOfSource'],
  ],
  [
    'a host of nobody',
    { ...user, targetHost: 'https://wingtip-my.sharepoint.com' },
    ['error targetHost targetHostNotOfProfile'],
    'https://fabrikam-my.sharepoint.com',
  ],
  ['the organization id of the target', byOrg, []],
  [
    'the organization id of another tenant',
    { ...byOrg, targetOrgId: other },
    ['error targetOrgId orgIdNotOfProfile'],
    orgId,
  ],
  ['a site from side to side', site, []],
  [
    'sites the wrong way round',
    { ...site, source: fabrikamSite, target: contosoSite },
    ['error targetHost targetHostIsSource', 'warning target targetSiteElsewhere', 'error source answersSwapped'],
    'https://fabrikam.sharepoint.com/sites/IT',
  ],
  [
    'a source site of nobody',
    { ...site, source: 'https://wingtip.sharepoint.com/sites/IT' },
    ['error source siteNotOfProfile'],
  ],
  [
    'a target site of nobody, by a slip of the finger',
    { ...byOrg, type: 'site', source: contosoSite, target: 'https://fabrikm.sharepoint.com/sites/IT' },
    ['error target siteNotOfProfile'],
    fabrikamSite,
  ],
  ['groups say nothing', group, []],
];

/** A profile by the flags of the contract alone: it lists the one host it was given. */
export const bareProfile = profileWith({ sourceDomains: '', sourceHosts: '', targetDomains: '', targetHosts: '' });

export const bareProfileRows: readonly Row[] = [
  ['names cannot be told apart', { ...user, source: 'dana@fabrikam.com', target: 'dana@contoso.com' }, []],
  [
    'the host it names holds all others',
    { ...user, targetHost: 'https://wingtip-my.sharepoint.com' },
    ['error targetHost targetHostNotOfProfile'],
    'https://fabrikam-my.sharepoint.com',
  ],
  ['sites cannot be told apart', site, ['warning source siteSideUnknown', 'warning target siteSideUnknown']],
];

export const hostlessProfile = profileWith({ targetHosts: '', targetHost: '', readOnly: 'yes' });

export const hostlessProfileRows: readonly Row[] = [
  ['a host nobody can judge', user, ['warning targetHost targetHostUnknown', 'warning profile profileReadOnly']],
];
