import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { askSupport, dryRunAgain } from './steps.ts';

const oneDrive = {
  about: 'service',
  from: 'service',
  field: 'source',
  link: links.oneDrive,
  retry: 'fix',
  exit: 3,
  breaker: false,
} as const satisfies Partial<Rule>;

export const oneDriveRules: readonly Rule[] = [
  {
    ...oneDrive,
    code: 'MnAOdbFailedToGetUrlForSourceUPN',
    match: { on: 'service', text: /(unable to|could not|cannot) get (an? )?onedrive url/u },
    what: 'The service could not find the OneDrive of {source}.',
    why: 'The sign-in name may be mistyped, the account may be gone, or it never had a OneDrive.',
    next: [
      { do: 'Check the spelling of the source sign-in name.', who: 'you' },
      {
        do: 'Look for it among the OneDrives of the source. If there is none, there is nothing to move: leave this person out.',
        who: 'source admin',
        command: `Get-SPOSite -IncludePersonalSite $true -Limit All -Filter "Url -like '-my.sharepoint.com/personal/'"`,
      },
      { do: 'If it exists, run the dry run again after some minutes.', who: 'you' },
    ],
    known: [
      'Unable to get a OneDrive URL for source user UPN dana@contoso.com.',
      'Unable to get OneDrive URL for source user UPN',
    ],
  },
  {
    ...oneDrive,
    code: 'MnAOdbForSourceUPNDoesNotExistYet',
    retry: 'wait',
    match: { on: 'service', text: /onedrive .*(does not yet exist|does not exist yet)/u },
    what: 'The OneDrive of {source} is still being made.',
    why: 'The service knows its address, but the site is not there yet.',
    next: [
      { do: 'Wait for some minutes, up to a day for a new account, then run the dry run again.', who: 'you' },
      {
        do: 'If it does not appear, look at it on the source.',
        who: 'source admin',
        command: 'Get-SPOSite -Identity {sourceUrl}',
      },
    ],
    known: [
      'OneDrive site for source UPN dana@contoso.com does not yet exist. Current URL: https://contoso-my.sharepoint.com',
    ],
  },
  {
    ...oneDrive,
    code: 'MnAOdbForSourceUPNDoesNotExist',
    retry: 'never',
    match: { on: 'service', text: /onedrive (site )?(?!url).*does not exist/u },
    what: '{source} has no OneDrive.',
    why: 'It was never set up: the person has not opened OneDrive, or has no plan that includes it.',
    next: [
      { do: 'Leave this person out: there is no content to move.', who: 'you' },
      {
        do: 'If files are expected, check the sign-in name and look for the site on the source.',
        who: 'source admin',
        command: 'Get-SPOSite -Identity {sourceUrl}',
      },
    ],
    known: ["OneDrive site for source UPN dana@contoso.com doesn't exist."],
  },
  {
    ...oneDrive,
    code: 'MnAOdbOwnerUrlMismatch',
    match: { on: 'service', text: /owner does not match/u },
    what: 'The OneDrive of {source} is owned by somebody else.',
    why: 'The owner must be the person it belongs to. An admin may have taken it over and not handed it back.',
    next: [
      {
        do: 'Make the person the owner of the site again.',
        who: 'source admin',
        command: 'Set-SPOSite -Identity {sourceUrl} -Owner {source}',
      },
      dryRunAgain,
    ],
    known: ["The site owner doesn't match the owner of the OneDrive."],
  },
  {
    ...oneDrive,
    code: 'MnAMoveJobWasNotCreated',
    field: 'service',
    retry: 'wait',
    match: { on: 'service', text: /job (was )?not (been )?created/u },
    what: 'The service accepted the request but made no job for {source}.',
    why: 'It gives no reason. This often passes.',
    next: [{ do: 'Wait for some minutes, then run the dry run again and submit once more.', who: 'you' }, askSupport],
    known: ['The move job was not created for source site [{0}].'],
  },
  {
    ...oneDrive,
    code: 'MnASiteMoveIsInprogressOrFinished',
    field: 'task',
    retry: 'never',
    exit: 9,
    match: { on: 'service', text: /another job .*(in progress|finished)/u },
    what: 'A move of {source} is already under way, or done.',
    why: 'Each source moves once. Nothing was added to the move that exists.',
    next: [
      { do: 'Look at the move that exists and follow that one.', who: 'you', command: 'crossorg status {source}' },
      {
        do: 'If it goes to another target than planned, compare the two before doing anything else.',
        who: 'source admin',
      },
    ],
    known: ['Another job for the same source URL is in progress or has finished.'],
  },
  {
    ...oneDrive,
    code: 'MnAMoveJobCreationFailed',
    field: 'service',
    match: { on: 'service', codes: [], wraps: ['MnAMoveJobCreationFailed'], text: /job creation failed/u },
    what: 'The service could not make the job for {source}.',
    why: 'The reason is the error inside its message, which is kept with this finding unchanged.',
    next: [
      {
        do: 'Look up the inner error, in square brackets in the message.',
        who: 'you',
        command: 'crossorg explain <inner error>',
      },
      { do: 'When its cause is gone, run the dry run again.', who: 'you' },
      askSupport,
    ],
    known: ['The move job creation failed. Error: [{1}]'],
  },
];
