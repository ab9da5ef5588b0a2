import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignInAsk } from '../../src/auth/sign-in-ask.ts';
import type { SignInNews } from '../../src/auth/sign-in-news.ts';
import { apps, contoso, fabrikam, makeAppKey, SignInService } from '../support/oidc.ts';
import { correlationId, traceId } from '../support/oidc-dialect.ts';
import { Person } from '../support/oidc-person.ts';
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

const both = ['SharePointCrossTenantMigration.Read.All', 'SharePointCrossTenantMigration.Manage.All'];
const ask = (more: Partial<SignInAsk> = {}) => askAt(service, more);

const methods = [
  { name: 'the browser', more: { method: 'browser' as const } },
  { name: 'a code', more: { method: 'device' as const } },
];

describe.each(methods)('with $name', ({ more }) => {
  it('a person signs in to the tenant of the profile', async () => {
    const result = await signInAt(desk, ask(more), withCode());
    expect(result).toMatchObject({
      ok: true,
      value: {
        who: { account: 'pat@contoso.example', isApp: false, tenantId: contoso, scopes: both, storage: 'keystore' },
      },
    });
    if (!result.ok) return;
    const inAnHour = Date.now() + 3_600_000;
    expect(Math.abs(result.value.who.expiresAt - inAnHour)).toBeLessThan(60_000);
  });

  it('both permissions are asked for at once', async () => {
    await signInAt(desk, ask(more), withCode());
    for (const scope of both) expect(lastScopes()).toContain(`https://graph.microsoft.com/${scope}`);
  });

  it('a read-only profile asks for reading alone', async () => {
    const result = await signInAt(desk, ask({ ...more, isReadOnly: true }), withCode());
    expect(lastScopes()).not.toContain('Manage');
    expect(result).toMatchObject({ value: { who: { scopes: [both[0]] } } });
  });

  it('an account of another tenant is refused, and nothing of it is kept', async () => {
    desk.choice = { as: 'stranger' };
    const result = await signInAt(desk, ask(more), withCode({ as: 'stranger' }));
    const [, actual] = [contoso, '99990000-1111-4222-8333-44445555cccc'];
    expect(result).toEqual({
      ok: false,
      error: { kind: 'wrongTenant', side: 'source', expected: contoso, actual, account: 'stranger@contoso.example' },
    });
    expect(desk.keptFiles()).toEqual([]);
    expect(desk.keystore.secrets.size).toBe(0);
  });

  it('a person who refuses is told in the words of the service', async () => {
    desk.choice = { refuses: true };
    const result = await signInAt(desk, ask(more), withCode({ refuses: true }));
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'refused', error: 'access_denied', code: 'AADSTS65004' },
    });
    if (result.ok || result.error.kind !== 'refused') return;
    expect(result.error).toMatchObject({ traceId, correlationId });
    expect(result.error.message).toContain('declined to consent');
  });

  it('what the token endpoint refuses keeps its code, text and ids', async () => {
    const refusal = { error: 'invalid_grant', code: 53003, says: 'Access has been blocked by Conditional Access.' };
    service.refusals.push(refusal);
    const result = await signInAt(desk, ask(more), withCode());
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'refused', code: 'AADSTS53003', error: 'invalid_grant', traceId, correlationId },
    });
  });

  it('a sign-in that is stopped answers at once', async () => {
    desk.choice = null;
    const stop = new AbortController();
    let stoppedAt = 0;
    const hear = () => {
      stoppedAt = performance.now();
      stop.abort();
    };
    const result = await signInAt(desk, ask(more), { hear, signal: stop.signal });
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(performance.now() - stoppedAt).toBeLessThan(1000);
    expect(desk.keptFiles()).toEqual([]);
  });

  it('a sign-in that was stopped before it began asks nobody', async () => {
    const before = service.requests.length;
    const result = await signInAt(desk, ask(more), { signal: AbortSignal.abort() });
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(service.requests.length - before).toBe(0);
  });

  it('without an app in the profile nobody is asked', async () => {
    const result = await signInAt(desk, ask({ ...more, clientId: null }));
    expect(result).toEqual({ ok: false, error: { kind: 'appMissing' } });
  });

  it('both sides sign in at once and share nothing', async () => {
    const target = ask({ ...more, side: 'target', tenantId: fabrikam });
    const [one, other] = await Promise.all([
      signInAt(desk, ask(more), withCode()),
      signInAt(desk, target, withCode({ as: 'dana' })),
    ]);
    expect(one).toMatchObject({ value: { who: { tenantId: contoso } } });
    expect(other).toMatchObject({ value: { who: { tenantId: fabrikam } } });
    expect(desk.keptFiles()).toHaveLength(2);
    expect(new Set(desk.keystore.secrets.values()).size).toBe(2);
  });

  const blocked = [
    { name: 'a host that does not exist', authority: 'https://sign-in.invalid', reason: 'dns' },
    { name: 'a port where nobody listens', authority: 'https://localhost:4', reason: 'refused' },
  ];
  it.each(blocked)('$name is a network failure with its host', async ({ authority, reason }) => {
    const result = await signInAt(desk, ask({ ...more, authority }));
    expect(result).toMatchObject({ ok: false, error: { kind: 'network', reason, host: new URL(authority).host } });
  });
});

const lastScopes = (): string => {
  const [address] = desk.opened;
  return (address ? new URL(address).searchParams.get('scope') : service.forms.at(-1)?.scope) ?? '';
};

