import { describe, expect, it } from 'vitest';
import { understand } from '../../src/graph/body.ts';
import { failureOfAnswer, metaOf } from '../../src/graph/failure-of-answer.ts';
import { failureOfThrown } from '../../src/graph/failure-of-thrown.ts';
import { TimedOut } from '../../src/graph/timed-out.ts';
import { fetchFailed, noon, secretToken } from './support.ts';

const meta = (status: number) => ({ status, requestId: null, clientRequestId: 'a', date: null });
const answered = (status: number, text: string, retryAfter: string | null = null) =>
  failureOfAnswer({ call: 'read', meta: meta(status), body: understand(text), retryAfter, now: noon });

const page = '<!DOCTYPE html><html><body>Blocked by policy</body></html>';

describe('an answer with an error status', () => {
  it.each([
    {
      name: 'the documented shape',
      body: { error: { code: 'A', message: 'Say a', innerError: { 'request-id': 'r-1' } } },
      words: { code: 'A', message: 'Say a', innerCodes: [], meta: { requestId: 'r-1' } },
    },
    {
      name: 'an empty code',
      body: { error: { code: '', message: 'Access denied' } },
      words: { code: '', message: 'Access denied' },
    },
    {
      name: 'details and nested inner errors, the most specific last',
      body: { error: { code: 'A', details: [{ code: 'B' }, 5], innerError: { code: 'C', innererror: { code: 'D' } } } },
      words: { code: 'A', innerCodes: ['B', 'C', 'D'] },
    },
    {
      name: 'a message with a language',
      body: { 'odata.error': { code: 'A', message: { lang: 'en', value: 'Say a' } } },
      words: { code: 'A', message: 'Say a' },
    },
    { name: 'a list', body: { errors: [{ code: 'A', message: 'Say a' }] }, words: { code: 'A', message: 'Say a' } },
    { name: 'a bare pair', body: { code: 'A', message: 'Say a' }, words: { code: 'A', message: 'Say a' } },
    { name: 'a text as error', body: { error: 'Say a' }, words: { code: '', message: 'Say a' } },
    {
      name: 'the OAuth shape',
      body: { error: 'invalid_token', error_description: 'Say a' },
      words: { code: 'invalid_token', message: 'Say a' },
    },
    { name: 'a JSON text', body: 'Say a', words: { code: '', message: 'Say a' } },
    {
      name: 'wrong types',
      body: { error: { code: 5, message: null, details: {}, innerError: [] } },
      words: { code: '', message: '', innerCodes: [] },
    },
    { name: 'null', body: null, words: { code: '', message: '' } },
  ])('is read from $name', ({ body, words }) => {
    expect(answered(422, JSON.stringify(body))).toMatchObject({ kind: 'http', ...words });
  });

  it.each([
    { name: 'plain text', text: 'Service busy', message: 'Service busy' },
    { name: 'nothing', text: '', message: '' },
    { name: 'half a body', text: '{"error": {"co', message: '' },
    { name: "a gateway's page", text: page, message: '' },
  ])('keeps its status with $name', ({ text, message }) => {
    expect(answered(503, text, '7')).toMatchObject({
      kind: 'http',
      meta: { status: 503 },
      message,
      retryAfterMs: 7_000,
    });
  });

  it('is a page of a proxy when it is HTML under a 4xx', () => {
    expect(answered(403, page)).toMatchObject({
      kind: 'unreadable',
      looksLike: 'html',
      excerpt: expect.stringContaining('Blocked'),
    });
    expect(answered(429, page, '7')).toMatchObject({ kind: 'http', retryAfterMs: 7_000 });
  });

  it('is the network when the proxy wants a sign-in', () => {
    expect(answered(407, page)).toMatchObject({ kind: 'network', reason: 'proxyAuth', reached: 'no' });
  });

  it('is cleaned and cut before anyone prints it', () => {
    const failure = answered(422, JSON.stringify({ error: { code: 'A\u001b[2J', message: 'x'.repeat(50_000) } }));
    expect(failure).toMatchObject({ code: 'A' });
    expect(JSON.stringify(failure).length).toBeLessThan(1_500);
  });

  it('keeps the ids and the time of the service', () => {
    const headers = { 'request-id': 'r-1', date: 'Sat, 05 Dec 2026 12:00:00 GMT' };
    expect(metaOf(new Response(null, { headers }), 'c-1')).toEqual({
      status: 200,
      requestId: 'r-1',
      clientRequestId: 'c-1',
      date: noon,
    });
  });
});

