import { describe, expect, it } from 'vitest';
import { appOfEnv } from '../../src/auth/app-of-env.ts';
import { readEnvelope, summaryOf } from '../../src/auth/envelope.ts';
import { explainSignIn } from '../../src/auth/explain-sign-in.ts';
import { failureOfError, failureOfRenewal } from '../../src/auth/failure-of-error.ts';
import { keptSummary } from '../../src/auth/kept-summary.ts';
import { createSignInNetwork } from '../../src/auth/network.ts';
import { readRefusal } from '../../src/auth/service-refusal.ts';
import { askOf, authorityOf, knownAuthorities, plainScopes } from '../../src/auth/sign-in-ask.ts';
import type { SignInFailure } from '../../src/auth/sign-in-failure.ts';
import { readToken } from '../../src/auth/token.ts';
import type { Env, Fetch } from '../../src/ports/ports.ts';
import { exitCodeFor } from '../../src/problems/exit.ts';
import { contoso } from '../support/oidc.ts';
import { fakePorts } from '../support/ports.ts';
import { profileAt } from '../support/signing-in.ts';
import { tokenOf } from '../support/token-matrix.ts';

const profile = profileAt('https://login.example.com/', { authority: null });

describe('who is asked', () => {
  const rows = [
    { name: "Microsoft's own", authority: null, address: `https://login.microsoftonline.com/${contoso}`, known: [] },
    {
      name: "Microsoft's own, by name",
      authority: 'https://login.microsoftonline.com/',
      address: `https://login.microsoftonline.com/${contoso}`,
      known: [],
    },
    {
      name: 'another one',
      authority: 'https://Login.Example.com:8443/',
      address: `https://login.example.com:8443/${contoso}`,
      known: ['login.example.com:8443'],
    },
  ];
  it.each(rows)('is $name, with the tenant at its end', ({ authority, address, known }) => {
    const ask = askOf({ ...profile, authority }, 'source');
    expect(authorityOf(ask)).toBe(address);
    expect(knownAuthorities(ask)).toEqual(known);
  });

  it('scopes are told without the name of Graph and without those of every sign-in', () => {
    const scopes = ['https://graph.microsoft.com/A.Read', 'https://GRAPH.microsoft.com/.default', 'openid', 'B', ''];
    expect(plainScopes(scopes)).toEqual(['A.Read', 'B']);
  });
});

describe('an app of the environment', () => {
  const [tenant, client] = [{ CROSSORG_TENANT_ID: contoso.toUpperCase() }, { CROSSORG_CLIENT_ID: 'app' }];
  const [secret, certificate] = [{ CROSSORG_CLIENT_SECRET: 's' }, { CROSSORG_CLIENT_CERTIFICATE: '/a.pem' }];
  const appProfile = { ...profile, auth: 'certificate' as const };
  const rows: { name: string; env: Env; in?: typeof profile | null; found: object }[] = [
    { name: 'nothing set', env: {}, found: { app: 'none' } },
    { name: 'blanks', env: { CROSSORG_TENANT_ID: ' ' }, found: { app: 'none' } },
    {
      name: 'all by secret',
      env: { ...tenant, ...client, ...secret },
      found: { app: 'ask', ask: { method: 'secret', tenantId: contoso, profile: null } },
    },
    {
      name: 'both, a certificate',
      env: { ...tenant, ...client, ...secret, ...certificate },
      found: { ask: { method: 'certificate' } },
    },
    {
      name: 'both, but the profile says secret',
      env: { ...tenant, ...client, ...secret, ...certificate },
      in: { ...profile, auth: 'secret' },
      found: { ask: { method: 'secret' } },
    },
    {
      name: 'a secret alone',
      env: secret,
      found: { app: 'incomplete', missing: ['CROSSORG_TENANT_ID', 'CROSSORG_CLIENT_ID'] },
    },
    {
      name: 'a tenant alone',
      env: tenant,
      found: {
        app: 'incomplete',
        missing: ['CROSSORG_CLIENT_ID', 'CROSSORG_CLIENT_SECRET or CROSSORG_CLIENT_CERTIFICATE'],
      },
    },
    { name: 'a certificate alone, for a profile of an app', env: certificate, in: appProfile, found: { app: 'none' } },
    {
      name: 'another client, for a profile of an app',
      env: { ...client, ...certificate },
      in: appProfile,
      found: { ask: { tenantId: contoso, clientId: 'app', method: 'certificate' } },
    },
    {
      name: 'a tenant that is no id',
      env: { ...client, ...secret, CROSSORG_TENANT_ID: 'contoso.com' },
      found: { app: 'unreadable', tenant: 'contoso.com' },
    },
  ];
  it.each(rows)('with $name', ({ env, in: within = null, found }) => {
    expect(appOfEnv(env, within)).toMatchObject(found);
  });

  it('asks the authority of the profile', () => {
    const found = appOfEnv({ ...tenant, ...client, ...secret }, { ...profile, authority: 'https://login.example.com' });
    expect(found).toMatchObject({ ask: { authority: 'https://login.example.com' } });
  });
});

