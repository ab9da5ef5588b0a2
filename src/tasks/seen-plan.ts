import type { Person } from '../plan/answers.ts';
import type { Destination, Plan } from '../plan/plan.ts';
import type { WireIdentity } from '../wire/task.ts';
import type { SourceKey, Task } from './task.ts';

const unknown = 'not reported';

/**
 * What a task of somebody else moves, as far as its answer tells: to name it and to look it up, never to send it. `key` is
 * how it was found, null when by its id.
 */
export function seenPlan({ parameters }: Task, key: SourceKey | null): Plan {
  const common = { destination: seenDestination(parameters), start: 'now' as const, latestStart: null };
  const { sourceSiteUrl, targetSiteUrl, sourceGroupIdentity, targetGroupIdentity } = parameters;
  if (key?.type === 'user' || (key === null && parameters.sourceUserIdentity))
    return {
      type: 'user',
      source: key ? { by: 'upn', upn: key.upn } : seenPerson(parameters.sourceUserIdentity),
      sourceUpn: null,
      target: parameters.targetUserIdentity
        ? seenPerson(parameters.targetUserIdentity)
        : { by: 'upn', upn: targetSiteUrl ?? unknown },
      ...common,
    };
  if (key?.type === 'group' || (key === null && sourceGroupIdentity))
    return {
      type: 'group',
      source: {
        mailNickname: (key?.type === 'group' ? key.mailNickname : sourceGroupIdentity?.mailNickname) ?? unknown,
      },
      target: { mailNickname: targetGroupIdentity?.mailNickname ?? unknown },
      ...common,
    };
  const url = key?.type === 'site' ? key.url : sourceSiteUrl;
  return { type: 'site', source: { url: url ?? unknown }, target: { url: targetSiteUrl ?? unknown }, ...common };
}

const seenPerson = (identity: WireIdentity = {}): Person =>
  identity.userPrincipalName
    ? { by: 'upn', upn: identity.userPrincipalName }
    : { by: 'id', id: identity.id ?? unknown };

function seenDestination({ targetOrganizationHost, targetOrganizationId }: Task['parameters']): Destination {
  return targetOrganizationId && !targetOrganizationHost
    ? { by: 'organization', organizationId: targetOrganizationId, location: 'unset' }
    : { by: 'host', host: targetOrganizationHost ?? unknown };
}
