import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { dryRunAgain } from './steps.ts';

const identityMap = {
  about: 'service',
  from: 'service',
  field: 'identityMap',
  link: links.identityMap,
  retry: 'fix',
  exit: 3,
  breaker: false,
} as const satisfies Partial<Rule>;

const readBack = 'Get-SPOTenantIdentityMappingUser -Field SourceUserKey -Value {source}';
const upload = 'Add-SPOTenantIdentityMap -IdentityMapPath <map.csv>';

export const identityMapRules: readonly Rule[] = [
  {
    ...identityMap,
    code: 'MnAIdentityMapEntryDoesNotExistsForSourceUPN',
    match: { on: 'service', text: /identity map(ping)? entry .*(does not exist|not found|is missing)/u },
    what: '{source} is not in the identity map of {targetTenant}.',
    why: 'It was not uploaded, went to another geography, or its row was dropped: column 6 must be RegularUser.',
    next: [
      {
        do: 'Read the entry back on the target, to see what is there.',
        who: 'target admin',
        command: readBack,
      },
      {
        do: 'Upload the map again with everybody in it: an upload replaces the whole map. Close the file in Excel first.',
        who: 'target admin',
        command: upload,
      },
      { do: 'Or add this one person to it.', who: 'target admin', command: 'crossorg mapping apply <map.csv>' },
      dryRunAgain,
    ],
    known: [
      'Identity map entry for source UPN dana@contoso.com does not exist on the target tenant.',
      "Identity map entry for source UPN dana@contoso.com doesn't exist on the target tenant.",
    ],
  },
  {
    ...identityMap,
    code: 'MnAIdentityMapEntryTooManyForSourceUPN',
    match: { on: 'service', text: /(more than one|too many|multiple|duplicate) (identity map(ping)? )?entr(y|ies)/u },
    what: '{source} is in the identity map of {targetTenant} more than once.',
    why: 'The service wants one row for each source, and does not choose between several.',
    next: [
      { do: 'Read the entries back on the target.', who: 'target admin', command: readBack },
      {
        do: 'Keep one row and upload the map again, with everybody in it: an upload replaces the whole map.',
        who: 'target admin',
        command: upload,
      },
      dryRunAgain,
    ],
    known: ['There is more than one identity map entry for source UPN [{0}].'],
  },
  {
    ...identityMap,
    code: 'MnAIdentityMapEntryDoesNotMatchRequest',
    match: { on: 'service', text: /entry .*does not (correspond|match)/u },
    what: 'The identity map sends {source} to another target than this move.',
    why: 'The request names {target}. The map and the request must name the same person.',
    next: [
      { do: 'Read on the target where the map sends this person.', who: 'target admin', command: readBack },
      { do: 'If the map is right, change the target of this move.', who: 'you' },
      {
        do: 'If the move is right, correct the row and upload the map again, with everybody in it.',
        who: 'target admin',
        command: upload,
      },
    ],
    known: ["The identity map entry doesn't correspond to the requested target UPN [{1}]."],
  },
  {
    ...identityMap,
    code: 'mappingNotFound',
    match: { on: 'service', statuses: [404], calls: ['mapping'] },
    what: '{targetTenant} has no mapping for {source}.',
    why: 'Without one, the person keeps no access after the move, and a move of this person is refused.',
    next: [
      { do: 'Add the mapping on the target.', who: 'target admin', command: 'crossorg mapping apply <map.csv>' },
      { do: 'Check that the sign-in is to the target tenant.', who: 'you', command: 'crossorg whoami' },
    ],
    known: ['No mapping was found for this user.'],
  },
];
