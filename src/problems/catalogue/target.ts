import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { dryRunAgain } from './steps.ts';

const target = {
  about: 'service',
  from: 'service',
  field: 'target',
  link: links.accounts,
  retry: 'fix',
  exit: 3,
  breaker: false,
} as const satisfies Partial<Rule>;

export const targetRules: readonly Rule[] = [
  {
    ...target,
    code: 'MnATargetUpnIsInvalid',
    match: { on: 'service', text: /target (user )?(upn|user principal name) .*(is invalid|is not valid)/u },
    what: '{target} is not a sign-in name the service can use.',
    why: 'It holds a character that is not allowed, or does not have the form name@domain.',
    next: [
      { do: 'Correct the target sign-in name. It is the one in the identity map, not an e-mail alias.', who: 'you' },
      {
        do: 'If the account really has this name, rename it on the target and update the identity map.',
        who: 'target admin',
      },
    ],
    known: ['The target UPN [{0}] is invalid.', "The target UPN [{0}] isn't valid."],
  },
  {
    ...target,
    code: 'MnATargetUserDoesNotExist',
    match: { on: 'service', text: /target user .*(does not exist|not (be )?found)/u },
    what: '{target} does not exist on {targetTenant}.',
    why: 'Accounts are made on the target before the move. The service does not create them.',
    next: [
      {
        do: 'Create the account with a SharePoint plan. Do not open its OneDrive: an existing one blocks the move.',
        who: 'target admin',
      },
      dryRunAgain,
    ],
    known: ['The target user [{0}] was not found.', "The target user doesn't exist."],
  },
  {
    ...target,
    code: 'MnATargetUserIsNotSpoEnabled',
    field: 'licence',
    match: { on: 'service', text: /not (allowed|enabled|entitled|permitted) .*sharepoint resources/u },
    what: '{target} may not use SharePoint.',
    why: 'The account has no plan that includes SharePoint or OneDrive, so it cannot receive files.',
    next: [
      { do: 'Assign a plan with SharePoint or OneDrive to the target account.', who: 'licence admin' },
      { do: 'Wait up to an hour for it to take effect, then run the dry run again.', who: 'you' },
    ],
    known: ["The target user isn't allowed any SharePoint resources."],
  },
  {
    ...target,
    code: 'MnATargetDomainIsAlreadyInSourceSiteUsers',
    field: 'source',
    match: { on: 'service', text: /contains users (with|of|from) the target domain/u },
    what: 'Accounts of the target domain are among the users of the source.',
    why: 'Mostly people of {targetTenant} who were invited as guests. The service refuses such a source.',
    next: [
      {
        do: 'List the users of the source site.',
        who: 'source admin',
        command: 'Get-SPOUser -Site {sourceUrl} -Limit All',
      },
      {
        do: 'Remove those of the target domain. They need access again after the move.',
        who: 'source admin',
        command: 'Remove-SPOUser -Site {sourceUrl} -LoginName <login name>',
      },
      dryRunAgain,
    ],
    known: ['The source site contains users with the target domain.'],
  },
  {
    ...target,
    code: 'MnASiteMoveTargetUrlHasWriteConflict',
    link: links.oneDrive,
    match: { on: 'service', text: /target tenant has a conflict|target .*write conflict/u },
    what: 'Something already exists at {targetUrl}.',
    why: 'It may be a live site, a redirect, or a deleted site in the recycle bin. A move never merges into one.',
    next: [
      {
        do: 'Look at that address on the target. It may hold files.',
        who: 'target admin',
        command: 'Get-SPOSite -Identity {targetUrl}',
      },
      {
        do: 'Look in the recycle bin too: a deleted site still blocks.',
        who: 'target admin',
        command: 'Get-SPODeletedSite -Identity {targetUrl}',
      },
      {
        do: 'If nobody needs it, delete it there with Remove-SPOSite, then for good with Remove-SPODeletedSite. For a site, another target address is the other way.',
        who: 'target admin',
      },
      dryRunAgain,
    ],
    known: ['The target tenant has a conflict for the site provided.'],
  },
  {
    ...target,
    code: 'MnATargetUrlNotValidForRename',
    link: links.oneDrive,
    match: { on: 'service', text: /character limit|(path|url) .*too long/u },
    what: 'Some paths would be too long at the target.',
    why: 'Address, folders and file name together may have 400 characters there.',
    next: [
      {
        do: 'List the long paths on the source, and shorten those folders or files.',
        who: 'source admin',
        command: 'Find-SPOCrossTenantLongFilePathsForSiteRename -OldSiteUrl {sourceUrl} -NewSiteUrl {targetUrl}',
      },
      { do: 'Or choose a shorter target address, where there is a choice.', who: 'you' },
      dryRunAgain,
    ],
    known: ['The target url, including files, exceeds the character limit.'],
  },
];
