import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { effectOf } from '../../src/problems/failure.ts';
import { endpoint, moveOf, sitePlan, userPlan } from '../tasks/moves.ts';
import { clientWith, confirmedOf, fetchFailed, graphError, json, scriptedFetch, secretToken } from './support.ts';

const move = moveOf(userPlan);
const id = '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0';
const queued = { id, status: 'notStarted', parameters: {} };
const dana = { type: 'user', upn: 'dana@contoso.com' } as const;
const given = '11111111-2222-4333-8444-555555555555';
const page = () =>
  new Response('<html>Sign in to the guest network</html>', { headers: { 'Content-Type': 'text/html' } });

describe('a dry run', () => {
  it('sends the plan with validateOnly: true, the token and the ids', async () => {
    const { fetch, sent } = scriptedFetch(json({ status: 'completed', parameters: {} }, 200, { 'request-id': 'r-1' }));
    const { client } = clientWith({ fetch });
    const reply = await client.validate(move);
    expect(reply).toMatchObject({
      ok: true,
      value: { value: { id: null, state: 'completed' }, meta: { requestId: 'r-1' } },
    });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: `${endpoint}/solutions/sharePoint/migrations/crossOrganizationMigrationTasks`,
      redirect: 'manual',
      headers: {
        Authorization: `Bearer ${secretToken}`,
        'User-Agent': 'NONISV|crossorg|crossorg/1.2.3',
        'client-request-id': '00000000-0000-4000-8000-000000000001',
        'Content-Type': 'application/json',
        Accept: 'application/json',
      },
    });
    expect(JSON.parse(sent[0]?.body ?? '').parameters.validateOnly).toBe(true);
  });

  it('is sent again with a new id when the connection broke', async () => {
    const { fetch, sent } = scriptedFetch(fetchFailed('ECONNRESET'), graphError(502, '', ''), json(queued));
    const { client, pauses } = clientWith({ fetch });
    expect((await client.validate(move)).ok).toBe(true);
    expect(pauses).toEqual([1_000, 2_000]);
    expect(new Set(sent.map(({ headers }) => headers['client-request-id'])).size).toBe(3);
  });

  it('gives up after four attempts with what was last heard', async () => {
    const { fetch, sent } = scriptedFetch(...Array.from({ length: 5 }, () => graphError(504, 'A', 'late')));
    const { client } = clientWith({ fetch });
    expect(await client.validate(move)).toMatchObject({
      ok: false,
      error: { kind: 'http', meta: { status: 504 }, message: 'late' },
    });
    expect(sent).toHaveLength(4);
  });
});

