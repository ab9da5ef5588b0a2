import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { effectOf } from '../../src/problems/failure.ts';
import { moveOf, userPlan } from '../tasks/moves.ts';
import { clientWith, confirmedOf } from './support.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const id = '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0';
const given = '11111111-2222-4333-8444-555555555555';
const task = JSON.stringify({ id, status: 'inProgress' });
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A real server on this computer that treats each request in turn as the script says. */
async function served(...script: Handler[]) {
  let count = 0;
  const server = createServer((request, response) => script[count++]?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`;
  const parts = clientWith({ endpoint, fetch: (url, init) => fetch(url, init) });
  return { ...parts, endpoint, server, count: () => count };
}

const whole: Handler = (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(task);
const cutShort: Handler = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000', 'request-id': 'r-1' });
  response.write(task.slice(0, 20), () => response.destroy());
};
const reset: Handler = (request) => request.socket.resetAndDestroy();

describe('over a real connection', () => {
  it('a whole answer is a task', async () => {
    const { client } = await served(whole);
    expect(await client.taskById(id)).toMatchObject({
      ok: true,
      value: { value: { state: 'running' }, meta: { date: expect.any(Number) } },
    });
  });

  it('a cut body is read again', async () => {
    const { client, count, pauses } = await served(cutShort, whole);
    expect((await client.taskById(id)).ok).toBe(true);
    expect(count()).toBe(2);
    expect(pauses).toEqual([1_000]);
  });

  it('a cut body of a create leaves it open, with the ids for support', async () => {
    const { client, endpoint, count } = await served(cutShort);
    const reply = await client.create(confirmedOf(moveOf(userPlan, endpoint)), given);
    expect(reply).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', looksLike: 'cut', meta: { status: 200, requestId: 'r-1', clientRequestId: given } },
    });
    expect(reply.ok ? null : effectOf(reply.error)).toBe('open');
    expect(count()).toBe(1);
  });

  it('a reset connection leaves a create open', async () => {
    const { client, endpoint } = await served(reset);
    const reply = await client.create(confirmedOf(moveOf(userPlan, endpoint)), given);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'network', reason: 'reset', reached: 'maybe' } });
  });

  it('a closed port proves that a create did nothing', async () => {
    const { client, endpoint, server } = await served();
    server.close();
    const reply = await client.create(confirmedOf(moveOf(userPlan, endpoint)), given);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'network', reason: 'refused', reached: 'no' } });
  });

  it('an answer that never comes ends at the time limit', async () => {
    const { promise: arrived, resolve } = Promise.withResolvers<void>();
    const { client, endpoint, expire } = await served(() => resolve());
    const reply = client.create(confirmedOf(moveOf(userPlan, endpoint)), given);
    await arrived;
    expire();
    expect(await reply).toMatchObject({ ok: false, error: { kind: 'network', reason: 'timeout', reached: 'maybe' } });
  });

  it('a body that never ends ends at the time limit', async () => {
    let expire = () => {};
    const pull = () => {
      expire();
      return new Promise<void>(() => undefined);
    };
    const start = (body: ReadableStreamDefaultController) => body.enqueue(new TextEncoder().encode('{'));
    const parts = clientWith({
      fetch: async () => new Response(new ReadableStream({ start, pull }, { highWaterMark: 0 })),
    });
    expire = parts.expire;
    const reply = await parts.client.create(confirmedOf(moveOf(userPlan)), given);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'network', reason: 'timeout', reached: 'maybe' } });
  });

  it('a redirect is not followed', async () => {
    const { client, count } = await served(
      (_, response) => response.writeHead(302, { Location: '/beta/elsewhere' }).end(),
      whole,
    );
    expect(await client.taskById(id)).toMatchObject({ ok: false, error: { kind: 'network', reason: 'redirect' } });
    expect(count()).toBe(1);
  });

  it('the headers arrive as they were meant', async () => {
    let headers: IncomingMessage['headers'] = {};
    const { client } = await served((request, response) => {
      headers = request.headers;
      whole(request, response);
    });
    await client.taskById(id);
    expect(headers).toMatchObject({
      'user-agent': 'NONISV|crossorg|crossorg/1.2.3',
      'client-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });
});
