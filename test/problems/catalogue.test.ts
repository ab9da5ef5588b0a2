import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/problems/catalogue/catalogue.ts';
import { findRule } from '../../src/problems/find-rule.ts';
import { lookUp } from '../../src/problems/look-up.ts';
import type { Rule } from '../../src/problems/rule.ts';
import { fill, fillSteps, type LocalContext, placeholders } from '../../src/problems/words.ts';
import { http, sampleFor, task } from './samples.ts';

const documented = [
  'FeatureIsNotEnabled',
  'MnATrustNoSetupForPartner',
  'MnAReverseTrustNeedsRequiredPartnerRole',
  'MnATrustWrongCmdletUsage',
  'MnAFatalErrorAdminSiteCouldNotBeUsedAsMySiteHost',
  'MnAOdbFailedToGetUrlForSourceUPN',
  'MnAOdbForSourceUPNDoesNotExist',
  'MnAOdbForSourceUPNDoesNotExistYet',
  'MnAOdbOwnerUrlMismatch',
  'MnAIdentityMapEntryDoesNotExistsForSourceUPN',
  'MnAIdentityMapEntryTooManyForSourceUPN',
  'MnAIdentityMapEntryDoesNotMatchRequest',
  'MnAOdbUsersAreNotLicensed',
  'MnATargetUpnIsInvalid',
  'MnATargetUserDoesNotExist',
  'MnATargetUserIsNotSpoEnabled',
  'MnATargetDomainIsAlreadyInSourceSiteUsers',
  'MnASiteMoveTargetUrlHasWriteConflict',
  'MnATargetUrlNotValidForRename',
  'MnABYOKEnabledOnSourceTenant',
  'MnAPartnersOnTheSameFarm',
  'MnAPartnersFarmsAreIncompatible',
  'MnATargetSideEnvironmentHasConditionsThatBlockTheMove',
  'MnAMoveJobWasNotCreated',
  'MnAMoveJobCreationFailed',
  'MnASiteMoveIsInprogressOrFinished',
];

const orchestrator = [
  ...['IM-003', 'MIGR-001', 'MIGR-002', 'MIGR-003', 'MIGR-004', 'CTM-001', 'CTM-002'],
  ...['CTM-100', 'CTM-101', 'CTM-102', 'CTM-103', 'CTM-104'],
];

const signIn = [
  ...['50005', '50011', '50020', '50034', '50057', '50059', '50076', '50079', '50105', '50126', '50158', '50173'],
  ...['53000', '53001', '53002', '53003', '530032', '530084', '65001', '65004', '70011', '70020', '70043', '90002'],
  ...['90094', '500011', '500208', '700016', '700027', '700082', '7000112', '7000215', '7000218', '7000222', '9002327'],
].map((number) => `AADSTS${number}`);

const others = [
  ...['http400', 'requiredParameterMissing', 'http401', 'http403', 'http404', 'http408', 'cancelTooLate', 'http409'],
  ...['http410', 'http422', 'http429', 'http500', 'http501', 'http502', 'http503', 'http504', '-161', '-102'],
  ...['invalidCharacter', 'mapFileInUse', 'mapRowDropped', 'sharePointAppPermission', 'trustRemovalRefused'],
];

const usual: LocalContext = {
  type: 'user',
  source: 'dana.meyer@contoso.com',
  target: 'dana.meyer@fabrikam.com',
  sourceTenant: 'Contoso Limited',
  targetTenant: 'Fabrikam GmbH',
  sourceHost: 'https://contoso-my.sharepoint.com',
  targetHost: 'https://fabrikam-my.sharepoint.com',
  taskId: '3ed63333-0000-4000-8000-000000000003',
  seconds: 315,
  difference: 'target, start, latest start',
  path: '/home/dana/.local/state/crossorg/r-20261205.db',
  run: 'r-20261205-2211',
  what: 'dana.meyer@contoso.com',
  expected: 'Contoso Limited',
  actual: '78d010af-72cb-412f-8779-18ce9b5f553b',
  side: 'source',
  tenant: 'Contoso Limited',
  app: 'app 3f2a9c1e-0000-4000-8000-000000000001',
  code: 'code SomethingNew',
  status: 'inProgress',
  detail: 'AADSTS50076 multi-factor authentication is needed',
};

/** Findings are indented on screen, so texts get 67 of the 79 columns. */
const columns = 67;

function linesOf(text: string): number {
  const words = text.split(' ');
  return words.reduce(
    ({ lines, used }, word) =>
      used + 1 + word.length > columns
        ? { lines: lines + 1, used: word.length }
        : { lines, used: used + 1 + word.length },
    { lines: 1, used: -1 },
  ).lines;
}

const textsOf = (rule: Rule): string[] => [rule.what, rule.why, ...rule.next.map((step) => step.do)];

const blame = [
  /!/u,
  /\byou (must|failed|forgot|should have)\b/iu,
  /\byour (fault|mistake|error)\b/iu,
  /wrong of you/iu,
];
const empty = [/^invalid input\.?$/iu, /\billegal\b/iu, /\boops\b/iu, /\bsorry\b/iu, /\bplease\b/iu, /\bfatal\b/iu];