describe('a code', () => {
  it('is told with its address and its end', async () => {
    const news: SignInNews[] = [];
    const stop = new AbortController();
    const hear = (one: SignInNews) => {
      news.push(one);
      stop.abort();
    };
    await signInAt(desk, ask({ method: 'device' }), { hear, signal: stop.signal });
    const verificationUri = `${service.authority}/${contoso}/devicelogin`;
    expect(news).toEqual([
      {
        kind: 'code',
        userCode: expect.stringMatching(/^\w{4}-?\w{4}$/),
        verificationUri,
        expiresAt: expect.any(Number),
      },
    ]);
  });

  it('that runs out ends the sign-in', async () => {
    const result = await signInAt(desk, ask({ method: 'device' }), { hear: () => service.store.expireCodes() });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'expired', what: 'code', refusal: { code: 'AADSTS70020' } },
    });
  });
});

describe('a browser on another computer', () => {
  /** The address that the browser ends at there, where nobody listens. */
  const endOf = async (address: string): Promise<string> => (await new Person({ staysAway: true }).signIn(address)).url;
  type BrowserNews = Extract<SignInNews, { kind: 'browser' }>;
  const whenTold = (act: (news: BrowserNews) => Promise<void>) => ({
    hear: (news: SignInNews) => {
      if (news.kind === 'browser') void act(news);
    },
  });
  beforeEach(() => {
    desk.choice = null;
  });

  it('is served by pasting the address it ended at', async () => {
    const result = await signInAt(
      desk,
      ask(),
      whenTold(async (news) => {
        expect(news.opened).toBe(false);
        expect(news.paste(await endOf(news.address))).toBe('taken');
      }),
    );
    expect(result).toMatchObject({ ok: true, value: { who: { account: 'pat@contoso.example' } } });
  });

  const broken = [
    { name: 'broken into lines', change: (url: string) => url.replace(/(.{40})/g, '$1\n  ') },
    { name: 'in quotes', change: (url: string) => `"${url}"` },
    { name: 'from the question mark on', change: (url: string) => url.slice(url.indexOf('?')) },
  ];
  it.each(broken)('may be pasted $name', async ({ change }) => {
    const told = whenTold(async (news) => {
      news.paste(change(await endOf(news.address)));
    });
    expect(await signInAt(desk, ask(), told)).toMatchObject({ ok: true });
  });

  it('is waited for while what is pasted does not fit', async () => {
    const told = whenTold(async (news) => {
      const end = await endOf(news.address);
      const stranger = end.replace(/state=[^&]+/, 'state=another');
      expect(news.paste(stranger)).toBe('otherSignIn');
      expect(news.paste(`${end}&state=another`)).toBe('otherSignIn');
      for (const text of ['', 'hello', news.address, `http://localhost:${news.port}/`])
        expect(news.paste(text)).toBe('unreadable');
      expect(news.paste(end)).toBe('taken');
    });
    expect(await signInAt(desk, ask(), told)).toMatchObject({ ok: true });
  });

  it('may be pasted a refusal as well', async () => {
    const told = whenTold(async ({ address, paste }) => {
      paste((await new Person({ staysAway: true, refuses: true }).signIn(address)).url);
    });
    expect(await signInAt(desk, ask(), told)).toMatchObject({ ok: false, error: { code: 'AADSTS65004' } });
  });

  it('reaches the port by a tunnel, and strangers there change nothing', async () => {
    const pages: number[] = [];
    const told = whenTold(async ({ address, port }) => {
      for (const path of ['/favicon.ico', '/?code=x&state=guessed'])
        pages.push((await fetch(`http://localhost:${port}${path}`)).status);
      pages.push((await new Person().signIn(address)).status);
    });
    expect(await signInAt(desk, ask(), told)).toMatchObject({ ok: true });
    expect(pages.slice(0, 2)).toEqual([404, 400]);
  });

  it('asks for the code in the address, with a challenge and a state', async () => {
    const told = whenTold(async ({ address, paste }) => {
      const { searchParams } = new URL(address);
      expect(Object.fromEntries(searchParams)).toMatchObject({
        response_mode: 'query',
        code_challenge_method: 'S256',
        prompt: 'select_account',
        client_id: apps.person,
      });
      paste(await endOf(address));
    });
    expect(await signInAt(desk, ask(), told)).toMatchObject({ ok: true });
  });
});

it('a certificate that nobody here knows is told from other network failures', async () => {
  const { Agent, fetch: send } = await import('undici');
  const dispatcher = new Agent({ connect: { ca: [] } });
  const ports = {
    ...desk.ports,
    fetch: (url: string, init: object) => send(url, { ...init, dispatcher }) as unknown as Promise<Response>,
  };
  const { signIn } = await import('../../src/auth/sign-in.ts');
  const wishes = { hear: () => undefined, signal: new AbortController().signal };
  expect(await signIn(ask(), ports, wishes)).toMatchObject({ ok: false, error: { kind: 'network', reason: 'tls' } });
});

it('no secret of a sign-in is written in the clear', async () => {
  const result = await signInAt(desk, ask());
  if (!result.ok) throw new Error(result.error.kind);
  const grant = await result.value.session.get();
  const token = grant.ok ? grant.value.token : '';
  expect(token).toMatch(/^eyJ/);
  const files = desk.keptFiles().map((path) => readFileSync(path, 'utf8'));
  expect(files).toHaveLength(1);
  for (const text of files) {
    expect(text).not.toContain(token);
    expect(text).not.toMatch(/RefreshToken|credential_type|homeAccountId/);
  }
});
