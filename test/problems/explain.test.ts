import { describe, expect, it } from 'vitest';
import { explain, localFinding } from '../../src/problems/explain.ts';
import { http, network, task, unreadable } from './samples.ts';

const dana = { type: 'user', source: 'dana@contoso.com', target: 'dana@fabrikam.com' } as const;

describe('explaining a failure', () => {
  it('fills who and where into the words', () => {
    const found = explain(http(422, 'MnASiteMoveTargetUrlHasWriteConflict'), {
      ...dana,
      targetHost: 'https://fabrikam-my.sharepoint.com',
    });
    expect(found.what).toBe(
      'Something already exists at https://fabrikam-my.sharepoint.com/personal/dana_fabrikam_com.',
    );
    expect(found.next[0].command).toBe(
      'Get-SPOSite -Identity https://fabrikam-my.sharepoint.com/personal/dana_fabrikam_com',
    );
  });

  it('speaks neutrally of what is not known', () => {
    const found = explain(http(422, 'MnAIdentityMapEntryDoesNotExistsForSourceUPN'));
    expect(found.what).toBe('The source account is not in the identity map of the target tenant.');
    expect(found.next[0]).toEqual({
      do: 'Read the entry back on the target, to see what is there.',
      who: 'target admin',
      command: 'Get-SPOTenantIdentityMappingUser -Field SourceUserKey -Value <source>',
    });
  });

  it('calls a site a site and a group a group', () => {
    const failure = http(422, 'MnASiteMoveIsInprogressOrFinished');
    expect(explain(failure, { type: 'site' }).what).toContain('the source site');
    expect(explain(failure, { type: 'group' }).what).toContain('the source group');
  });

  it('keeps the raw pair and the ids of an unknown code', () => {
    const found = explain(http(422, 'MnASomethingNew', 'Nobody knows this.'), dana);
    expect(found).toMatchObject({
      code: 'MnASomethingNew',
      from: 'service',
      service: { status: 422, code: 'MnASomethingNew', message: 'Nobody knows this.' },
      requestId: '9d0c1111-0000-4000-8000-000000000001',
      clientRequestId: '77c22222-0000-4000-8000-000000000002',
    });
    expect(found.next.length).toBeGreaterThan(0);
  });

  it('names an unknown code of a failed task, and its status', () => {
    const found = explain(task('Xyz-9', 'No idea.', { rawStatus: 'failed' }), dana);
    expect(found).toMatchObject({
      code: 'Xyz-9',
      severity: 'error',
      service: { status: 200, code: 'Xyz-9', message: 'No idea.' },
    });
    expect(found.why).toContain('failed, with code Xyz-9');
  });

  it('gives a code of its own where the service gives none or a general one', () => {
    expect(explain(http(422)).code).toBe('http422');
    expect(explain(http(400, 'BadRequest')).code).toBe('http400');
  });

  it('keeps the words of the service, but cleans them', () => {
    const found = explain(http(422, 'A\u001b[31mB', 'one\r\ntwo \u001b]0;title\u0007three \u202Efour'));
    expect(found.service).toEqual({ status: 422, code: 'AB', message: 'one two three four' });
    expect(found.code).toBe('AB');
  });

  it('cleans what comes from files and tenants too', () => {
    const found = explain(http(422, 'MnATargetUserDoesNotExist'), { target: 'da\u001b[2Jna@x.com\u0007' });
    expect(found.what).toContain('dana@x.com does not exist');
  });

  it('says how long the service asks to wait, never less', () => {
    expect(explain(http(429, '', '', { retryAfterMs: 41_200 })).why).toContain('42 seconds');
    expect(explain(http(429, '', '', { retryAfterMs: 315_000 })).why).toContain('6 minutes');
    expect(explain(http(429)).why).toContain('a while');
  });

  it('treats an error on a task that still runs as a warning to leave alone', () => {
    const found = explain(task('MnAMoveJobWasNotCreated', '', { rawStatus: 'inProgress' }), dana);
    expect(found.severity).toBe('warning');
    expect(found.next[0].who).toBe('nobody');
  });

  it.each([
    { name: 'a lost answer', failure: network('reset', { call: 'create', reached: 'maybe' }), open: true },
    { name: 'a server fault', failure: http(500, '', '', { call: 'create' }), open: true },
    { name: 'a cut answer', failure: unreadable('cut', 200, 'create'), open: true },
    { name: 'a refusal', failure: http(422, '', '', { call: 'create' }), open: false },
    { name: 'a name that was not found', failure: network('dns', { call: 'create' }), open: false },
    { name: 'a lost answer to a read', failure: network('reset', { reached: 'maybe' }), open: false },
  ])('warns against sending a create again after $name: $open', ({ failure, open }) => {
    expect(explain(failure).next[0].do.startsWith('Do not send it again')).toBe(open);
  });

  it('keeps the id that support needs when no answer came', () => {
    expect(explain(network('timeout'))).toMatchObject({
      from: 'network',
      service: null,
      requestId: null,
      clientRequestId: '77c22222-0000-4000-8000-000000000002',
    });
  });
});

describe('commands in findings', () => {
  it.each([
    { name: 'a plain name stays as it is', source: 'dana@contoso.com', value: 'dana@contoso.com' },
    { name: 'an apostrophe is quoted', source: "d'arcy@contoso.com", value: '"d\'arcy@contoso.com"' },
    { name: 'a guest is quoted', source: 'x_y.com#EXT#@contoso.com', value: '"x_y.com#EXT#@contoso.com"' },
    { name: 'a name that would run something is left to the reader', source: 'a"; $(rm)@x.com', value: '<source>' },
    { name: 'so is one with curly quotes', source: 'a”b@x.com', value: '<source>' },
  ])('$name', ({ source, value }) => {
    const found = explain(http(422, 'MnAIdentityMapEntryTooManyForSourceUPN'), { source });
    expect(found.next[0].command).toBe(`Get-SPOTenantIdentityMappingUser -Field SourceUserKey -Value ${value}`);
  });
});

describe('findings of our own', () => {
  it('come from the catalogue with their words filled', () => {
    const found = localFinding('conflictOtherParameters', { ...dana, difference: 'target', taskId: '3ed6' });
    expect(found).toMatchObject({ code: 'conflictOtherParameters', field: 'task', from: 'check', severity: 'error' });
    expect(found.what).toBe('A task for dana@contoso.com is already queued, with other values. Nothing was sent.');
    expect(found.why).toContain('It differs in: target.');
    expect(found.next.map((step) => step.command)).toEqual(['crossorg watch 3ed6', 'crossorg cancel 3ed6']);
  });

  it('name a run as a run, known or not', () => {
    expect(localFinding('runNotFound', { run: 'r-1' }).what).toBe('Run r-1 is not recorded on this computer.');
    expect(localFinding('ledgerLocked').what).toBe('Another crossorg is working on the run.');
  });

  it('say times in the unit that fits', () => {
    expect(localFinding('stuck', { seconds: 7_300 }).what).toContain('for 3 hours');
    expect(localFinding('resendTooEarly', { seconds: 1 }).why).toContain('1 second.');
  });

  it('take the ids and the severity of the case', () => {
    expect(localFinding('unconfirmed', dana, { clientRequestId: 'c-1', severity: 'warning' })).toMatchObject({
      clientRequestId: 'c-1',
      requestId: null,
      severity: 'warning',
    });
  });
});
