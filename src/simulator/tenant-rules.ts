import { targetHostForm } from './addresses.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

const isUserMove = ({ move }: Facts): boolean => move.kind === 'user';

const isAdminHost = ({ world, move }: Facts): boolean =>
  targetHostForm(world, move.parameters.targetOrganizationHost ?? '') === 'admin';

/** The request names the partner by a host, an organization id, a data location, or several of them. */
function isKnownPartner({ world, move }: Facts): boolean {
  const { targetOrganizationHost: host, targetOrganizationId: id, targetDataLocationCode: location } = move.parameters;
  if (host !== undefined && targetHostForm(world, host) === 'unknown') return false;
  if (id !== undefined && id.toLowerCase() !== world.target.id) return false;
  return location === undefined || location === null || world.target.locations.includes(location);
}

/** The side whose relationship is not there, as seen from the source tenant. */
function roleWithoutTrust(facts: Facts): 'Target' | 'Source' | null {
  const { trust } = facts.world;
  if (trust.source !== 'good' || !isKnownPartner(facts)) return 'Target';
  return trust.target === 'good' ? null : 'Source';
}

/** Failures that are about the two tenants, not about one row. */
export const tenantRules: readonly Rule[] = [
  {
    code: 'MnAPartnersOnTheSameFarm',
    status: 501,
    applies: ({ world }) => world.switches.sameFarm,
    text: () =>
      'It has been detected that partners reside in the same SPO location that prevents them from migrating. Please contact MS support.',
  },
  {
    code: 'FeatureIsNotEnabled',
    status: 403,
    applies: (facts) => !(isUserMove(facts) ? facts.world.switches.userMoves : facts.world.switches.siteMoves),
    text: (facts) =>
      `The Cross-Tenant content move [${isUserMove(facts) ? 'MnAUserMove' : 'MnASiteMove'}] feature is not enabled for this tenant.`,
  },
  {
    code: 'MnABYOKEnabledOnSourceTenant',
    applies: ({ world }) => world.switches.customerKey,
    text: () => 'The move cannot start because BYOK is enabled on the source tenant.',
  },
  {
    code: 'MnAFatalErrorAdminSiteCouldNotBeUsedAsMySiteHost',
    applies: isAdminHost,
    text: () => 'The move is blocked because the TargetCrossTenantHostUrl value is incorrect.',
  },
  {
    code: 'MnATrustNoSetupForPartner',
    applies: (facts) => roleWithoutTrust(facts) !== null,
    text: (facts) =>
      `There is no Cross-Tenant relationship established for partner ${facts.partner} and role ${roleWithoutTrust(facts)}.`,
  },
  {
    code: 'MnAReverseTrustNeedsRequiredPartnerRole',
    applies: ({ world }) => world.trust.bothWays,
    text: () => 'Provide the RequiredPartnerRole for the cmdlet.',
  },
  {
    code: 'MnAPartnersFarmsAreIncompatible',
    applies: ({ world }) => world.switches.farmsIncompatible,
    text: () => 'The tenants are not compatible. Verify the compatibility status and wait a minimum of 48 hours.',
  },
  {
    code: 'MnATargetSideEnvironmentHasConditionsThatBlockTheMove',
    applies: ({ world }) => world.switches.targetBlocked,
    text: () => 'The target environment has conditions that prevent the move.',
  },
];