describe("the sign-in service's refusal", () => {
  const ids = { trace: '11111111-1111-4111-8111-111111111111', correlation: '22222222-2222-4222-8222-222222222222' };
  const rows: { name: string; body: unknown; read: object | null }[] = [
    {
      name: 'is read with its number',
      body: { error: 'invalid_grant', error_codes: [50076], error_description: 'x' },
      read: { code: 'AADSTS50076', error: 'invalid_grant' },
    },
    {
      name: 'is read with the number in its text',
      body: {
        error: 'a',
        error_description: `AADSTS700016: no app. Trace ID: ${ids.trace} Correlation ID: ${ids.correlation}`,
      },
      read: { code: 'AADSTS700016', traceId: ids.trace, correlationId: ids.correlation },
    },
    {
      name: 'is read with what Microsoft adds to its word',
      body: { error: 'invalid_grant', error_codes: [53003], suberror: 'message_only' },
      read: { code: 'AADSTS53003', suberror: 'message_only' },
    },
    {
      name: 'is read without a number',
      body: { error: 'access_denied' },
      read: { code: 'access_denied', message: '', traceId: null, correlationId: null },
    },
    {
      name: 'has only ids that are ids',
      body: { error: 'a', trace_id: '<b>', correlation_id: 7 },
      read: { traceId: null, correlationId: null },
    },
    {
      name: 'is cleaned',
      body: { error: 'a', error_description: '\u001b[31mred\nline' },
      read: { message: 'red line' },
    },
    { name: 'is not there in a token answer', body: { access_token: 'x' }, read: null },
    { name: 'is not there in a list', body: ['error'], read: null },
    { name: 'is not there when it is no text', body: { error: {} }, read: null },
  ];
  it.each(rows)('$name', ({ body, read }) => {
    if (read === null) expect(readRefusal(body)).toBeNull();
    else expect(readRefusal(body)).toMatchObject(read);
  });
});

describe('the way to the sign-in service', () => {
  const { clock } = fakePorts().ports;
  const answering = (answer: () => Response | Promise<Response>) => {
    const asked: { url: string; body: string | undefined }[] = [];
    const slept: number[] = [];
    const fetch: Fetch = async (url, { body }) => {
      asked.push({ url, body });
      return await answer();
    };
    // A pause passes at once; the time limit never comes.
    const sleep = (ms: number): Promise<void> => {
      slept.push(ms);
      return ms === 30_000 ? new Promise(() => undefined) : Promise.resolve();
    };
    return { ...createSignInNetwork({ fetch, clock: { ...clock, sleep } }), asked, slept };
  };
  const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status });
  const post = 'https://login.example.com/token';

  it('speaks of the device grant as the standard does', async () => {
    const { module, asked } = answering(() => json({}));
    await module.sendPostRequestAsync(post, { body: 'a=b&grant_type=device_code&c=grant_type' });
    expect(asked[0]?.body).toBe('a=b&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&c=grant_type');
  });

  it('polls with a pause where the service names none', async () => {
    const { module } = answering(() => json({ device_code: 'd' }));
    expect((await module.sendPostRequestAsync<object>(post)).body).toEqual({ device_code: 'd', interval: 5 });
  });

  it('waits and goes on when the service wants it slower', async () => {
    const { module, slept } = answering(() => json({ error: 'slow_down' }, 400));
    expect((await module.sendPostRequestAsync<object>(post)).body).toEqual({ error: 'authorization_pending' });
    expect(slept).toContain(5_000);
  });

  const strange = [
    { name: 'a page', answer: () => new Response('<html>Sign in to the network</html>'), reason: 'page' },
    { name: 'a proxy that wants a sign-in', answer: () => new Response('no', { status: 407 }), reason: 'proxyAuth' },
    { name: 'a redirect', answer: () => new Response(null, { status: 302 }), reason: 'redirect' },
    { name: 'nothing at all', answer: () => new Response(''), reason: 'other' },
    { name: 'a list', answer: () => new Response('7'), reason: 'other' },
    { name: 'a cut body', answer: () => new Response('{"a":'), reason: 'other' },
    {
      name: 'a reset',
      answer: () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNRESET' })),
      reason: 'reset',
    },
  ];
  it.each(strange)('tells $name from an answer, and names the host', async ({ answer, reason }) => {
    const { module, heard } = answering(answer);
    await expect(module.sendGetRequestAsync(post)).rejects.toThrow();
    expect(heard.trouble).toMatchObject({ kind: 'network', reason, host: 'login.example.com' });
  });

  it('gives up after 30 seconds', async () => {
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    const { module, heard } = createSignInNetwork({ fetch, clock: { ...clock, sleep: async () => undefined } });
    await expect(module.sendGetRequestAsync(post)).rejects.toThrow();
    expect(heard.trouble).toMatchObject({ reason: 'timeout' });
  });
});

