import { createPrivateKey, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSignIn } from '../../src/auth/sign-in.ts';
import type { SignInAsk } from '../../src/auth/sign-in-ask.ts';
import { type AppKey, appSecret, apps, contoso, makeAppKey, SignInService } from '../support/oidc.ts';
import { askAt, Desk, signInAt } from './harness.ts';

let service: SignInService;
let key: AppKey;
let desk: Desk;
beforeAll(async () => {
  key = await makeAppKey();
  service = await SignInService.start(key);
});
afterAll(() => service.close());
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

const roles = ['SharePointCrossTenantMigration.Read.All', 'SharePointCrossTenantMigration.Manage.All'];
const ask = (more: Partial<SignInAsk>) => askAt(service, more);
const bySecret = () => ask({ method: 'secret', clientId: apps.secret });
const byCertificate = () => ask({ method: 'certificate', clientId: apps.certificate });
const byAssertion = () => ask({ method: 'federated', clientId: apps.certificate });

const keep = (name: string, text: string | Buffer): string => {
  const path = join(desk.folder, name);
  writeFileSync(path, text);
  return path;
};

const signedIn = (clientId: string) => ({
  ok: true,
  value: { who: { account: clientId, isApp: true, tenantId: contoso, scopes: roles, storage: 'memory' } },
});
const unusable = (problem: string, path: string | null = null) => ({
  ok: false,
  error: { kind: 'credential', problem, path },
});

describe('by secret', () => {
  it('an app signs in, and nothing is kept', async () => {
    desk.env = { CROSSORG_CLIENT_SECRET: `${appSecret}\n` };
    expect(await signInAt(desk, bySecret())).toMatchObject(signedIn(apps.secret));
    expect(desk.keptFiles()).toEqual([]);
    expect(service.forms.at(-1)?.scope).toBe('https://graph.microsoft.com/.default');
  });

  it('the next command signs in by itself', async () => {
    desk.env = { CROSSORG_CLIENT_SECRET: appSecret };
    const result = await openSignIn(bySecret(), desk.ports);
    expect(result).toMatchObject(signedIn(apps.secret));
    if (!result.ok) return;
    const [one, same] = [await result.value.session.get(), await result.value.session.get()];
    const fresh = await result.value.session.get({ fresh: true });
    expect(same).toEqual(one);
    expect(fresh.ok && fresh.value.token).not.toBe(one.ok && one.value.token);
  });

  it('a wrong one is refused in the words of the service', async () => {
    desk.env = { CROSSORG_CLIENT_SECRET: 'wrong' };
    expect(await signInAt(desk, bySecret())).toMatchObject({
      ok: false,
      error: { kind: 'refused', code: 'AADSTS7000215', error: 'invalid_client' },
    });
  });

  it('without one, and on the target side, nobody is asked', async () => {
    const before = service.requests.length;
    expect(await signInAt(desk, bySecret())).toEqual(unusable('secretMissing'));
    desk.env = { CROSSORG_CLIENT_SECRET: appSecret };
    expect(await signInAt(desk, { ...bySecret(), side: 'target' })).toEqual(unusable('secretForTarget'));
    expect(service.requests.length).toBe(before);
  });
});

