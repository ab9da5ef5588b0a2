import { type Answer, problem } from './answer.ts';
import type { Call } from './calls.ts';
import { findUser, mappedTo } from './directory.ts';
import { guidOf } from './random.ts';
import type { Problem, World } from './world.ts';

/** Reads one identity mapping. Follows "Get sharePointUserIdentityMapping" and its group twin (beta). */
export function readMapping(world: World, { of, key }: Extract<Call, { kind: 'mapping' }>): Answer | Problem {
  const body = of === 'user' ? userMapping(world, key) : groupMapping(world, key);
  return body === null
    ? problem(404, 'itemNotFound', `The identity mapping of ${key} could not be found.`)
    : { status: 200, body };
}

function userMapping(world: World, upn: string): object | null {
  const [target] = findUser(world, { userPrincipalName: upn }) === null ? [] : mappedTo(world, upn);
  if (target === undefined) return null;
  return {
    id: guidOf('mapping', upn.toLowerCase()),
    sourceOrganizationId: world.source.id,
    userType: upn.includes('#EXT#') ? 'guestUser' : 'regularUser',
    sourceUserIdentity: { userPrincipalName: upn },
    targetUserIdentity: { userPrincipalName: target },
    targetUserMigrationData: { email: target },
  };
}

function groupMapping(world: World, id: string): object | null {
  const source = Object.values(world.groups).find((group) => group.id === id.toLowerCase());
  const target = source === undefined ? undefined : world.targetGroups[source.mailNickname.toLowerCase()];
  if (target === undefined) return null;
  return {
    id: guidOf('mapping', id),
    sourceOrganizationId: world.source.id,
    groupType: 'm365Group',
    sourceGroupIdentity: { id },
    targetGroupIdentity: { id: target.id },
    targetGroupMigrationData: { mailNickname: target.mailNickname },
  };
}
