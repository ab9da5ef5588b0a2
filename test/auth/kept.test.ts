import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { explainSignIn } from '../../src/auth/explain-sign-in.ts';
import { keptSummary } from '../../src/auth/kept-summary.ts';
import { openSignIn, type SignedIn } from '../../src/auth/sign-in.ts';
import type { SignInAsk } from '../../src/auth/sign-in-ask.ts';
import { placeOf } from '../../src/auth/sign-in-place.ts';
import { removeSignIn } from '../../src/auth/token-store.ts';
import { contoso, makeAppKey, SignInService } from '../support/oidc.ts';
import { correlationId, traceId } from '../support/oidc-dialect.ts';
import { askAt, Desk, signInAt } from './harness.ts';

let service: SignInService;
/** Its access tokens are too old to be used again the moment they are there. */
let hasty: SignInService;
let desk: Desk;
beforeAll(async () => {
  const key = await makeAppKey();
  service = await SignInService.start(key);
  hasty = await SignInService.start(key, { accessTokenSeconds: 60 });
});
afterAll(() => Promise.all([service.close(), hasty.close()]));
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

const ask = (more: Partial<SignInAsk> = {}, at = service) => askAt(at, more);

async function signedIn(more: Partial<SignInAsk> = {}, at = service, plainFile = false): Promise<SignedIn> {
  const result = await signInAt(desk, ask(more, at), { plainFile });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const tokenOf = async ({ session }: SignedIn, fresh = false): Promise<string> => {
  const grant = await session.get({ fresh });
  if (!grant.ok) throw new Error(JSON.stringify(grant.error));
  return grant.value.token;
};

const reopened = async (more: Partial<SignInAsk> = {}, at = service): Promise<SignedIn> => {
  const result = await openSignIn(ask(more, at), desk.ports);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const refreshes = (at: SignInService): number => at.forms.filter((form) => form.grant_type === 'refresh_token').length;

const nobody = { ok: false, error: { kind: 'needsInteraction', refusal: null, store: null } };

describe('a kept sign-in', () => {
  it('serves the next command without asking anybody for a token', async () => {
    const token = await tokenOf(await signedIn());
    const asked = service.forms.length;
    const again = await reopened();
    expect(await tokenOf(again)).toBe(token);
    expect(again.who).toMatchObject({ account: 'pat@contoso.example', tenantId: contoso, storage: 'keystore' });
    expect(service.forms.length).toBe(asked);
  });

  it('is renewed in silence when its token is near its end', async () => {
    const token = await tokenOf(await signedIn({}, hasty));
    const before = refreshes(hasty);
    const again = await reopened({}, hasty);
    expect(refreshes(hasty)).toBe(before + 1);
    expect(await tokenOf(again)).not.toBe(token);
  });

  it('gives a token that was not used before when one is asked for', async () => {
    const here = await signedIn();
    const token = await tokenOf(here);
    const fresh = await tokenOf(here, true);
    expect(fresh).not.toBe(token);
    expect(await tokenOf(here)).toBe(fresh);
    expect(await tokenOf(await reopened())).toBe(fresh);
  });

  it('is asked for once when many want a fresh token at the same moment', async () => {
    const here = await signedIn();
    const before = refreshes(service);
    const tokens = await Promise.all(Array.from({ length: 8 }, () => tokenOf(here, true)));
    expect(new Set(tokens).size).toBe(1);
    expect(refreshes(service)).toBe(before + 1);
  });

  it('asks for a person when an admin has withdrawn it, in the words of the service', async () => {
    const here = await signedIn();
    service.store.revokeAll();
    expect(await here.session.get({ fresh: true })).toMatchObject({
      ok: false,
      error: {
        kind: 'needsInteraction',
        refusal: { code: 'AADSTS50173', error: 'invalid_grant', traceId, correlationId },
      },
    });
  });

  it('tells an unreachable sign-in service from a withdrawn sign-in, and goes on when it is back', async () => {
    let isCut = false;
    const ports = {
      ...desk.ports,
      fetch: (url: string, init: RequestInit) =>
        isCut ? Promise.reject(Object.assign(new TypeError('fetch failed'), { code: 'ENOTFOUND' })) : fetch(url, init),
    };
    await signedIn();
    const here = await openSignIn(ask(), ports);
    if (!here.ok) throw new Error(here.error.kind);
    isCut = true;
    expect(await here.value.session.get({ fresh: true })).toMatchObject({
      ok: false,
      error: { kind: 'network', reason: 'dns', host: new URL(service.authority).host },
    });
    isCut = false;
    expect(await here.value.session.get({ fresh: true })).toMatchObject({ ok: true });
  });

  it('goes on after somebody signs in again, in another process as well', async () => {
    const here = await signedIn();
    service.store.revokeAll();
    expect(await here.session.get({ fresh: true })).toMatchObject({ ok: false });
    await signedIn();
    expect(await here.session.get({ fresh: true })).toMatchObject({ ok: true });
  });

  it('is not shared with other profiles, sides or authorities', async () => {
    await signedIn();
    const others: Partial<SignInAsk>[] = [{ profile: 'n2f' }, { profile: 'C2F' }, { side: 'target' }];
    for (const more of others) expect(await openSignIn(ask(more), desk.ports)).toEqual(nobody);
    expect(await openSignIn(ask({}, hasty), desk.ports)).toEqual(nobody);
  });

  it('does not serve a profile that was changed to another tenant', async () => {
    await signedIn();
    const tenantId = '99990000-1111-4222-8333-44445555dddd';
    expect(await openSignIn(ask({ tenantId }), desk.ports)).toEqual(nobody);
  });

  it('gives way to the account that signs in after it', async () => {
    await signedIn();
    desk.choice = { as: 'mia' };
    await signedIn();
    expect((await reopened()).who.account).toBe('mia@contoso.example');
    expect(desk.keptFiles()).toHaveLength(1);
  });

  it('is gone after signing out, with its key, and a renewal under way does not bring it back', async () => {
    const here = await signedIn();
    const place = placeOf(ask(), desk.ports);
    if (place === null) throw new Error('no place');
    expect(await removeSignIn(place, desk.ports)).toBe(true);
    expect(desk.keptFiles()).toEqual([]);
    expect(desk.keystore.secrets.size).toBe(0);
    expect(await here.session.get()).toEqual(nobody);
    expect(await openSignIn(ask(), desk.ports)).toEqual(nobody);
    expect(await removeSignIn(place, desk.ports)).toBe(false);
  });
});

describe('two processes on one sign-in', () => {
  it('renew it at the same moment, and both go on', async () => {
    await signedIn();
    const desks = await Promise.all(Array.from({ length: 4 }, () => reopened()));
    const tokens = await Promise.all(desks.map((one) => tokenOf(one, true)));
    expect(new Set(tokens).size).toBe(4);
    const last = await tokenOf(await reopened());
    expect(tokens).toContain(last);
    for (const one of desks) expect(await tokenOf(one)).toBe(last);
  });

  it('keep what they have when the lock is not to be had', async () => {
    await signedIn();
    const kept = readFileSync(desk.keptFiles()[0] ?? '', 'utf8');
    const here = await openSignIn(ask(), { ...desk.ports, takeLock: async () => null });
    if (!here.ok) throw new Error(here.error.kind);
    expect(await here.value.session.get({ fresh: true })).toMatchObject({ ok: true });
    expect(readFileSync(desk.keptFiles()[0] ?? '', 'utf8')).toBe(kept);
  });

  it('do not end over a full disk', async () => {
    await signedIn();
    const { files } = desk.ports;
    const full = () => Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
    const here = await openSignIn(ask(), { ...desk.ports, files: { ...files, write: full } });
    if (!here.ok) throw new Error(here.error.kind);
    expect(await here.value.session.get({ fresh: true })).toMatchObject({ ok: true });
  });
});

describe('without a keystore', () => {
  beforeEach(() => {
    desk.keystore.isLocked = true;
  });

  it('tokens live in memory and nothing is written', async () => {
    const here = await signedIn();
    expect(here.who.storage).toBe('memory');
    expect(desk.keptFiles()).toEqual([]);
    const token = await tokenOf(here);
    expect(await tokenOf(here, true)).not.toBe(token);
    expect(await openSignIn(ask(), desk.ports)).toEqual(nobody);
  });

  it('that gives back what it was given a sign-in is not kept, and nobody is told that it is', async () => {
    desk.keystore.isLocked = false;
    desk.keystore.get = async () => ({ ok: true, secret: null });
    expect((await signedIn()).who.storage).toBe('memory');
    expect(desk.keptFiles()).toEqual([]);
  });

  it('an older sign-in does not speak for the new one', async () => {
    desk.keystore.isLocked = false;
    await signedIn();
    desk.keystore.isLocked = true;
    desk.choice = { as: 'mia' };
    await signedIn();
    expect(desk.keptFiles()).toEqual([]);
  });

  it('a plain file is written when that is asked for, for its owner only, and stays one', async () => {
    const here = await signedIn({}, service, true);
    expect(here.who.storage).toBe('file');
    const [path = ''] = desk.keptFiles();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toContain('RefreshToken');
    const fresh = await tokenOf(await reopened(), true);
    expect(readFileSync(path, 'utf8')).toContain(fresh);
  });
});

describe('a kept sign-in that cannot be opened', () => {
  const change = (text: string, by: (content: string) => string): string => {
    const fields = JSON.parse(text);
    return JSON.stringify({ ...fields, content: by(fields.content) });
  };
  const damages = [
    { name: 'no JSON', damage: () => 'x' },
    { name: 'cut', damage: (text: string) => text.slice(0, 200) },
    { name: 'another file', damage: () => '{"format":"crossorg/1"}' },
    {
      name: 'changed in one place',
      damage: (text: string) => change(text, (c) => `${c.slice(0, 99)}AAAA${c.slice(103)}`),
    },
    { name: 'emptied', damage: (text: string) => change(text, () => '') },
  ];
  it.each(damages)('because it is $name counts as signed out and is put aside', async ({ damage }) => {
    await signedIn();
    const [path = ''] = desk.keptFiles();
    const damaged = damage(readFileSync(path, 'utf8'));
    writeFileSync(path, damaged);
    const aside = `${path}.damaged`;
    const store = { kind: 'damaged', aside };
    expect(await openSignIn(ask(), desk.ports)).toEqual({ ok: false, error: { ...nobody.error, store } });
    expect(readFileSync(aside, 'utf8')).toBe(damaged);
    expect(desk.keptFiles()).toEqual([aside]);
    await signedIn();
    expect(await tokenOf(await reopened())).toMatch(/^eyJ/);
  });

  it('because the system refuses its file is no fault of the program, and is told in its words', async () => {
    const here = await signedIn();
    const [path = ''] = desk.keptFiles();
    rmSync(path);
    mkdirSync(path);
    expect(await here.session.get({ fresh: true })).toMatchObject({ error: { kind: 'needsInteraction' } });
    const found = await openSignIn(ask(), desk.ports);
    if (found.ok) throw new Error('It was opened');
    const { code, why, next } = explainSignIn(found.error, ask());
    expect({ code, why }).toEqual({ code: 'signInUnreadable', why: expect.stringContaining('EISDIR') });
    expect(next.at(-1)?.command).toBe('crossorg login --side source --profile c2f');
    expect(await keptSummary(ask(), desk.ports)).toBeNull();
  });

  it('because its key is gone counts as signed out', async () => {
    await signedIn();
    desk.keystore.secrets.clear();
    expect(await openSignIn(ask(), desk.ports)).toMatchObject({ error: { store: { kind: 'damaged' } } });
  });

  it('because the keystore is locked is left where it is', async () => {
    await signedIn();
    desk.keystore.isLocked = true;
    expect(await openSignIn(ask(), desk.ports)).toEqual({
      ok: false,
      error: { ...nobody.error, store: { kind: 'locked' } },
    });
    desk.keystore.isLocked = false;
    expect(await tokenOf(await reopened())).toMatch(/^eyJ/);
  });
});
