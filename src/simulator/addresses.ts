import type { Tenant, World } from './world.ts';

const rootOf = (tenant: Tenant): string => `https://${tenant.label}.sharepoint.com`;
export const mySiteHostOf = (tenant: Tenant): string => `https://${tenant.label}-my.sharepoint.com`;

/** Where a OneDrive stands: the sign-in name with everything but letters, digits and hyphens as `_`. */
export const personalUrl = (tenant: Tenant, upn: string): string =>
  `${mySiteHostOf(tenant)}/personal/${upn.toLowerCase().replaceAll(/[^a-z0-9-]/g, '_')}`;

/** A group's site bears the name of the group. */
export const groupUrl = (tenant: Tenant, mailNickname: string): string => `${rootOf(tenant)}/sites/${mailNickname}`;

/** The same address in every spelling. */
export const tidy = (url: string): string => url.trim().toLowerCase().replace(/\/+$/, '');

/** A site of the tenant: `/sites/…` or `/teams/…` and nothing below. */
export const isSiteOf = (tenant: Tenant, url: string): boolean => {
  const root = rootOf(tenant);
  return tidy(url).startsWith(`${root}/`) && /^\/(sites|teams)\/[^/]+$/.test(tidy(url).slice(root.length));
};

/** Which of the target's hosts a request names: a bare name, `https://`, a slash at the end are all taken. */
export function targetHostForm(world: World, host: string): 'my' | 'root' | 'admin' | 'unknown' {
  const bare = tidy(host).replace(/^https?:\/\//, '');
  const { label } = world.target;
  if (bare === `${label}-my.sharepoint.com`) return 'my';
  if (bare === `${label}.sharepoint.com`) return 'root';
  return bare === `${label}-admin.sharepoint.com` ? 'admin' : 'unknown';
}