describe('a call without an answer', () => {
  const thrown = (error: unknown, signal?: AbortSignal) =>
    failureOfThrown({ call: 'create', clientRequestId: 'c-1', error, signal });

  it.each([
    { name: 'an unknown host', error: fetchFailed('ENOTFOUND'), reason: 'dns', reached: 'no' },
    { name: 'a name server that is away', error: fetchFailed('EAI_AGAIN'), reason: 'dns', reached: 'no' },
    { name: 'a closed port', error: fetchFailed('ECONNREFUSED'), reason: 'refused', reached: 'no' },
    { name: 'a connection that broke', error: fetchFailed('ECONNRESET'), reason: 'reset', reached: 'maybe' },
    { name: 'a connection that closed', error: fetchFailed('UND_ERR_SOCKET'), reason: 'reset', reached: 'maybe' },
    { name: 'a broken pipe', error: fetchFailed('EPIPE'), reason: 'reset', reached: 'maybe' },
    {
      name: 'a certificate of its own',
      error: fetchFailed('DEPTH_ZERO_SELF_SIGNED_CERT'),
      reason: 'tls',
      reached: 'no',
    },
    { name: 'a certificate that ran out', error: fetchFailed('CERT_HAS_EXPIRED'), reason: 'tls', reached: 'no' },
    {
      name: 'a certificate of another',
      error: fetchFailed('ERR_TLS_CERT_ALTNAME_INVALID'),
      reason: 'tls',
      reached: 'no',
    },
    {
      name: 'an issuer nobody knows',
      error: fetchFailed('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
      reason: 'tls',
      reached: 'no',
    },
    { name: 'broken encryption', error: fetchFailed('EPROTO'), reason: 'tls', reached: 'maybe' },
    {
      name: 'a connection that took too long',
      error: fetchFailed('UND_ERR_CONNECT_TIMEOUT'),
      reason: 'timeout',
      reached: 'no',
    },
    {
      name: 'a connection that was never made',
      error: fetchFailed('ETIMEDOUT', { syscall: 'connect' }),
      reason: 'timeout',
      reached: 'no',
    },
    {
      name: 'headers that took too long',
      error: fetchFailed('UND_ERR_HEADERS_TIMEOUT'),
      reason: 'timeout',
      reached: 'maybe',
    },
    { name: 'no network', error: fetchFailed('ENETUNREACH', { syscall: 'connect' }), reason: 'offline', reached: 'no' },
    {
      name: 'every address refused',
      error: new TypeError('fetch failed', {
        cause: new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]),
      }),
      reason: 'refused',
      reached: 'no',
    },
    {
      name: 'a proxy that refuses',
      error: new TypeError('fetch failed', { cause: new Error('Proxy response (403) !== 200 when HTTP Tunneling') }),
      reason: 'proxy',
      reached: 'no',
    },
    {
      name: 'a proxy that wants a sign-in',
      error: new TypeError('fetch failed', { cause: new Error('Proxy response (407) !== 200 when HTTP Tunneling') }),
      reason: 'proxyAuth',
      reached: 'no',
    },
    {
      name: 'a proxy that is not there',
      error: new TypeError('fetch failed', {
        cause: Object.assign(new Error('The proxy cannot be reached', { cause: fetchFailed('ECONNREFUSED').cause }), {
          code: 'ERR_PROXY_UNREACHABLE',
        }),
      }),
      reason: 'proxyDown',
      reached: 'no',
    },
    { name: 'an error that says nothing', error: new TypeError('fetch failed'), reason: 'other', reached: 'maybe' },
    { name: 'something that is no error', error: 'boom', reason: 'other', reached: 'maybe' },
  ])('is told apart: $name', ({ error, reason, reached }) => {
    expect(thrown(error)).toMatchObject({
      kind: 'network',
      reason,
      reached,
      clientRequestId: 'c-1',
      detail: expect.stringMatching(/./),
    });
  });

  it('is a timeout when our limit ended it, and stopped when the caller did', () => {
    expect(thrown(new Error('aborted'), AbortSignal.abort(new TimedOut()))).toMatchObject({
      kind: 'network',
      reason: 'timeout',
      reached: 'maybe',
    });
    expect(thrown(new Error('aborted'), AbortSignal.abort())).toMatchObject({ kind: 'stopped', reached: 'maybe' });
  });

  it('never quotes the token', () => {
    const error = new TypeError(`Headers.append: "Bearer ${secretToken}" is an invalid header value.`);
    expect(JSON.stringify(thrown(error))).not.toContain(secretToken);
  });
});
