import { describe, expect, it } from 'vitest';
import { isAboutTenant, retryClassOf } from '../../src/problems/explain.ts';
import type { Failure } from '../../src/problems/failure.ts';
import { findRule } from '../../src/problems/find-rule.ts';
import { http, network, task, unreadable } from './samples.ts';

type Row = { name: string; failure: Failure; code: string };

const precedence: Row[] = [
  {
    name: 'a code beats the text beside it',
    failure: http(422, 'MnAOdbOwnerUrlMismatch', 'Identity map entry does not exist'),
    code: 'MnAOdbOwnerUrlMismatch',
  },
  {
    name: 'a code is read without regard to case',
    failure: http(422, 'mnaodbownerurlmismatch'),
    code: 'MnAOdbOwnerUrlMismatch',
  },
  {
    name: 'a nested code beats the outer one',
    failure: http(422, 'MnATrustNoSetupForPartner', '', { innerCodes: ['x', 'MnATargetUpnIsInvalid'] }),
    code: 'MnATargetUpnIsInvalid',
  },
  {
    name: 'a code quoted in the message beats a wrapper',
    failure: http(422, 'MnAMoveJobCreationFailed', 'Job creation failed. Error: [MnAOdbUsersAreNotLicensed]'),
    code: 'MnAOdbUsersAreNotLicensed',
  },
  {
    name: 'a wrapper whose inner error is unknown stays itself',
    failure: task('MnAMoveJobCreationFailed', 'Error: [Xyz]'),
    code: 'MnAMoveJobCreationFailed',
  },
  {
    name: 'a clear text beats a code that says little',
    failure: http(
      403,
      'accessDenied',
      'The Cross-Tenant content move [MnASiteMove] feature is not enabled for this tenant.',
    ),
    code: 'FeatureIsNotEnabled',
  },
  {
    name: 'a clear text beats a bare status',
    failure: http(501, '', 'partners reside in the same SPO location'),
    code: 'MnAPartnersOnTheSameFarm',
  },
  { name: 'throttling is throttling whatever it says', failure: http(429, '', 'The queue is full'), code: 'http429' },
  {
    name: 'an expired sign-in is that whatever it says',
    failure: http(401, '', 'feature is not enabled'),
    code: 'http401',
  },
  {
    name: '"does not yet exist" is not "does not exist"',
    failure: http(422, '', 'OneDrive site for x does not yet exist.'),
    code: 'MnAOdbForSourceUPNDoesNotExistYet',
  },
  {
    name: 'a missing map entry is not a missing OneDrive',
    failure: http(422, '', "Identity map entry for the OneDrive of x doesn't exist"),
    code: 'MnAIdentityMapEntryDoesNotExistsForSourceUPN',
  },
  {
    name: 'a number inside an id is no error number',
    failure: http(422, '', 'Id 12345678-1612-4000-8000-000000000102 was refused'),
    code: 'http422',
  },
  { name: '409 while cancelling is too late', failure: http(409, '', '', { call: 'cancel' }), code: 'cancelTooLate' },
  { name: '409 while creating is a conflict', failure: http(409, '', '', { call: 'create' }), code: 'http409' },
  { name: '404 while reading is an unknown task', failure: http(404, '', '', { call: 'read' }), code: 'http404' },
  {
    name: '404 while creating is a missing interface',
    failure: http(404, '', '', { call: 'create' }),
    code: 'http404Service',
  },
  {
    name: '404 of a mapping is a missing mapping',
    failure: http(404, '', '', { call: 'mapping' }),
    code: 'mappingNotFound',
  },
  {
    name: '403 of a mapping is about the target',
    failure: http(403, '', '', { call: 'mapping' }),
    code: 'http403Mapping',
  },
  { name: 'a status nobody knows is still refused', failure: http(451), code: 'http4xx' },
  { name: 'a server status nobody knows is still a fault', failure: http(520), code: 'http5xx' },
  { name: 'an answer of no known kind has a rule too', failure: http(302), code: 'serviceUnknown' },
  { name: 'a task can carry a general code', failure: task('accessDenied'), code: 'http403' },
  { name: 'a failed dry run of unknown cause', failure: task('Xyz', '', { call: 'validate' }), code: 'dryRunProblem' },
  { name: 'a failed task without any word', failure: task('', ''), code: 'taskProblem' },
  { name: 'a refusal with an empty body speaks by its status', failure: unreadable('empty', 401), code: 'http401' },
  { name: 'a web page is a web page at any status', failure: unreadable('html', 503), code: 'unreadableHtml' },
  { name: 'an empty success is unreadable', failure: unreadable('empty', 200), code: 'unreadableEmpty' },
];

describe('finding a rule', () => {
  it.each(precedence)('$name', ({ failure, code }) => {
    expect(findRule(failure).code).toBe(code);
  });

  it('ends quickly with a message of a megabyte', () => {
    const started = performance.now();
    findRule(http(422, '', 'identity map entry '.repeat(60_000)));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('the breaker', () => {
  const about: { name: string; failure: Failure; tenant: boolean }[] = [
    { name: '401', failure: http(401), tenant: true },
    { name: '403', failure: http(403), tenant: true },
    { name: 'trust', failure: http(422, 'MnATrustNoSetupForPartner'), tenant: true },
    { name: 'the feature switch', failure: http(422, 'FeatureIsNotEnabled'), tenant: true },
    { name: 'Customer Key', failure: http(422, 'MnABYOKEnabledOnSourceTenant'), tenant: true },
    { name: 'the same farm', failure: http(501, '', 'same SPO location'), tenant: true },
    { name: 'a full queue', failure: http(422, '', 'The queue is full.'), tenant: true },
    { name: 'no network', failure: network('offline'), tenant: true },
    { name: 'a lost answer', failure: network('reset', { reached: 'maybe' }), tenant: false },
    { name: 'a licence', failure: http(422, 'MnAOdbUsersAreNotLicensed'), tenant: false },
    { name: 'a missing mapping', failure: http(422, 'MnAIdentityMapEntryDoesNotExistsForSourceUPN'), tenant: false },
    { name: 'an occupied target', failure: http(422, 'MnASiteMoveTargetUrlHasWriteConflict'), tenant: false },
    { name: 'throttling', failure: http(429), tenant: false },
    { name: 'an unknown code', failure: http(422, 'Xyz'), tenant: false },
  ];

  it.each(about)('counts $name as about the tenant: $tenant', ({ failure, tenant }) => {
    expect(isAboutTenant(failure)).toBe(tenant);
  });
});

describe('the retry class', () => {
  it.each([
    { name: 'throttling', failure: http(429), retry: 'repeat' },
    { name: 'a gateway timeout', failure: http(504), retry: 'repeat' },
    { name: 'a reset connection', failure: network('reset'), retry: 'repeat' },
    { name: 'a OneDrive being made', failure: http(422, 'MnAOdbForSourceUPNDoesNotExistYet'), retry: 'wait' },
    { name: 'a missing licence', failure: http(422, 'MnAOdbUsersAreNotLicensed'), retry: 'fix' },
    { name: 'a finished move', failure: http(422, 'MnASiteMoveIsInprogressOrFinished'), retry: 'never' },
  ])('of $name is $retry', ({ failure, retry }) => {
    expect(retryClassOf(failure)).toBe(retry);
  });
});