describe('a live create', () => {
  const confirmed = confirmedOf(move);

  it('sends validateOnly: false with the given id, once', async () => {
    const { fetch, sent } = scriptedFetch(json(queued));
    const { client } = clientWith({ fetch });
    expect(await client.create(confirmed, given)).toMatchObject({
      ok: true,
      value: { value: { id }, meta: { clientRequestId: given } },
    });
    expect(sent[0]?.headers['client-request-id']).toBe(given);
    expect(JSON.parse(sent[0]?.body ?? '').parameters.validateOnly).toBe(false);
  });

  it.each([
    { name: 'a lost connection', reaction: fetchFailed('ECONNRESET'), effect: 'open' },
    { name: 'a bad gateway', reaction: graphError(502, '', ''), effect: 'open' },
    { name: 'unavailable without a pause', reaction: graphError(503, '', ''), effect: 'open' },
    { name: "a proxy's page", reaction: page(), effect: 'open' },
    { name: 'half an answer', reaction: new Response('{"id": "3ed6'), effect: 'open' },
    { name: 'an empty answer', reaction: new Response(''), effect: 'open' },
    { name: 'an answer that is no task', reaction: json({ hello: 'world' }), effect: 'open' },
    { name: 'a task without an id', reaction: json({ status: 'notStarted' }), effect: 'open' },
    {
      name: 'a redirect',
      reaction: new Response(null, { status: 307, headers: { Location: 'https://example.org' } }),
      effect: 'open',
    },
    { name: 'an expired token', reaction: graphError(401, 'InvalidAuthenticationToken', ''), effect: 'none' },
    { name: 'a refusal', reaction: graphError(422, 'MnATargetUserDoesNotExist', 'no'), effect: 'none' },
    { name: 'a bad certificate', reaction: fetchFailed('CERT_HAS_EXPIRED'), effect: 'none' },
  ])('is never repeated after $name', async ({ reaction, effect }) => {
    const { fetch, sent } = scriptedFetch(reaction, json(queued));
    const { client } = clientWith({ fetch });
    const reply = await client.create(confirmed, given);
    expect(sent).toHaveLength(1);
    expect(reply.ok ? null : effectOf(reply.error)).toBe(effect);
  });

  it.each([
    { name: 'throttled', answer: () => graphError(429, '', '', { 'Retry-After': '41' }) },
    { name: 'unavailable for a while', answer: () => graphError(503, '', '', { 'Retry-After': '41' }) },
    { name: 'refused at the door', answer: () => fetchFailed('ECONNREFUSED') },
  ])('is left to its driver when it was $name: each try has a look and a record of its own', async ({ answer }) => {
    const { fetch, sent } = scriptedFetch(answer(), json(queued));
    const { client, pauses } = clientWith({ fetch });
    expect((await client.create(confirmed, given)).ok).toBe(false);
    expect(pauses).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('hands on an answer that says it was only validated', async () => {
    const { fetch } = scriptedFetch(json({ status: 'completed', parameters: { validateOnly: true } }));
    expect(await clientWith({ fetch }).client.create(confirmed, given)).toMatchObject({
      value: { value: { id: null, parameters: { validateOnly: true } } },
    });
  });

  it('throws for anything that was not confirmed or is bound for another endpoint', async () => {
    const { fetch, sent } = scriptedFetch(json(queued));
    const { client } = clientWith({ fetch });
    const forged = { move, confirmation: confirmed.confirmation } as typeof confirmed;
    await expect(client.create(forged, given)).rejects.toThrow('without a confirmed');
    const elsewhere = confirmedOf(moveOf(userPlan, 'https://example.org/beta'));
    await expect(client.create(elsewhere, given)).rejects.toThrow('left the endpoint');
    expect(sent).toHaveLength(0);
  });
});

describe('a look at a source', () => {
  it('asks the published URL and reads the published answer', async () => {
    const sample = JSON.parse(
      readFileSync(new URL('../fixtures/graph/get-1-site-completed.json', import.meta.url), 'utf8'),
    );
    const { fetch, sent } = scriptedFetch(json(sample.response.body));
    const reply = await clientWith({ fetch }).client.taskBySource({ type: 'site', url: sitePlan.source.url });
    expect(decodeURIComponent(sent[0]?.url ?? '')).toBe(sample.request.url);
    expect(reply).toMatchObject({ value: { value: { state: 'completed', id } } });
  });

  it.each([
    { name: '404', reaction: graphError(404, 'itemNotFound', 'none') },
    { name: 'no content', reaction: new Response(null, { status: 204 }) },
    { name: 'an empty collection', reaction: json({ value: [] }) },
  ])('finds nothing with $name', async ({ reaction }) => {
    const { fetch } = scriptedFetch(reaction);
    expect(await clientWith({ fetch }).client.taskBySource(dana)).toMatchObject({ ok: true, value: { value: null } });
  });

  it.each([
    { name: "a proxy's 404 page", reaction: new Response('<!doctype html>', { status: 404 }), looksLike: 'html' },
    { name: 'a sign-in page', reaction: page(), looksLike: 'html' },
    { name: 'an empty answer', reaction: new Response(''), looksLike: 'empty' },
    { name: 'a text', reaction: new Response('OK'), looksLike: 'text' },
    {
      name: "another source's task",
      reaction: json({ ...queued, parameters: { sourceUserIdentity: { userPrincipalName: 'erin@contoso.com' } } }),
      looksLike: 'wrong type',
    },
    { name: 'an endless answer', reaction: new Response('x'.repeat(3_000_000)), looksLike: 'wrong type' },
  ])('does not take $name for nothing', async ({ reaction, looksLike }) => {
    const { fetch } = scriptedFetch(reaction);
    expect(await clientWith({ fetch }).client.taskBySource(dana)).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', looksLike },
    });
  });
});

describe('a look at a task', () => {
  it.each([
    { name: 'its id', body: { ...queued, id: id.toUpperCase() }, expected: { ok: true, value: { value: { id } } } },
    {
      name: 'no id',
      body: { status: 'inProgress' },
      expected: { ok: true, value: { value: { id, state: 'running' } } },
    },
    { name: 'another id', body: { ...queued, id: given }, expected: { ok: false, error: { kind: 'unreadable' } } },
  ])('is right with $name in the answer', async ({ body, expected }) => {
    const { fetch } = scriptedFetch(json(body));
    expect(await clientWith({ fetch }).client.taskById(id)).toMatchObject(expected);
  });

  it('fetches a fresh token once when the first has expired', async () => {
    const expired = () => graphError(401, 'InvalidAuthenticationToken', 'Lifetime');
    const renewed = scriptedFetch(expired(), json(queued));
    const first = clientWith({ fetch: renewed.fetch });
    expect((await first.client.taskById(id)).ok).toBe(true);
    expect(first.asked).toEqual([false, true]);

    const refused = scriptedFetch(expired(), expired(), json(queued));
    const second = clientWith({ fetch: refused.fetch });
    expect(await second.client.taskById(id)).toMatchObject({ ok: false, error: { meta: { status: 401 } } });
    expect(refused.sent).toHaveLength(2);
  });

  it('goes without a token when there is none, and lets the service say so', async () => {
    const { fetch, sent } = scriptedFetch(graphError(401, 'A', ''));
    const { client } = clientWith({ fetch, tokens: { source: async () => null } });
    expect(await client.taskById(id)).toMatchObject({ error: { meta: { status: 401 } } });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers).not.toHaveProperty('Authorization');
  });

  it('throws for an id that would leave the tasks', async () => {
    const { fetch } = scriptedFetch(json(queued));
    await expect(clientWith({ fetch }).client.taskById('..')).rejects.toThrow('left the endpoint');
  });
});

