import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/problems/catalogue/catalogue.ts';
import { allEntries } from '../../src/problems/look-up.ts';
import { Caller, type MoveOptions, moveOf, type Wanted, ways } from './caller.ts';

/** How a code is met: in which world, with which sign-in, moving what, in which call. */
type Meeting = Wanted & MoveOptions & { code: string; source?: string; call?: keyof typeof ways };

const fabrikam = new Caller().world.target.id;

const identityMap: Meeting[] = [
  { code: 'MnAIdentityMapEntryDoesNotExistsForSourceUPN', source: 'nora' },
  { code: 'MnAIdentityMapEntryTooManyForSourceUPN', source: 'duncan' },
  { code: 'MnAIdentityMapEntryDoesNotMatchRequest', scenario: 'identity-map-mismatch' },
  { code: 'mappingNotFound', source: 'nora', call: 'read the mapping', token: { tid: fabrikam } },
];

const ofOneMove: Meeting[] = [
  { code: 'MnAOdbUsersAreNotLicensed', scenario: 'licence-missing' },
  { code: 'MnATargetUpnIsInvalid', target: 'dana+new@fabrikam.com' },
  { code: 'MnATargetUserDoesNotExist', source: 'tess' },
  { code: 'MnATargetUserIsNotSpoEnabled', source: 'noel' },
  { code: 'MnATargetDomainIsAlreadyInSourceSiteUsers', source: 'gus' },
  { code: 'MnASiteMoveTargetUrlHasWriteConflict', source: 'faye', call: 'create and follow' },
  { code: 'MnATargetUrlNotValidForRename', source: 'Deep', kind: 'site' },
  { code: '-161', source: 'carl', call: 'create and follow' },
  { code: '-102', source: 'nils' },
  { code: 'invalidCharacter', source: 'hr.team', kind: 'group' },
  { code: 'MnAOdbFailedToGetUrlForSourceUPN', source: 'nobody' },
  { code: 'MnAOdbForSourceUPNDoesNotExistYet', source: 'yara' },
  { code: 'MnAOdbForSourceUPNDoesNotExist', source: 'otto' },
  { code: 'MnAOdbOwnerUrlMismatch', source: 'owen' },
  { code: 'MnAMoveJobWasNotCreated', source: 'newsletter', kind: 'group' },
  { code: 'MnAMoveJobCreationFailed', source: 'milo', call: 'create and follow' },
  { code: 'MnASiteMoveIsInprogressOrFinished', call: 'create, once more while it runs' },
  { code: 'cancelTooLate', call: 'cancel while it runs' },
  { code: 'dryRunProblem', scenario: 'failed-dry-runs', source: 'ole' },
  { code: 'taskProblem', source: 'ida', call: 'create and follow' },
];

const ofBothTenants: Meeting[] = [
  { code: 'FeatureIsNotEnabled', scenario: 'feature-off' },
  { code: 'MnABYOKEnabledOnSourceTenant', scenario: 'customer-key' },
  { code: 'MnAPartnersOnTheSameFarm', scenario: 'same-farm' },
  { code: 'MnAPartnersFarmsAreIncompatible', scenario: 'farms-incompatible' },
  { code: 'MnATargetSideEnvironmentHasConditionsThatBlockTheMove', scenario: 'target-blocked' },
  { code: 'queueFull', scenario: 'queue-full' },
  { code: 'requiredParameterMissing', scenario: 'new-requirement' },
  { code: 'MnATrustNoSetupForPartner', scenario: 'trust-missing' },
  { code: 'MnAReverseTrustNeedsRequiredPartnerRole', scenario: 'trust-both-ways' },
  { code: 'MnATrustWrongCmdletUsage', scenario: 'wrong-side', token: { tid: fabrikam } },
  { code: 'MnAFatalErrorAdminSiteCouldNotBeUsedAsMySiteHost', host: 'fabrikam-admin' },
  { code: 'http401', scenario: 'expired-sign-in', call: 'create after a read' },
  { code: 'http403', token: { scopes: [] } },
  { code: 'http403Mapping', call: 'read the mapping' },
];

const odd = { scenario: 'odd-statuses' } as const;

