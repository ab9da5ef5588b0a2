import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { explainSignIn } from '../../src/auth/explain-sign-in.ts';
import { openSignIn, signIn } from '../../src/auth/sign-in.ts';
import type { SignInNews } from '../../src/auth/sign-in-news.ts';
import type { Fetch } from '../../src/ports/ports.ts';
import { makeAppKey, SignInService } from '../support/oidc.ts';
import { askAt, Desk, signInAt, withCode } from './harness.ts';

let service: SignInService;
let desk: Desk;
beforeAll(async () => {
  service = await SignInService.start(await makeAppKey());
});
afterAll(() => service.close());
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

type Fields = Record<string, unknown>;
type Change = (fields: Fields, status: number) => [Fields, number];

/** The way to the sign-in service, where somebody changes what certain addresses answer. */
const changing =
  (path: RegExp, change: Change): Fetch =>
  async (url, init) => {
    const response = await fetch(url, init);
    if (!path.test(url)) return response;
    const [fields, status] = change((await response.json()) as Fields, response.status);
    return Response.json(fields, { status });
  };

const once = (answer: Fields, status: number): Change => {
  let isDone = false;
  return (fields, own) => {
    if (own !== 200 || isDone) return [fields, own];
    isDone = true;
    return [answer, status];
  };
};

async function byCode(path: RegExp, change: Change) {
  const news: SignInNews[] = [];
  const hear = (one: SignInNews) => {
    news.push(one);
    withCode().hear(one);
  };
  const ports = { ...desk.ports, fetch: changing(path, change) };
  const ask = askAt(service, { method: 'device' });
  return { ask, news, result: await signIn(ask, ports, { hear, signal: new AbortController().signal }) };
}

describe('an answer without a token is no sign-in', () => {
  it.each([
    { name: 'empty', answer: {}, status: 200, code: 'signInFailed' },
    {
      name: 'a fault of the service that names no reason',
      answer: { message: 'x' },
      status: 500,
      code: 'networkOther',
    },
  ])('because it is $name', async ({ answer, status, code }) => {
    const { ask, result } = await byCode(/\/token\b/, once(answer, status));
    if (result.ok) throw new Error('It signed in');
    expect(explainSignIn(result.error, ask).code).toBe(code);
    expect(desk.keptFiles()).toEqual([]);
  });

  it('because it does not say who signed in', async () => {
    const { result } = await byCode(/\/token\b/, ({ id_token: _, ...fields }, status) => [fields, status]);
    expect(result).toMatchObject({ ok: false, error: { code: 'no_account' } });
    expect(desk.keptFiles()).toEqual([]);
  });

  it('when it is to be renewed, and the next renewal goes on', async () => {
    const ask = askAt(service);
    await signInAt(desk, ask);
    const fetch = changing(/\/token\b/, once({ message: 'busy' }, 503));
    const opened = await openSignIn(ask, { ...desk.ports, fetch });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const { session } = opened.value;
    expect(await session.get({ fresh: true })).toMatchObject({ ok: false, error: { kind: 'network' } });
    expect(await session.get({ fresh: true })).toMatchObject({ ok: true });
  });
});

describe('a code', () => {
  const device = /\/devicecode\b/;
  it('without an end is taken for one of a quarter of an hour', async () => {
    const { news, result } = await byCode(device, ({ expires_in: _, ...fields }, status) => [fields, status]);
    expect(result.ok).toBe(true);
    const [told] = news;
    expect(Math.abs((told?.expiresAt ?? 0) - Date.now() - 900_000)).toBeLessThan(60_000);
  });

  it.each(['user_code', 'verification_uri'])('without its %s ends the sign-in', async (name) => {
    const { news, result } = await byCode(device, (fields, status) => [{ ...fields, [name]: undefined }, status]);
    expect({ news, result }).toMatchObject({ news: [], result: { ok: false, error: { code: 'no_code' } } });
  });

  it('is cleaned before a person reads it', async () => {
    const { news } = await byCode(device, (fields, status) => [
      { ...fields, user_code: `\u001b]0;x\u0007${fields.user_code}\r\n` },
      status,
    ]);
    expect(news).toMatchObject([{ userCode: expect.stringMatching(/^\w{4}-\w{4}$/) }]);
  });
});

describe('a plain file that somebody changed', () => {
  const inSection = (name: string, change: (entry: Fields) => unknown) => (cache: Fields) => {
    const [[key, entry] = ['', {}]] = Object.entries(cache[name] as Record<string, Fields>);
    return { ...cache, [name]: { [key]: change(entry) } };
  };
  const changes = [
    { name: 'a part that is none', change: (cache: Fields) => ({ ...cache, Account: null }) },
    { name: 'an account that is none', change: inSection('Account', () => null) },
    { name: 'an account without its id', change: inSection('Account', (one) => ({ ...one, home_account_id: null })) },
    { name: 'odd tenants', change: inSection('Account', (one) => ({ ...one, tenantProfiles: ['x'] })) },
    { name: 'a token that is a number', change: inSection('AccessToken', (one) => ({ ...one, secret: 5 })) },
    { name: 'a list of scopes', change: inSection('AccessToken', (one) => ({ ...one, target: ['x'] })) },
  ];
  it.each(changes)('with $name counts as signed out, and is put aside', async ({ change }) => {
    const ask = askAt(service);
    await signInAt(desk, ask, { plainFile: true });
    const [path = ''] = desk.keptFiles();
    const fields = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...fields, content: JSON.stringify(change(JSON.parse(fields.content))) }));
    expect(await openSignIn(ask, desk.ports)).toMatchObject({ error: { store: { kind: 'damaged' } } });
  });
});
