import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { dryRunAgain } from './steps.ts';

const note = {
  about: 'service',
  from: 'service',
  field: 'source',
  link: null,
  retry: 'fix',
  exit: 3,
  breaker: false,
} as const satisfies Partial<Rule>;

/** Not in Microsoft's list of codes, but met by practitioners. */
export const fieldNoteRules: readonly Rule[] = [
  {
    ...note,
    code: '-161',
    link: links.lockState,
    match: { on: 'service', codes: ['-161', '161'], text: /(?<![\w.-])-161(?![\w-])/u },
    what: 'The source is locked for writing (error -161).',
    why: 'Its lock state is ReadOnly. A move needs a source that can be written to when it starts.',
    next: [
      {
        do: 'Find out who locked it and why, then unlock it.',
        who: 'source admin',
        command: 'Set-SPOSite -Identity {sourceUrl} -LockState Unlock',
      },
      dryRunAgain,
    ],
    known: ['The move failed with error -161.'],
  },
  {
    ...note,
    code: '-102',
    link: links.lockState,
    match: { on: 'service', codes: ['-102', '102'], text: /(?<![\w.-])-102(?![\w-])/u },
    what: 'Nobody can open the source (error -102).',
    why: 'Its lock state is NoAccess, mostly because the person lost the licence that includes OneDrive.',
    next: [
      { do: 'Assign a plan with SharePoint Plan 1 or 2 to the source account again.', who: 'licence admin' },
      {
        do: 'Check that the lock state is Unlock.',
        who: 'source admin',
        command: 'Get-SPOSite -Identity {sourceUrl} | Select-Object Url, LockState',
      },
      dryRunAgain,
    ],
    known: ['The move failed with error -102.'],
  },
  {
    ...note,
    code: 'invalidCharacter',
    match: { on: 'service', codes: ['invalidCharacter'], text: /invalid character/u },
    what: 'A name holds a character that this move cannot carry.',
    why: 'Known ones: an apostrophe in a user name or address, and a full stop in the mail nickname of a group.',
    next: [
      { do: 'Rename the account, site or group on the side that has the character.', who: 'source admin' },
      { do: 'If it is the target, rename it there and update the identity map.', who: 'target admin' },
      dryRunAgain,
    ],
    known: ['Invalid character in the user name.', 'The group name has an invalid character.'],
  },
];

const pasted = { ...note, match: { on: 'pasted' }, from: 'program' } as const satisfies Partial<Rule>;

/** From PowerShell and other tools: nothing here sends them, people paste them. */
export const pastedRules: readonly Rule[] = [
  {
    ...pasted,
    code: 'mapFileInUse',
    field: 'identityMap',
    link: links.identityMap,
    match: { on: 'pasted', text: /cannot access the file .*used by another process/u },
    what: 'The identity map file is open in another program.',
    why: 'Excel locks a file while it shows it, so PowerShell cannot read it.',
    next: [
      {
        do: 'Close the file, then upload it again.',
        who: 'target admin',
        command: 'Add-SPOTenantIdentityMap -IdentityMapPath <map.csv>',
      },
    ],
    known: [
      'Add-SPOTenantIdentityMap: The process cannot access the file C:\\map.csv because it is being used by another process.',
    ],
  },
  {
    ...pasted,
    code: 'mapRowDropped',
    field: 'identityMap',
    link: links.identityMap,
    match: { on: 'pasted', text: /identity map .*(uploaded|upload) .*(missing|dropped|silently)/u },
    what: 'Rows of an uploaded identity map are not there.',
    why: 'A row whose user type (column 6) is not RegularUser is dropped without a word, and the upload still succeeds.',
    next: [
      {
        do: 'Write RegularUser for users and SecurityGroup for groups in column 6, and upload everybody again.',
        who: 'target admin',
        command: 'Add-SPOTenantIdentityMap -IdentityMapPath <map.csv>',
      },
      {
        do: 'Read some rows back to be sure.',
        who: 'target admin',
        command: 'Get-SPOTenantIdentityMappingUser -Field SourceUserKey -Value {source}',
      },
    ],
    known: ['The identity map was uploaded but the entry is missing: rows were dropped silently.'],
  },
  {
    ...pasted,
    code: 'sharePointAppPermission',
    field: 'permission',
    exit: 4,
    link: links.permissions,
    match: { on: 'pasted', text: /access is denied.*(unauthorized|sites\.fullcontrol)|sites\.fullcontrol\.all/u },
    what: 'The app lacks a permission for SharePoint PowerShell.',
    why: 'App-only PowerShell needs SharePointCrossTenantMigration.Manage.All on Office 365 SharePoint Online, not on Graph.',
    next: [
      {
        do: 'Grant that permission on the resource Office 365 SharePoint Online, and consent to it, on both tenants.',
        who: 'sign-in admin',
      },
      { do: 'crossorg itself needs the permission of the same name on Microsoft Graph.', who: 'sign-in admin' },
    ],
    known: ['Access is denied. Unauthorized (app-only, with Sites.FullControl.All)'],
  },
  {
    ...pasted,
    code: 'trustRemovalRefused',
    field: 'trust',
    link: links.afterwards,
    match: { on: 'pasted', text: /remove spocrosstenantrelationship|trust removal/u },
    what: 'The trust can no longer be removed on the source.',
    why: 'The command stops working there once the licences of the source have expired.',
    next: [
      {
        do: 'Remove the trust on the target.',
        who: 'target admin',
        command:
          'Remove-SPOCrossTenantRelationship -Scenario MnA -PartnerRole Source -PartnerCrossTenantHostUrl {sourceHost}',
      },
      { do: 'For the source, assign a licence again for the time it takes, or open a case.', who: 'source admin' },
    ],
    known: ['Remove-SPOCrossTenantRelationship : trust removal no longer works on the source'],
  },
];