describe('what the library throws', () => {
  const quiet = { refusal: null, trouble: null };
  const refusal = { code: 'AADSTS50173', error: 'invalid_grant', message: 'm', correlationId: null, traceId: null };
  const thrown = (code: string) => Object.assign(new Error(`${code}: why`), { errorCode: code });

  it('is a bug when it is no error of the library', () => {
    expect(() => failureOfError(new RangeError('x'), { heard: quiet })).toThrow(RangeError);
  });
  it('is told by its own code when nothing was heard', () => {
    expect(failureOfError(thrown('endpoints_resolution_error'), { heard: quiet })).toMatchObject({
      ...{ kind: 'library', code: 'endpoints_resolution_error' },
    });
  });
  it('is an expired code when the library stopped asking', () => {
    const pending = { ...refusal, error: 'authorization_pending' };
    expect(failureOfError(thrown('device_code_expired'), { heard: { refusal: pending, trouble: null } })).toEqual({
      ...{ kind: 'expired', what: 'code', refusal: null },
    });
  });

  const renewals = [
    { error: 'invalid_grant', kind: 'needsInteraction' },
    { error: 'interaction_required', kind: 'needsInteraction' },
    { error: 'invalid_client', kind: 'refused' },
    { error: 'temporarily_unavailable', kind: 'refused' },
  ];
  it.each(renewals)('$error at a renewal is $kind', ({ error, kind }) => {
    const heard = { refusal: { ...refusal, error }, trouble: null };
    expect(failureOfRenewal(thrown(error), { heard }).kind).toBe(kind);
  });
  it('is a missing sign-in when nothing is in the cache', () => {
    expect(failureOfRenewal(thrown('no_tokens_found'), { heard: quiet })).toMatchObject({ kind: 'needsInteraction' });
  });
});