describe('a cancel', () => {
  it('posts without a body and takes 204 for an answer', async () => {
    const { fetch, sent } = scriptedFetch(new Response(null, { status: 204 }));
    expect(await clientWith({ fetch }).client.cancel(id)).toMatchObject({ ok: true, value: { value: null } });
    expect(sent[0]).toMatchObject({ method: 'POST', url: expect.stringMatching(`/${id}/cancel$`) });
    expect(sent[0]).not.toHaveProperty('body');
  });

  it('is sent again when its answer was lost: a task can be cancelled once only, and is read back in any case', async () => {
    const { fetch, sent } = scriptedFetch(fetchFailed('ECONNRESET'), graphError(409, '', 'task is in progress'));
    expect(await clientWith({ fetch }).client.cancel(id)).toMatchObject({
      ok: false,
      error: { call: 'cancel', meta: { status: 409 } },
    });
    expect(sent).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('ends a call that is under way', async () => {
    const stop = new AbortController();
    const { fetch } = scriptedFetch(() => {
      stop.abort();
      return new Promise<Response>(() => undefined);
    });
    expect(await clientWith({ fetch }).client.taskById(id, stop.signal)).toMatchObject({
      error: { kind: 'stopped', reached: 'maybe' },
    });
  });

  it('ends the wait that the service asked for', async () => {
    const stop = new AbortController();
    const { fetch, sent } = scriptedFetch(graphError(429, '', '', { 'Retry-After': '300' }));
    const { client } = clientWith({ fetch, onThrottled: () => stop.abort() });
    expect(await client.taskById(id, stop.signal)).toMatchObject({ error: { kind: 'stopped', reached: 'no' } });
    expect(sent).toHaveLength(1);
  });

  it('before the start sends nothing', async () => {
    const { fetch, sent } = scriptedFetch(json(queued));
    expect(await clientWith({ fetch }).client.taskById(id, AbortSignal.abort())).toMatchObject({
      error: { kind: 'stopped', reached: 'no' },
    });
    expect(sent).toHaveLength(0);
  });

  it('leaves no wait behind after a call', async () => {
    const { fetch } = scriptedFetch(json(queued));
    const { client, pending } = clientWith({ fetch });
    await client.taskById(id);
    expect(pending()).toBe(0);
  });
});

describe('the log', () => {
  it('has one line an attempt with status, time and ids', async () => {
    const { fetch } = scriptedFetch(
      graphError(429, 'TooManyRequests', '', { 'Retry-After': '41', 'request-id': given }),
      json(queued),
    );
    const { client, lines } = clientWith({ fetch });
    await client.taskById(id);
    expect(lines).toEqual([
      `2026-12-05T12:00:00Z read GET /solutions/sharePoint/migrations/crossOrganizationMigrationTasks/${id} 429 code=TooManyRequests retry-after-ms=41000 0 ms client-request-id=00000000-0000-4000-8000-000000000001 request-id=${given}`,
      `2026-12-05T12:00:41Z read GET /solutions/sharePoint/migrations/crossOrganizationMigrationTasks/${id} 200 0 ms client-request-id=00000000-0000-4000-8000-000000000002 request-id=-`,
    ]);
  });

  it('has no token, no name, no address and no text of the service', async () => {
    const seeded = 'Unable to get a OneDrive URL for source user UPN dana@contoso.com';
    const { fetch } = scriptedFetch(
      graphError(422, 'dana@contoso.com', seeded, { 'request-id': `Bearer ${secretToken}` }),
      fetchFailed('ECONNRESET'),
      new Response(`<html>${secretToken} dana@contoso.com</html>`),
      json({ ...queued, parameters: { sourceUserIdentity: { userPrincipalName: 'dana@contoso.com' } } }),
      graphError(422, 'A', seeded),
    );
    const { client, lines } = clientWith({ fetch });
    await client.taskBySource(dana);
    await client.taskBySource(dana);
    await client.taskBySource(dana);
    await client.create(confirmedOf(move), given);
    expect(lines.length).toBe(5);
    expect(lines.join('\n')).not.toMatch(/dana|contoso|fabrikam|secret|Bearer|OneDrive/i);
  });
});