const statuses: Meeting[] = [
  { code: 'http404', call: 'read by id' },
  { code: 'http404Service', ...odd, seed: 19 },
  { code: 'http408', ...odd, seed: 4 },
  { code: 'http429', scenario: 'throttled', call: 'create' },
  { code: 'http500', scenario: 'server-errors', seed: 2 },
  { code: 'http502', scenario: 'server-errors', seed: 1, call: 'create' },
  { code: 'http503', scenario: 'server-errors', seed: 6, call: 'create' },
  { code: 'http504', scenario: 'server-errors', seed: 17, call: 'create' },
  { code: 'http501', ...odd, seed: 11 },
  { code: 'http400', ...odd, seed: 33 },
  { code: 'http409', ...odd, seed: 15 },
  { code: 'http410', ...odd, seed: 13 },
  { code: 'http422', ...odd, seed: 7 },
  { code: 'http4xx', ...odd, seed: 1 },
  { code: 'http5xx', ...odd, seed: 8 },
  { code: 'serviceUnknown', ...odd, seed: 2 },
];

const down = { scenario: 'network-down' } as const;

const network: Meeting[] = [
  { code: 'networkDns', ...down, seed: 5 },
  { code: 'networkRefused', ...down, seed: 3 },
  { code: 'networkTls', ...down, seed: 6 },
  { code: 'networkProxy', ...down, seed: 10 },
  { code: 'networkProxyAuth', ...down, seed: 4 },
  { code: 'networkProxyDown', ...down, seed: 12 },
  { code: 'networkOffline', ...down, seed: 1 },
  { code: 'networkOther', ...down, seed: 9 },
  { code: 'networkReset', scenario: 'lost-before', call: 'create' },
  { code: 'networkTimeout', scenario: 'timeouts', call: 'create' },
  { code: 'networkRedirect', scenario: 'redirect' },
  { code: 'unreadableHtml', scenario: 'proxy-html' },
  { code: 'unreadableCut', scenario: 'cut-body', call: 'create' },
  { code: 'unreadableEmpty', scenario: 'empty-body' },
  { code: 'unreadableType', scenario: 'wrong-types', call: 'create' },
  { code: 'unreadableText', scenario: 'plain-text' },
];

const table = [...identityMap, ...ofOneMove, ...ofBothTenants, ...statuses, ...network];

/** Nothing that crossorg sends is answered with these: people paste them from elsewhere. */
const pastedOnly: Record<string, string> = {
  mapFileInUse: 'Windows says it to PowerShell when Excel has the file of the identity map open',
  mapRowDropped: 'nobody says it: people describe it after an upload by PowerShell',
  sharePointAppPermission: 'SharePoint says it to PowerShell that is signed in as an app',
  trustRemovalRefused: 'PowerShell says it when a trust is removed',
};

/** Only a sign-in meets these. */
const signInOnly: Record<string, string> = {
  networkPage: 'a page in place of an answer of Graph is told with the call that it spoiled',
};

describe('every code of the catalogue', () => {
  it.each(table)('$code is met by a call of ours', async ({ code, source = 'dana', call = 'dry run', ...how }) => {
    const finding = await ways[call](new Caller(how), moveOf(source, how));
    expect(finding?.code).toBe(code);
  });

  it('of the service and of the way to it is in the table, or only ever pasted', () => {
    const met = new Set([...table.map(({ code }) => code), ...Object.keys(pastedOnly), ...Object.keys(signInOnly)]);
    const ofCalls = allEntries().filter(({ about }) => about === 'service' || about === 'network');
    expect([...met].sort()).toEqual(ofCalls.map(({ code }) => code).sort());
  });

  it('is only pasted where its rule says so', () => {
    const rules = catalogue.filter(({ match }) => match.on === 'pasted');
    expect(Object.keys(pastedOnly)).toEqual(rules.map(({ code }) => code));
  });
});

describe('what the catalogue has no word for', () => {
  const unheardOf: { name: string; how: Wanted; source: string; call: keyof typeof ways; code: string }[] = [
    { name: 'a new code of a dry run', how: {}, source: 'uma', call: 'dry run', code: 'SomethingNew' },
    {
      name: 'a new code of a failed dry run',
      how: { scenario: 'failed-dry-runs' },
      source: 'uma',
      call: 'dry run',
      code: 'SomethingNew',
    },
    { name: 'a new code of a running task', how: {}, source: 'rex', call: 'create and follow', code: 'Rescheduled' },
    {
      name: 'a dry run that ends in a new word',
      how: { scenario: 'unknown-dry-run' },
      source: 'dana',
      call: 'dry run',
      code: 'dryRunInconclusive',
    },
    {
      name: 'a task that ends in a new word',
      how: { scenario: 'unknown-status' },
      source: 'dana',
      call: 'create and follow',
      code: 'taskEndedUnknown',
    },
  ];

  it.each(unheardOf)('$name keeps its name', async ({ how, source, call, code }) => {
    expect(await ways[call](new Caller(how), moveOf(source))).toMatchObject({ code });
  });
});