describe('by certificate', () => {
  const signInWith = (text: string | Buffer, password?: string) => {
    const path = keep('app.pem', text);
    desk.env = {
      CROSSORG_CLIENT_CERTIFICATE: path,
      ...(password === undefined ? {} : { CROSSORG_CLIENT_CERTIFICATE_PASSWORD: password }),
    };
    return { path, result: signInAt(desk, byCertificate()) };
  };
  const locked = () =>
    createPrivateKey(key.key)
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' })
      .toString();

  const orders = [
    { name: 'the key first', text: () => `${key.key}\n${key.cert}` },
    { name: 'the certificate first', text: () => `${key.cert}\n${key.key}` },
    {
      name: 'words around them',
      text: () => `Bag Attributes\r\n${key.cert}\r\nKey Attributes: <No>\r\n${key.key}\r\n`,
    },
  ];
  it.each(orders)('an app signs in with $name', async ({ text }) => {
    expect(await signInWith(text()).result).toMatchObject(signedIn(apps.certificate));
  });

  it('the own certificate is found among those of its authorities', async () => {
    const other = await makeAppKey();
    expect(await signInWith(`${other.cert}\n${key.cert}\n${key.key}`).result).toMatchObject(signedIn(apps.certificate));
  });

  it('an encrypted key is opened with its password', async () => {
    expect(await signInWith(locked() + key.cert, 'open sesame').result).toMatchObject(signedIn(apps.certificate));
  });

  const brokenKey = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';
  const pfx = Buffer.from([0x30, 0x82, 0x0a, 0x55, 0x02, 0x01, 0x03, 0x30]);
  const bad = [
    { name: 'a PFX', text: () => pfx, problem: 'pfx' },
    { name: 'no PEM', text: () => 'hello', problem: 'unreadable' },
    { name: 'a certificate alone', text: () => key.cert, problem: 'withoutKey' },
    { name: 'a key alone', text: () => key.key, problem: 'withoutCertificate' },
    { name: 'an encrypted key without its password', text: () => locked() + key.cert, problem: 'passwordMissing' },
    { name: 'a broken key', text: () => brokenKey + key.cert, problem: 'withoutKey' },
  ];
  it.each(bad)('$name is told apart before anybody is asked', async ({ text, problem }) => {
    const before = service.requests.length;
    const { path, result } = signInWith(text());
    expect(await result).toEqual(unusable(problem, path));
    expect(service.requests.length).toBe(before);
  });

  it('a wrong password is told apart', async () => {
    const { path, result } = signInWith(locked() + key.cert, 'wrong');
    expect(await result).toEqual(unusable('passwordWrong', path));
  });

  it('a key of another certificate is told apart', async () => {
    const other = await makeAppKey();
    const { path, result } = signInWith(other.key + key.cert);
    expect(await result).toEqual(unusable('mismatch', path));
  });

  it('an elliptic key is told apart', async () => {
    const elliptic = await generate([{ name: 'commonName', value: 'app' }], { keyType: 'ec', algorithm: 'sha256' });
    const { path, result } = signInWith(elliptic.private + elliptic.cert);
    expect(await result).toEqual(unusable('notRsa', path));
  });

  it('an expired certificate is told apart', async () => {
    const old = await generate([{ name: 'commonName', value: 'app' }], {
      algorithm: 'sha256',
      notBeforeDate: new Date('2020-01-01'),
      notAfterDate: new Date('2021-01-01'),
    });
    const { path, result } = signInWith(old.private + old.cert);
    expect(await result).toEqual(unusable('expired', path));
  });

  it('a file that is not there is named', async () => {
    desk.env = { CROSSORG_CLIENT_CERTIFICATE: '/nowhere/app.pem' };
    expect(await signInAt(desk, byCertificate())).toEqual(unusable('unreadable', '/nowhere/app.pem'));
    desk.env = {};
    expect(await signInAt(desk, byCertificate())).toEqual(unusable('certificateMissing'));
  });
});

/** What a platform that the tenant trusts says of the app. */
function assertion(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: apps.certificate, sub: apps.certificate, aud: `${service.authority}/${contoso}/v2.0` };
  const head = `${part({ alg: 'PS256' })}.${part({ ...claims, iat: now, exp: now + 300, jti: `${now}-${Math.random()}` })}`;
  const signature = sign('sha256', Buffer.from(head), { key: key.key, padding: 6, saltLength: 32 });
  return `${head}.${signature.toString('base64url')}`;
}