describe('the catalogue', () => {
  it.each([...documented, ...orchestrator, ...signIn, ...others])('has a rule for %s', (code) => {
    expect(catalogue.map((rule) => rule.code)).toContain(code);
  });

  it('names every code once', () => {
    const codes = catalogue.map((rule) => rule.code.toLowerCase());
    expect(codes).toEqual([...new Set(codes)]);
  });
});

describe.each(catalogue.map((rule) => ({ name: rule.code, rule })))('the rule $name', ({ rule }) => {
  it('has a what, a why and a next, each a sentence', () => {
    for (const text of textsOf(rule)) expect(text).toMatch(/^(?:[A-Z{"-]|crossorg).{8,}(?:[.?]|\{\w+\}|\/error)$/u);
  });

  it('stays within two lines for the why and three for each step', () => {
    expect(linesOf(fill(rule.what, usual)), rule.what).toBeLessThanOrEqual(2);
    expect(linesOf(fill(rule.why, usual)), rule.why).toBeLessThanOrEqual(2);
    for (const step of fillSteps(rule.next, usual)) expect(linesOf(step.do), step.do).toBeLessThanOrEqual(3);
  });

  it('reads well when nothing is known', () => {
    for (const text of textsOf(rule)) expect(fill(text, {})).not.toMatch(/^(?!crossorg)[a-z]|\{|\}|undefined|null/u);
  });

  it('uses known placeholders only', () => {
    const all = [...textsOf(rule), ...rule.next.map((step) => step.command ?? '')].join(' ');
    for (const [, name] of all.matchAll(/\{(\w+)\}/gu)) expect(Object.keys(placeholders)).toContain(name);
  });

  it('blames nobody and does not shout', () => {
    for (const text of textsOf(rule)) for (const word of [...blame, ...empty]) expect(text).not.toMatch(word);
  });

  it('links to Microsoft Learn or nowhere', () => {
    if (rule.link !== null) expect(rule.link).toMatch(/^https:\/\/learn\.microsoft\.com\/[a-z0-9/-]+$/u);
    expect(rule.link === null || rule.link.length > 0).toBe(true);
  });

  it('is reached by what it describes', () => {
    const sample = sampleFor(rule);
    if (sample !== null) expect(findRule(sample).code).toBe(rule.code);
    else expect(lookUp(rule.code)[0]?.code).toBe(rule.code);
  });

  it('is found again by its code and by each wording it knows', () => {
    expect(lookUp(rule.code).map((entry) => entry.code)).toContain(rule.code);
    for (const wording of rule.known) expect(lookUp(wording)[0]?.code, wording).toBe(rule.code);
  });
});

const byText = catalogue.filter((rule) => rule.match.on === 'service' && rule.match.text);

describe('wordings without a code', () => {
  const wordings = byText.flatMap((rule) => rule.known.map((wording) => ({ wording, code: rule.code })));

  it.each(wordings)('"$wording" means $code in a refused request', ({ wording, code }) => {
    const status = code === 'requiredParameterMissing' ? 400 : 422;
    expect(findRule(http(status, 'UnprocessableEntity', wording)).code).toBe(code);
  });

  it.each(wordings)('"$wording" means $code on a failed task', ({ wording, code }) => {
    expect(findRule(task('generalException', wording)).code).toBe(code);
  });
});

describe('commands for SharePoint PowerShell', () => {
  const commands = catalogue.flatMap((rule) =>
    rule.next.flatMap((step) => (step.command ? [{ who: step.who, command: step.command }] : [])),
  );

  it('use only commands that exist', () => {
    const cmdlets = [
      ...['Set-SPOCrossTenantRelationship', 'Verify-SPOCrossTenantRelationship', 'Remove-SPOCrossTenantRelationship'],
      ...[
        'Get-SPOCrossTenantHostUrl',
        'Get-SPOCrossTenantCompatibilityStatus',
        'Get-SPOCrossTenantUserContentMoveState',
      ],
      ...[
        'Add-SPOTenantIdentityMap',
        'Get-SPOTenantIdentityMappingUser',
        'Find-SPOCrossTenantLongFilePathsForSiteRename',
      ],
      ...['Get-SPOSite', 'Set-SPOSite', 'Get-SPODeletedSite', 'Get-SPOUser', 'Remove-SPOUser'],
    ];
    for (const { command } of commands) expect(['crossorg', 'openssl', ...cmdlets]).toContain(command.split(' ')[0]);
  });

  it('name the partner: the source speaks of the target and the target of the source', () => {
    const relationship = commands.filter(({ command }) => command.includes('CrossTenantRelationship'));
    expect(relationship.length).toBeGreaterThan(3);
    for (const { who, command } of relationship)
      expect(command).toContain(who === 'source admin' ? '{targetHost}' : '{sourceHost}');
  });

  it('leave everything about the identity map to the target admin', () => {
    const map = commands.filter(({ command }) => /IdentityMap/u.test(command));
    expect(map.length).toBeGreaterThan(5);
    for (const { who } of map) expect(who).toBe('target admin');
  });
});
