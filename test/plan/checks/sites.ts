import { site } from '../support/given.ts';
import type { Row } from './row.ts';

const host = 'https://fabrikam-my.sharepoint.com';
const of = (url: string) => `https://contoso.sharepoint.com${url}`;
const letters = (count: number) => 'a'.repeat(count);

export const sitesRows: readonly Row[] = [
  ['a plain site', site, []],
  ['a team site', { ...site, source: of('/teams/IT') }, []],
  [
    'a OneDrive by its host',
    { ...site, source: 'https://contoso-my.sharepoint.com/personal/dana' },
    ['error source siteIsOneDrive'],
  ],
  ['a OneDrive by its path', { ...site, source: of('/personal/dana_contoso_com') }, ['error source siteIsOneDrive']],
  ['a my-site host as target', { ...site, target: host }, ['error target siteIsOneDrive']],
  [
    'an admin host',
    { ...site, source: 'https://contoso-admin.sharepoint.com/sites/IT' },
    ['error source siteOnAdminHost'],
    of('/sites/IT'),
  ],
  ['a root site', { ...site, source: of('') }, ['warning source siteIsRoot']],
  ['a portal', { ...site, source: of('/portals/hub') }, ['warning source sitePathUnusual']],
  ['sites without a name', { ...site, source: of('/sites') }, ['warning source sitePathUnusual']],
  [
    'a site with a space',
    { ...site, source: of('/sites/my site') },
    ['warning source sitePathSpace'],
    of('/sites/mysite'),
  ],
  [
    'a site with a space that breaks no line',
    { ...site, source: of('/sites/IT\u00a02') },
    ['warning source sitePathSpace'],
    of('/sites/IT2'),
  ],
  ['an address that goes up', { ...site, source: of('/sites/../x') }, ['error source sitePathStrange']],
  ['an address with two slashes', { ...site, source: of('/sites//IT') }, ['error source sitePathStrange']],
  ['an address with a pipe', { ...site, source: of('/sites/a;b|c') }, ['error source sitePathStrange']],
  [
    'a library',
    { ...site, source: of('/sites/IT/Shared Documents') },
    ['warning source siteAddressTooDeep'],
    of('/sites/IT'),
  ],
  ['a page', { ...site, source: of('/sites/IT/SitePages/Home.aspx') }, ['error source siteIsPage'], of('/sites/IT')],
  ['a sharing link', { ...site, source: of('/:f:/s/IT/abc') }, ['error source siteIsPage'], of('/sites/IT')],
  [
    'a sharing link of a team site',
    { ...site, source: of('/:x:/t/IT/abc') },
    ['error source siteIsPage'],
    of('/teams/IT'),
  ],
  [
    'a redirecting link',
    { ...site, source: of('/:x:/r/sites/IT/abc.xlsx') },
    ['error source siteIsPage'],
    of('/sites/IT'),
  ],
  ['a link to something else', { ...site, source: of('/:u:/g/abc') }, ['error source siteIsPage']],
  ['an address at the limit', { ...site, source: of(`/sites/${letters(394)}`) }, []],
  [
    'an address over the limit',
    { ...site, target: `https://fabrikam.sharepoint.com/sites/${letters(395)}` },
    ['error target siteAddressTooLong'],
  ],
  ['an encoded address counts letters', { ...site, source: of(`/sites/${'%C3%A9'.repeat(394)}`) }, []],
  ['an apostrophe', { ...site, source: of("/sites/o'neil") }, ['error source siteApostrophe']],
  [
    'an encoded apostrophe at the target',
    { ...site, target: 'https://fabrikam.sharepoint.com/sites/o%27neil' },
    ['error target siteApostrophe'],
  ],
  ['one host for both', { ...site, target: of('/sites/IT2') }, ['error target sameTenant']],
  [
    'the host of the source as target host',
    { ...site, targetHost: 'https://contoso-my.sharepoint.com' },
    ['error targetHost targetHostIsSource', 'warning target targetSiteElsewhere'],
    of('/sites/IT'),
  ],
  [
    'a target site elsewhere',
    { ...site, target: 'https://fabrikameu.sharepoint.com/sites/IT' },
    ['warning target targetSiteElsewhere'],
    'https://fabrikam.sharepoint.com/sites/IT',
  ],
  [
    'a US government site',
    { ...site, source: 'https://contoso.sharepoint.us/sites/IT' },
    ['error source cloudUnsupported'],
  ],
  ['a site with a query', { ...site, source: of('/sites/IT/?web=1') }, ['info source siteAddressRewritten']],
];
