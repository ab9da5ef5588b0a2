import type { WireIdentity, WireParameters } from '../wire/task.ts';
import { mySiteHostOf } from './addresses.ts';
import type { Facts } from './facts.ts';
import type { StoredTask, World } from './world.ts';

/** The parameters as the service reports them: some of what was asked comes back rewritten. */
export function echoOf({ world, move, user, targetUser }: Facts): WireParameters {
  const asked = move.parameters;
  return {
    ...asked,
    ...(asked.targetDataLocationCode === null ? { targetDataLocationCode: world.target.locations[0] ?? null } : {}),
    ...(fillsUpn(world, asked) ? filled(asked, user?.upn, targetUser?.upn) : {}),
  };
}

function fillsUpn({ options }: World, asked: WireParameters): boolean {
  if (options.upnEcho === 'with-organization-id') return asked.targetOrganizationId !== undefined;
  return options.upnEcho === 'always';
}

function filled(asked: WireParameters, source: string | undefined, target: string | undefined): WireParameters {
  const { sourceUserIdentity, targetUserIdentity } = asked;
  if (sourceUserIdentity === undefined || targetUserIdentity === undefined) return {};
  return {
    sourceUserIdentity: withUpn(sourceUserIdentity, source),
    targetUserIdentity: withUpn(targetUserIdentity, target),
  };
}

const withUpn = (identity: WireIdentity, userPrincipalName: string | undefined): WireIdentity =>
  userPrincipalName === undefined ? identity : { ...identity, userPrincipalName };

/** A user's task as the published sample of the read by user shows it: as the move of a personal site. */
export const siteForm = (world: World, { sourceUrl, targetUrl }: StoredTask): WireParameters => ({
  '@odata.type': '#microsoft.graph.sharePointSiteMigrationTaskParameters',
  targetOrganizationId: world.target.id,
  targetOrganizationHost: mySiteHostOf(world.target),
  sourceSiteUrl: sourceUrl,
  targetSiteUrl: targetUrl,
});