describe('by federated assertion', () => {
  it('an app signs in with the file that its platform keeps', async () => {
    desk.env = { AZURE_FEDERATED_TOKEN_FILE: keep('token', `${assertion()}\n`) };
    expect(await signInAt(desk, byAssertion())).toMatchObject(signedIn(apps.certificate));
  });

  it('the file is read anew for each token', async () => {
    desk.env = { AZURE_FEDERATED_TOKEN_FILE: keep('token', assertion()) };
    const result = await openSignIn(byAssertion(), desk.ports);
    if (!result.ok) throw new Error(result.error.kind);
    // An assertion counts once: the old one would be refused.
    keep('token', assertion());
    expect(await result.value.session.get({ fresh: true })).toMatchObject({ ok: true });
  });

  it('an app signs in inside a workflow of GitHub', async () => {
    const asked: string[] = [];
    const github = await served((request) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      return { value: assertion() };
    });
    desk.env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}/token?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'run' };
    expect(await signInAt(desk, byAssertion())).toMatchObject(signedIn(apps.certificate));
    expect(asked[0]).toBe('/token?v=1&audience=api%3A%2F%2FAzureADTokenExchange Bearer run');
    github.close();
  });

  const without: { name: string; env: Record<string, string>; path: string | null }[] = [
    { name: 'nothing set', env: {}, path: null },
    { name: 'a file that is not there', env: { AZURE_FEDERATED_TOKEN_FILE: '/nowhere' }, path: '/nowhere' },
    { name: 'an address without a token', env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://a.example' }, path: null },
    {
      name: 'an address in the clear',
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://a.example', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'run' },
      path: null,
    },
  ];
  it.each(without)('with $name nobody is asked', async ({ env, path }) => {
    desk.env = env;
    expect(await signInAt(desk, byAssertion())).toEqual(unusable('assertionMissing', path));
  });
});

type Served = { url: string; close(): void };
type Asked = { url?: string | undefined; headers: Record<string, unknown> };

async function served(answer: (request: Asked) => object): Promise<Served> {
  const server: Server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(request)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

describe('by managed identity', () => {
  const tokenOf = (tid: string) =>
    `e30.${Buffer.from(JSON.stringify({ tid, appid: 'the-identity', roles })).toString('base64url')}.x`;
  let platform: Served;
  let token: string;
  const asked: string[] = [];
  beforeAll(async () => {
    platform = await served(({ url, headers }) => {
      asked.push(`${url} ${headers['x-identity-header']}`);
      const expires_on = Math.floor(Date.now() / 1000) + 3600;
      return { access_token: token, expires_on, resource: 'https://graph.microsoft.com', token_type: 'Bearer' };
    });
    vi.stubEnv('IDENTITY_ENDPOINT', `${platform.url}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'the-header');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    platform.close();
  });
  const identity = (clientId: string | null) => ask({ method: 'managed', clientId });

  it("the platform's own identity signs in, and its tenant is read from the token", async () => {
    token = tokenOf(contoso);
    const result = await signInAt(desk, identity(null));
    expect(result).toMatchObject(signedIn('the-identity'));
    expect(asked.at(-1)).toContain('resource=https%3A%2F%2Fgraph.microsoft.com');
    expect(asked.at(-1)).toContain('the-header');
  });

  it('one of several identities is named by its client id', async () => {
    token = tokenOf(contoso);
    expect(await signInAt(desk, identity('identity-2'))).toMatchObject({ ok: true });
    expect(asked.at(-1)).toContain('client_id=identity-2');
  });

  it('of another tenant is refused', async () => {
    token = tokenOf('99990000-1111-4222-8333-44445555cccc');
    expect(await signInAt(desk, identity('identity-3'))).toMatchObject({ error: { kind: 'wrongTenant' } });
  });

  it('that does not say its tenant is refused', async () => {
    token = 'opaque';
    expect(await signInAt(desk, identity('identity-4'))).toEqual({ ok: false, error: { kind: 'tenantUnknown' } });
  });
});
