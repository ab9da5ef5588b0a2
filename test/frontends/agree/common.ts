import { accept, answer, type Turn } from './story.ts';

export const dana = 'dana@contoso.com';
export const danaThere = 'dana@fabrikam.com';
export const host = 'https://fabrikam-my.sharepoint.com';
export const siteHere = 'https://contoso.sharepoint.com/sites/IT';
export const siteThere = 'https://fabrikam.sharepoint.com/sites/IT';
export const idHere = 'da157a29-f793-4dd6-9c73-41d2c73c2546';
export const idThere = 'cb53ea98-6151-44cc-9c21-098a3c3e3988';
export const tenantThere = '78d010af-72cb-412f-8779-18ce9b5f553b';

export const user: readonly Turn[] = [answer('type', 'user'), answer('source', dana), answer('target', danaThere)];
export const site: readonly Turn[] = [answer('type', 'site'), answer('source', siteHere), answer('target', siteThere)];
export const group: readonly Turn[] = [
  answer('type', 'group'),
  answer('source', 'finance-eu'),
  answer('target', 'finance'),
];

export const atHost: readonly Turn[] = [answer('targetBy', 'host'), answer('targetHost', host)];

/** Enter at both times. */
export const anyTime: readonly Turn[] = [accept('start', 'now', 'default'), accept('latestStart', '', 'default')];
