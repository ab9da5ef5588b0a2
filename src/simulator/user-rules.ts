import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/** Letters, digits and `. - _ ! # ^ ~`, up to 64 before the @ and 48 after. */
const upnPattern = /^[^\s\\%&*+/=?{}|<>();:,[\]"@]{1,64}@[^\s\\%&*+/=?{}|<>();:,[\]"@]{1,48}$/;

const namesTargetByUpn = ({ move }: Facts): boolean =>
  move.parameters.targetUserIdentity?.userPrincipalName !== undefined;

const isMappedTo = ({ mapped, target }: Facts): boolean => mapped[0]?.toLowerCase() === target.toLowerCase();

/** Failures of moving one person's OneDrive, in the order in which the service looks. */
export const userRules: readonly Rule[] = [
  {
    code: '',
    applies: ({ source, target }) => `${source}${target}`.includes("'"),
    text: ({ source, target }) => `Invalid character in ${source.includes("'") ? source : target}.`,
  },
  {
    code: 'MnAOdbFailedToGetUrlForSourceUPN',
    applies: ({ user }) => user === null,
    text: ({ source }) => `Unable to get a OneDrive URL for source user UPN ${source}.`,
  },
  {
    code: 'MnAOdbForSourceUPNDoesNotExistYet',
    applies: ({ user }) => user?.oneDrive === 'provisioning',
    text: ({ source, sourceUrl }) =>
      `OneDrive site for source user UPN ${source} does not yet exist. Current URL: ${sourceUrl}`,
  },
  {
    code: 'MnAOdbForSourceUPNDoesNotExist',
    applies: ({ user }) => user?.oneDrive === 'none',
    text: ({ source }) => `OneDrive site for source user UPN ${source} does not exist.`,
  },
  {
    code: 'MnAOdbOwnerUrlMismatch',
    applies: ({ user }) => user?.ownsOneDrive === false,
    text: ({ sourceUrl }) => `The site owner of ${sourceUrl} does not match the owner of the OneDrive.`,
  },
  {
    code: 'MnATargetUpnIsInvalid',
    applies: (facts) => namesTargetByUpn(facts) && !upnPattern.test(facts.target),
    text: ({ target }) => `The target UPN ${target} is invalid.`,
  },
  {
    code: 'MnATargetUserDoesNotExist',
    applies: ({ targetUser }) => targetUser === null,
    text: ({ target }) => `The target user ${target} was not found.`,
  },
  {
    code: 'MnATargetUserIsNotSpoEnabled',
    applies: ({ targetUser }) => targetUser?.spoEnabled === false,
    text: ({ target }) => `The target user ${target} is not allowed any SharePoint resources.`,
  },
  {
    code: 'MnAIdentityMapEntryDoesNotExistsForSourceUPN',
    applies: ({ mapped }) => mapped.length === 0,
    text: ({ source }) => `Identity map entry for source UPN ${source} does not exist on the target tenant.`,
  },
  {
    code: 'MnAIdentityMapEntryTooManyForSourceUPN',
    applies: ({ mapped }) => mapped.length > 1,
    text: ({ source }) => `There is more than one identity map entry for source UPN ${source} on the target tenant.`,
  },
  {
    code: 'MnAIdentityMapEntryDoesNotMatchRequest',
    applies: (facts) => !isMappedTo(facts),
    text: ({ source, target }) =>
      `The identity map entry for source UPN ${source} does not correspond to the requested target UPN ${target}.`,
  },
  {
    code: 'MnAOdbUsersAreNotLicensed',
    applies: ({ user }) => user?.licence !== 'yes',
    text: ({ source, target }) =>
      `Neither the source user ${source} nor the target user ${target} is licensed for the move.`,
  },
];
