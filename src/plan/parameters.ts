import type { WireParameters } from '../wire/task.ts';
import type { Instant, Person } from './answers.ts';
import type { Plan } from './plan.ts';

/**
 * The parameters without `validateOnly`: what the plan id covers, shared by dry run and live request.
 * Follows the `…TaskParameters` types of the Microsoft Graph reference (beta).
 */
export function parametersOf(plan: Plan): WireParameters {
  return { ...kindOf(plan), ...destinationOf(plan), ...partiesOf(plan), ...scheduleOf(plan) };
}

const kinds = { user: 'User', site: 'Site', group: 'Group' } as const;

const kindOf = (plan: Plan): WireParameters => ({
  '@odata.type': `#microsoft.graph.sharePoint${kinds[plan.type]}MigrationTaskParameters`,
});

function destinationOf({ destination }: Plan): WireParameters {
  if (destination.by === 'host') return { targetOrganizationHost: destination.host };
  const { organizationId, location } = destination;
  return {
    targetOrganizationId: organizationId,
    ...(location === 'unset' ? {} : { targetDataLocationCode: location }),
  };
}

function partiesOf(plan: Plan): WireParameters {
  switch (plan.type) {
    case 'user':
      return { sourceUserIdentity: identityOf(plan.source), targetUserIdentity: identityOf(plan.target) };
    case 'site':
      return { sourceSiteUrl: plan.source.url, targetSiteUrl: plan.target.url };
    case 'group':
      return { sourceGroupIdentity: plan.source, targetGroupIdentity: plan.target };
  }
}

const identityOf = (person: Person) => (person.by === 'upn' ? { userPrincipalName: person.upn } : { id: person.id });

const scheduleOf = ({ start, latestStart }: Plan): WireParameters => ({
  ...(start === 'now' ? {} : { preferredStartDateTime: wireTime(start) }),
  ...(latestStart === null ? {} : { preferredLatestStartDateTime: wireTime(latestStart) }),
});

/** UTC, as the published examples have it: parts of a second are only written where there are any. */
const wireTime = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');
