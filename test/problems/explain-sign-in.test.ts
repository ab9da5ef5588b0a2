import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/problems/catalogue/catalogue.ts';
import { explainRefusal, type Refusal } from '../../src/problems/explain-sign-in.ts';
import { findRule } from '../../src/problems/find-rule.ts';
import { http } from './samples.ts';

const refusal = (more: Partial<Refusal>): Refusal => ({
  code: 'AADSTS53003',
  error: 'invalid_grant',
  message: "AADSTS53003: Access has been blocked for 'dana@contoso.com'. Trace ID: 1 Correlation ID: 2",
  correlationId: '77c22222-0000-4000-8000-000000000002',
  traceId: '9d0c1111-0000-4000-8000-000000000001',
  ...more,
});

describe('explaining a refused sign-in', () => {
  it('goes by the number and keeps the raw words and ids', () => {
    const found = explainRefusal(refusal({}), { side: 'target', tenant: 'Fabrikam' });
    expect(found).toMatchObject({
      code: 'AADSTS53003',
      from: 'signIn',
      severity: 'error',
      what: 'A Conditional Access policy of Fabrikam blocks this sign-in.',
      service: { status: null, code: 'AADSTS53003', message: refusal({}).message },
      requestId: '9d0c1111-0000-4000-8000-000000000001',
      clientRequestId: '77c22222-0000-4000-8000-000000000002',
    });
    expect(found.next[0].command).toBe('crossorg login --side target --auth browser');
  });

  it('names the app and the tenant where one of the two is wrong', () => {
    const found = explainRefusal(refusal({ code: 'AADSTS700016' }), {
      tenant: 'Contoso (8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10)',
      app: 'app 3f2a9c1e-0000-4000-8000-000000000001',
    });
    expect(found.what).toBe(
      'There is no app 3f2a9c1e-0000-4000-8000-000000000001 in Contoso (8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10).',
    );
  });

  it('goes by the word of OAuth where there is no number', () => {
    const code = 'authorization_declined';
    expect(explainRefusal(refusal({ code, error: code, message: '' }), {}).code).toBe('access_denied');
  });

  it('tells a number that is not known in the words of the service, and not by the word beside it', () => {
    const found = explainRefusal(
      refusal({ code: 'AADSTS99999', message: 'AADSTS99999: Nobody knows. Trace ID: 1' }),
      {},
    );
    expect(found).toMatchObject({ code: 'signInFailed', service: { code: 'AADSTS99999' } });
    expect(found.why).toBe('The sign-in service says: AADSTS99999 Nobody knows.');
  });

  const unknown = { code: 'AADSTS99999', message: 'AADSTS99999: Nobody knows. Trace ID: 1' };
  const suberrors: { name: string; given: Partial<Refusal>; code: string }[] = [
    { name: 'that nobody can heal', given: { ...unknown, suberror: 'message_only' }, code: 'message_only' },
    { name: 'that wants consent', given: { ...unknown, suberror: 'consent_required' }, code: 'consent_required' },
    { name: 'of a password', given: { ...unknown, suberror: 'user_password_expired' }, code: 'AADSTS50055' },
    { name: 'that wants a person', given: { ...unknown, suberror: 'basic_action' }, code: 'interaction_required' },
    { name: 'nobody has heard of', given: { ...unknown, suberror: 'new_word' }, code: 'signInFailed' },
    { name: 'beside a known number', given: { suberror: 'message_only' }, code: 'AADSTS53003' },
    {
      name: 'beside a word alone',
      given: { code: 'invalid_grant', error: 'invalid_grant', message: '', suberror: 'message_only' },
      code: 'message_only',
    },
  ];
  it.each(suberrors)('goes by a suberror $name as far as it says more: $code', ({ given, code }) => {
    expect(explainRefusal(refusal(given), {})).toMatchObject({ code, service: { code: refusal(given).code } });
  });

  it('sends nobody to sign in again where that does not help', () => {
    const found = explainRefusal(refusal({ ...unknown, suberror: 'message_only' }), {});
    expect(found.next[0].who).toBe('sign-in admin');
  });

  it('knows the same refusal when a call could not renew its sign-in', () => {
    expect(findRule(http(401, 'AADSTS50173')).code).toBe('AADSTS50173');
    expect(findRule(http(401, 'interaction_required')).code).toBe('interaction_required');
    expect(findRule(http(400, 'invalid_grant')).code).toBe('http400');
    expect(findRule(http(401, 'InvalidAuthenticationToken')).code).toBe('http401');
  });
});

describe('the catalogue of sign-in errors', () => {
  const rules = catalogue.flatMap((rule) => (rule.match.on === 'signIn' ? [{ rule, codes: rule.match.codes }] : []));

  it('names each code once', () => {
    const all = rules.flatMap(({ codes }) => codes.map((code) => code.toLowerCase()));
    expect(all).toEqual([...new Set(all)]);
  });

  it('has numbers before words, so that a message with both means the number', () => {
    const kinds = rules.map(({ rule }) => rule.code.startsWith('AADSTS'));
    expect(kinds.indexOf(false)).toBeGreaterThan(kinds.lastIndexOf(true));
  });

  it('sends nobody back to a code typed elsewhere where that is what was blocked', () => {
    for (const code of ['AADSTS50005', 'AADSTS53000', 'AADSTS53001', 'AADSTS53003', 'AADSTS530032'])
      expect(explainRefusal(refusal({ code }), {}).next[0].command).toContain('--auth browser');
  });
});