describe('a finding about a sign-in', () => {
  const refusal = {
    code: 'AADSTS50173',
    error: 'invalid_grant',
    message: 'AADSTS50173: The grant has expired. More. Trace ID: x',
    correlationId: 'c',
    traceId: 't',
  };
  const place = { profile: 'c2f', side: 'target' as const };
  const rows: { failure: SignInFailure; code: string; exit: number; why?: string }[] = [
    { failure: { kind: 'cancelled' }, code: 'signInStopped', exit: 130 },
    { failure: { kind: 'expired', what: 'code', refusal: null }, code: 'AADSTS70020', exit: 4 },
    { failure: { kind: 'expired', what: 'browser', refusal: null }, code: 'signInTimedOut', exit: 4 },
    {
      failure: { kind: 'refused', ...refusal, code: 'AADSTS99999', message: 'AADSTS99999: Odd. More. Trace ID: x' },
      code: 'signInFailed',
      exit: 4,
      why: 'AADSTS99999 Odd.',
    },
    { failure: { kind: 'refused', ...refusal }, code: 'AADSTS50173', exit: 4 },
    { failure: { kind: 'library', code: 'x', message: 'x: y.' }, code: 'signInFailed', exit: 4, why: 'x: y.' },
    {
      failure: { kind: 'library', code: 'endpoints_resolution_error', message: 'See https://aka.ms/x' },
      code: 'endpoints_resolution_error',
      exit: 7,
      why: '--authority',
    },
    { failure: { kind: 'needsInteraction', refusal: null, store: null }, code: 'signInMissing', exit: 4 },
    { failure: { kind: 'needsInteraction', refusal, store: null }, code: 'AADSTS50173', exit: 4 },
    {
      failure: { kind: 'needsInteraction', refusal: { ...refusal, code: 'invalid_grant' }, store: null },
      code: 'signInExpired',
      exit: 4,
    },
    {
      failure: {
        kind: 'needsInteraction',
        refusal: { ...refusal, code: 'invalid_grant', suberror: 'message_only' },
        store: null,
      },
      code: 'message_only',
      exit: 4,
    },
    {
      failure: { kind: 'needsInteraction', refusal: null, store: { kind: 'locked' } },
      code: 'keystoreLocked',
      exit: 4,
    },
    {
      failure: { kind: 'needsInteraction', refusal: null, store: { kind: 'damaged', aside: '/a.damaged' } },
      code: 'signInDamaged',
      exit: 4,
      why: '/a.damaged',
    },
    {
      failure: { kind: 'wrongTenant', side: 'target', expected: 'one', actual: 'other', account: null },
      code: 'wrongTenant',
      exit: 4,
      why: 'The sign-in is for other.',
    },
    { failure: { kind: 'tenantUnknown' }, code: 'tenantUnknown', exit: 4 },
    { failure: { kind: 'appMissing' }, code: 'appMissing', exit: 4 },
    {
      failure: { kind: 'network', reason: 'tls', host: 'login.example.com', detail: 'd' },
      code: 'networkTls',
      exit: 7,
      why: 'login.example.com',
    },
  ];
  it.each(rows)('$failure.kind is $code', ({ failure, code, exit, why = '' }) => {
    const found = explainSignIn(failure, place);
    expect({ code: found.code, exit: exitCodeFor(found) }).toEqual({ code, exit });
    expect(found.why).toContain(why);
    for (const { command } of found.next)
      if (command?.startsWith('crossorg log')) expect(command).toContain('--profile c2f');
  });

  it('what is to be corrected in the profile leads to that profile', () => {
    const found = explainSignIn({ kind: 'appMissing' }, place);
    expect(found.next.at(-1)?.command).toBe('crossorg profile edit c2f');
  });

  it('a code that ran out leads to a new code, and not to the browser', () => {
    const found = explainSignIn({ kind: 'expired', what: 'code', refusal: null }, place);
    expect(found.next[0].command).toBe('crossorg login --side target --auth device --profile c2f');
  });

  const problems = ['pfx', 'unreadable', 'withoutKey', 'withoutCertificate', 'passwordMissing', 'mismatch'] as const;
  it.each(problems)('about a certificate that is %s names its file', (problem) => {
    const found = explainSignIn({ kind: 'credential', problem, path: '/etc/app.pfx' }, place);
    expect(exitCodeFor(found)).toBe(4);
    if (problem === 'pfx') expect(found.next[0].command).toBe('openssl pkcs12 -in /etc/app.pfx -out app.pem');
    else if (problem !== 'passwordMissing') expect(found.why).toContain('/etc/app.pfx');
  });
});

describe('what a kept sign-in says of itself', () => {
  const cache = JSON.stringify({
    Account: { a: { username: 'mia@contoso.com\u001b[31m', realm: contoso } },
    AccessToken: { one: { expires_on: '100', target: 'x' }, two: { expires_on: '200', target: 'a b', client_id: 'c' } },
  });
  it('is read from the cache of the library', () => {
    const scopes = ['a', 'b'];
    const found = { account: 'mia@contoso.com', tenantId: contoso, expiresAt: 200_000, scopes, clientId: 'c' };
    expect(summaryOf(cache)).toEqual(found);
    expect(summaryOf('{}')).toEqual({ account: null, tenantId: null, expiresAt: null, scopes: [], clientId: null });
    expect(summaryOf('')).toBeNull();
  });
  const bad = [
    '',
    '[]',
    '{}',
    '{"format":"crossorg-sign-in/1"}',
    '{"format":"crossorg-sign-in/2","content":"","storage":"file"}',
  ];
  it.each(bad)('is nothing in %j', (text) => {
    expect(readEnvelope(text)).toBeNull();
  });
  it('is read without a keystore', async () => {
    const { ports, kept } = fakePorts();
    const ask = askOf(profile, 'source');
    expect(await keptSummary(ask, ports)).toBeNull();
    const { placeOf } = await import('../../src/auth/sign-in-place.ts');
    const summary = { account: 'mia', tenantId: contoso, expiresAt: 7, scopes: ['x'], clientId: null };
    const text = JSON.stringify({ format: 'crossorg-sign-in/1', storage: 'keystore', summary, content: '' });
    kept.set(placeOf(ask, ports)?.path ?? '', text);
    expect(await keptSummary(ask, ports)).toEqual({ ...summary, storage: 'keystore' });
  });
  it.each([1e20, 1e13, '7', null])('an end of %j is no time', (expiresAt) => {
    const summary = { expiresAt: typeof expiresAt === 'number' ? expiresAt * 1000 : expiresAt };
    const text = JSON.stringify({ format: 'crossorg-sign-in/1', storage: 'file', summary, content: '' });
    expect(readEnvelope(text)?.summary.expiresAt).toBeNull();
    expect(readToken(tokenOf({ exp: expiresAt }, 0))?.expiresAt).toBeNull();
  });
});
