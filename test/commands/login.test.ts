import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appSecret, apps, contoso, fabrikam, makeAppKey, SignInService } from '../support/oidc.ts';
import { Person } from '../support/oidc-person.ts';
import { profileAt, SigningIn } from '../support/signing-in.ts';

let service: SignInService;
let place: SigningIn;
beforeAll(async () => {
  service = await SignInService.start(await makeAppKey());
});
afterAll(() => service.close());
beforeEach(async () => {
  place = new SigningIn();
  await place.save(profileAt(service.authority));
});
afterEach(() => place.remove());

const c2f = ['--profile', 'c2f'];
type More = NonNullable<Parameters<SigningIn['computer']['run']>[1]>;
const run = (argv: string[], more: More = {}) => place.computer.run(argv, { desk: place.desk, ...more });
const login = (...argv: string[]) => run(['login', ...c2f, ...argv]);

/** Types the code of a device sign-in as soon as it is said. */
function typing(as = 'pat') {
  let isTyped = false;
  return ({ out, err }: { out: string; err: string }) => {
    const text = out + err;
    const uri = /(?:Open: |"verificationUri":")(https:[^\s"]+)/.exec(text)?.[1];
    const code = /(?:Code: |"userCode":")([A-Z0-9-]+)/.exec(text)?.[1];
    if (isTyped || !uri || !code) return;
    isTyped = true;
    void new Person({ as }).enterCode(uri, code);
  };
}

const scopes = ['SharePointCrossTenantMigration.Read.All', 'SharePointCrossTenantMigration.Manage.All'];
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe('crossorg login', () => {
  it('signs in with the browser and tells who, where and until when', async () => {
    const { exitCode, out, err } = await login();
    expect(exitCode).toBe(0);
    expect(out).toContain('Signed in to Contoso as pat@contoso.example.');
    expect(out).toContain('keystore');
    expect(err).toContain('SOURCE tenant, Contoso (contoso.com)');
    expect(err).toContain(`The sign-in service is ${service.authority}`);
    expect(err).toContain(`Open: ${place.opened[0]}`);
  });

  it('is one document with --json', async () => {
    const { json, err } = await login('--json');
    expect(json).toMatchObject({
      ...{ kind: 'login', ok: true, profile: 'c2f', side: 'source', account: 'pat@contoso.example' },
      ...{ tenantId: contoso, expiresAt: time, scopes, storage: 'keystore', findings: [] },
    });
    expect(err).toContain('Open: https://');
  });

  it('tells a device code on standard error in two lines', async () => {
    const { exitCode, err } = await run(['login', ...c2f, '--auth', 'device', '--json'], { onSaid: typing() });
    expect(exitCode).toBe(0);
    expect(err).toMatch(/^Open: https:\/\/\S+\nCode: [A-Z0-9-]+\n$/);
  });

  it('tells a device code as an event', async () => {
    const { events, err } = await run(['login', ...c2f, '--auth', 'device', '--events'], { onSaid: typing() });
    const names = events.map(({ event }) => event);
    expect(names).toEqual(['started', 'deviceCode', 'signedIn', 'summary']);
    expect(events[1]).toMatchObject({
      userCode: expect.any(String),
      verificationUri: expect.any(String),
      expiresAt: time,
    });
    expect(events[2]).toMatchObject({ account: 'pat@contoso.example', tenantId: contoso, expiresAt: time });
    expect(err).toBe('');
  });

  it('signs in to the target', async () => {
    place.choice = { as: 'dana' };
    const { json } = await login('--side', 'target', '--json');
    expect(json).toMatchObject({ side: 'target', account: 'dana@contoso.example', tenantId: fabrikam });
  });

  it('refuses an account of another tenant, names both and keeps nothing', async () => {
    place.choice = { as: 'stranger' };
    const { exitCode, json, codes } = await login('--json');
    expect({ exitCode, codes }).toEqual({ exitCode: 4, codes: ['wrongTenant'] });
    expect(json.findings[0].why).toContain(contoso);
    expect(json.findings[0].why).toContain('99990000-1111-4222-8333-44445555cccc, as stranger@contoso.example');
    expect(json.findings[0].next[0].command).toBe('crossorg login --side source --profile c2f');
    expect(kept()).toEqual([]);
  });

  it('says what the service refused, with its code, words and ids', async () => {
    place.choice = { refuses: true };
    const { exitCode, json } = await login('--json');
    expect(exitCode).toBe(4);
    expect(json.findings[0]).toMatchObject({ code: 'AADSTS65004', service: { code: 'AADSTS65004' } });
    expect(json.findings[0].service.message).toContain('User declined to consent to access the app');
    expect(json.findings[0].next[1].do).toContain('/v2.0/adminconsent?client_id=');
    expect(json.findings[0].requestId).toMatch(/^0a1b/);
    expect(json.findings[0].clientRequestId).toMatch(/^9f8e/);
  });

  const stops = [
    { name: 'the browser', argv: [], at: 'Open: ' },
    { name: 'a code', argv: ['--auth', 'device'], at: 'Code: ' },
  ];
  it.each(stops)('ends at once with Ctrl+C while it waits for $name', async ({ argv, at }) => {
    place.choice = null;
    let stoppedAt = 0;
    const onSaid = ({ err }: { err: string }) => {
      if (stoppedAt === 0 && err.includes(at)) stoppedAt = performance.now();
    };
    const { exitCode, json, codes } = await run(['login', ...c2f, ...argv, '--json'], { stopAt: at, onSaid });
    expect(performance.now() - stoppedAt).toBeLessThan(150);
    expect({ exitCode, codes, kind: json.kind }).toEqual({ exitCode: 130, codes: ['signInStopped'], kind: 'error' });
  });

  it('says that nothing is kept where there is no keystore', async () => {
    place.keystore.isLocked = true;
    const { exitCode, json, codes } = await login('--json');
    expect({ exitCode, codes, storage: json.storage }).toEqual({
      exitCode: 0,
      codes: ['tokensInMemory'],
      storage: 'memory',
    });
    expect(kept()).toEqual([]);
    expect((await run(['whoami', ...c2f, '--json'])).exitCode).toBe(4);
  });

  it('writes a plain file for its owner only with --insecure-storage', async () => {
    place.keystore.isLocked = true;
    const { json } = await login('--json', '--insecure-storage');
    expect(json).toMatchObject({ storage: 'file', findings: [] });
    const [path = ''] = kept();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await run(['whoami', ...c2f, '--json'])).json.sides[0]).toMatchObject({ storage: 'file' });
  });

  it('warns of a brought token that would be used in its place', async () => {
    const { codes } = await run(['login', ...c2f, '--json'], { env: { CROSSORG_ACCESS_TOKEN: 'e30.e30.x' } });
    expect(codes).toEqual(['tokenGoesFirst']);
  });

  it('signs an app in to see that it can, and keeps nothing', async () => {
    await place.save(
      profileAt(service.authority, { auth: 'secret', source: { ...profileAt('').source, clientId: apps.secret } }),
    );
    const { json } = await run(['login', ...c2f, '--json'], { env: { CROSSORG_CLIENT_SECRET: appSecret } });
    expect(json).toMatchObject({ account: apps.secret, storage: 'memory', scopes, findings: [] });
  });

  const environment = { CROSSORG_TENANT_ID: contoso, CROSSORG_CLIENT_ID: apps.secret };
  it.each([
    { name: 'an app', env: { ...environment, CROSSORG_CLIENT_SECRET: appSecret }, code: 'appGoesFirst' },
    { name: 'half an app', env: environment, code: 'appVariablesMissing' },
  ])('warns of $name in the environment that the next command would meet first', async ({ env, code }) => {
    const { exitCode, codes } = await run(['login', ...c2f, '--json'], { env });
    expect({ exitCode, codes }).toEqual({ exitCode: 0, codes: [code] });
    expect((await run(['login', ...c2f, '--side', 'target', '--json'], { env })).codes).toEqual([]);
  });

  const ofApp = () =>
    profileAt(service.authority, { auth: 'secret', source: { ...profileAt('').source, clientId: apps.secret } });

  it('warns that an app which the profile does not name is not used afterwards', async () => {
    await place.save({ ...ofApp(), auth: 'browser' });
    const env = { CROSSORG_CLIENT_SECRET: appSecret };
    // The secret alone also stands in the way of the next command.
    expect((await run(['login', ...c2f, '--auth', 'secret', '--json'], { env })).codes).toEqual([
      'appVariablesMissing',
    ]);
    await place.save({ ...ofApp(), auth: 'certificate' });
    expect((await run(['login', ...c2f, '--auth', 'secret', '--json'], { env })).codes).toEqual(['profileGoesFirst']);
  });

  it('as the app of the profile ends the sign-in of a person before it', async () => {
    await login('--json');
    await place.save({ ...ofApp(), source: { ...ofApp().source, clientId: apps.person } });
    const env = { CROSSORG_CLIENT_SECRET: appSecret };
    expect((await run(['whoami', ...c2f, '--side', 'source', '--json'], { env })).json.sides[0].account).toMatch('pat');
    await place.save(ofApp());
    expect((await run(['login', ...c2f, '--json'], { env })).codes).toEqual([]);
    expect(kept()).toEqual([]);
  });

  const usage = [
    { name: 'no profile', argv: ['login'], code: 'profileMissing' },
    { name: 'another side', argv: ['login', ...c2f, '--side', 'both'], code: 'sideUnreadable' },
    { name: 'another method', argv: ['login', ...c2f, '--auth', 'password'], code: 'authUnreadable' },
    { name: 'a profile that is not there', argv: ['login', '--profile', 'n2f'], code: 'profileUnknown' },
    { name: 'the simulator', argv: ['login', '--simulator'], code: 'signInOnSimulator' },
  ];
  it.each(usage)('with $name is exit 2 and asks nobody', async ({ argv, code }) => {
    expect(await run([...argv, '--json'])).toMatchObject({ exitCode: 2, codes: [code], calls: [] });
  });

  it('names the host that cannot be reached', async () => {
    await place.save(profileAt('https://sign-in.invalid'));
    const { exitCode, json } = await login('--json');
    expect(exitCode).toBe(7);
    expect(json.findings[0]).toMatchObject({ code: 'networkDns' });
    expect(json.findings[0].why).toContain('sign-in.invalid');
  });
});

describe('where no browser opens', () => {
  const pasting = (texts: (end: string) => string[]) => {
    const stdin = new PassThrough();
    let isOpened = false;
    const onSaid = ({ err }: { err: string }) => {
      const address = /^Open: (\S+)$/m.exec(err)?.[1];
      if (isOpened || !address || !err.includes('ssh -L')) return;
      isOpened = true;
      void new Person({ staysAway: true }).signIn(address).then(({ url }) => {
        for (const text of texts(url)) stdin.write(`${text}\n`);
      });
    };
    return { stdin: stdin as unknown as NodeJS.ReadStream, onSaid, terminal: true };
  };

  it('the address it ended at can be pasted, and a wrong one is said', async () => {
    place.choice = null;
    const told = pasting((end) => ['', 'hello', end.replace(/state=\w/, 'state='), end]);
    const { exitCode, err, out } = await run(['login', ...c2f], told);
    expect(exitCode).toBe(0);
    expect(err).toMatch(/ssh -L (\d+):localhost:\1 ws-1/);
    expect(err).toContain('paste it here');
    expect(err).toContain('That is not the address the browser ended at');
    expect(err).toContain('That address belongs to another sign-in');
    expect(out).toContain('Signed in to Contoso');
  });
});

describe('crossorg whoami', () => {
  it('tells both sides without asking anybody', async () => {
    await login('--json');
    const { json, exitCode, calls } = await run(['whoami', ...c2f, '--json']);
    expect({ exitCode, calls }).toEqual({ exitCode: 0, calls: [] });
    expect(json).toMatchObject({ kind: 'whoami', profile: 'c2f' });
    expect(json.sides).toEqual([
      {
        side: 'source',
        account: 'pat@contoso.example',
        tenantId: contoso,
        expiresAt: time,
        scopes,
        storage: 'keystore',
      },
      { side: 'target', account: null, tenantId: null, expiresAt: null, scopes: [], storage: null },
    ]);
    const { out } = await run(['whoami', ...c2f]);
    expect(out).toContain('Contoso, source: pat@contoso.example');
    expect(out).toContain('Fabrikam, target: nobody is signed in.');
  });

  it('is exit 4 where nobody is signed in, and names the way in', async () => {
    const { exitCode, json, codes } = await run(['whoami', ...c2f, '--json']);
    expect({ exitCode, codes }).toEqual({ exitCode: 4, codes: ['signInMissing'] });
    expect(json.kind).toBe('whoami');
    expect(json.findings[0].next[0].command).toBe('crossorg login --side source --profile c2f');
    expect((await run(['whoami', ...c2f, '--side', 'target', '--json'])).codes).toEqual(['signInMissing']);
  });

  it('tells of a brought token without a profile', async () => {
    const claims = { tid: contoso, upn: 'mia@contoso.com', scp: scopes.join(' '), exp: 1_900_000_000 };
    const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    const { json } = await run(['whoami', '--json'], { env: { CROSSORG_ACCESS_TOKEN: token } });
    expect(json.sides).toEqual([
      {
        side: 'source',
        account: 'mia@contoso.com',
        tenantId: contoso,
        expiresAt: time,
        scopes,
        storage: 'environment',
      },
    ]);
  });

  it.each([
    { argv: ['--side', 'both'], code: 'sideUnreadable' },
    { argv: ['--side', 'target'], code: 'profileMissing' },
    { argv: ['--simulator'], code: 'signInOnSimulator' },
  ])('with a brought token and $argv is exit 2: $code', async ({ argv, code }) => {
    const { exitCode, json } = await run(['whoami', '--json', ...argv], {
      env: { CROSSORG_ACCESS_TOKEN: 'e30.e30.x' },
    });
    expect(exitCode).toBe(2);
    expect(json.findings.map((one: { code: string }) => one.code)).toContain(code);
  });

  it('asks for an app of the environment', async () => {
    const env = { CROSSORG_TENANT_ID: contoso, CROSSORG_CLIENT_ID: apps.secret, CROSSORG_CLIENT_SECRET: appSecret };
    const { json } = await run(['whoami', ...c2f, '--side', 'source', '--json'], { env });
    expect(json.sides[0]).toMatchObject({ account: apps.secret, tenantId: contoso, storage: 'memory', scopes });
  });

  it('is content with an app that acts in the source alone', async () => {
    const { source } = profileAt(service.authority);
    await place.save(profileAt(service.authority, { auth: 'secret', source: { ...source, clientId: apps.secret } }));
    const env = { CROSSORG_CLIENT_SECRET: appSecret };
    const { exitCode, codes } = await run(['whoami', ...c2f, '--json'], { env });
    expect({ exitCode, codes }).toEqual({ exitCode: 0, codes: [] });
    expect((await run(['whoami', ...c2f, '--side', 'target', '--json'], { env })).codes).toEqual(['secretForTarget']);
  });

  it('does not count a sign-in of the app that the profile named before', async () => {
    await login('--json');
    const { source } = profileAt('');
    await place.save(profileAt(service.authority, { source: { ...source, clientId: apps.certificate } }));
    expect((await run(['whoami', ...c2f, '--json'])).codes).toEqual(['signInMissing']);
  });

  it('promises no renewal of a brought token that has ended', async () => {
    const token = `e30.${Buffer.from(JSON.stringify({ tid: contoso, exp: 1 })).toString('base64url')}.x`;
    const { out } = await run(['whoami'], { env: { CROSSORG_ACCESS_TOKEN: token } });
    expect(out).toContain('  Token        has ended\n');
  });

  it('says what happened to a sign-in that cannot be opened', async () => {
    await login('--json');
    place.keystore.isLocked = true;
    expect((await run(['whoami', ...c2f, '--json'])).codes).toEqual(['keystoreLocked']);
    place.keystore.isLocked = false;
    place.keystore.secrets.clear();
    const { json, codes } = await run(['whoami', ...c2f, '--json']);
    expect(codes).toEqual(['signInDamaged']);
    expect(json.findings[0].why).toContain('.damaged');
  });
});

describe('crossorg logout', () => {
  it('removes the sign-ins and their keys', async () => {
    await login('--json');
    const { json } = await run(['logout', ...c2f, '--json']);
    expect(json).toMatchObject({ kind: 'logout', ok: true });
    expect(json.sides).toEqual([
      { side: 'source', wasSignedIn: true },
      { side: 'target', wasSignedIn: false },
    ]);
    expect(kept()).toEqual([]);
    expect(place.keystore.secrets.size).toBe(0);
    expect((await run(['whoami', ...c2f, '--json'])).exitCode).toBe(4);
  });

  it('says what cannot be removed, in the words of the system', async () => {
    await login('--json');
    const [path = ''] = kept();
    rmSync(path);
    mkdirSync(join(path, 'x'), { recursive: true });
    const { exitCode, json, codes } = await run(['logout', ...c2f, '--json']);
    expect({ exitCode, codes }).toEqual({ exitCode: 1, codes: ['signInNotRemoved'] });
    expect(json.findings[0].why).toContain('EISDIR');
  });

  it('removes those of a sign-in service that the profile named before', async () => {
    await login('--json');
    await place.save(profileAt('https://login.example.com'));
    const { json } = await run(['logout', ...c2f, '--json']);
    expect({ kept: kept(), side: json.sides[0] }).toEqual({ kept: [], side: { side: 'source', wasSignedIn: true } });
  });

  it('leaves the other side and other profiles alone', async () => {
    await place.save(profileAt(service.authority, { name: 'n2f' }));
    await login('--json');
    await login('--json', '--side', 'target');
    await run(['login', '--profile', 'n2f', '--json']);
    await run(['logout', ...c2f, '--side', 'target', '--json']);
    expect(kept()).toHaveLength(2);
    const { out } = await run(['logout', ...c2f]);
    expect(out).toContain('Signed out of Contoso, the source tenant.');
    expect(out).toContain('Nobody was signed in to Fabrikam, the target tenant.');
    expect((await run(['whoami', '--profile', 'n2f', '--json'])).exitCode).toBe(0);
  });
});

it('a profile that is removed takes its sign-ins with it', async () => {
  await login('--json');
  await login('--json', '--side', 'target');
  const { exitCode } = await run(['profile', 'remove', 'c2f', '--confirm', 'c2f', '--json']);
  expect({ exitCode, kept: kept(), keys: place.keystore.secrets.size }).toEqual({ exitCode: 0, kept: [], keys: 0 });
});

/** The files of kept sign-ins. */
function kept(): string[] {
  const state = join(place.computer.folder, 'state');
  const all = readdirSync(place.computer.folder, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => /sign-in.*\.json$/.test(path)).map((path) => join(state, '..', path));
}

it('no secret of a sign-in is in any file, output or error without --insecure-storage', async () => {
  const told = [await login('--json'), await run(['whoami', ...c2f]), await login('--events')];
  const tokens = service.issued();
  expect(tokens.length).toBeGreaterThan(4);
  const files = readdirSync(place.computer.folder, { recursive: true, withFileTypes: true });
  const texts = [
    ...files.flatMap((file) => (file.isFile() ? [readFileSync(join(file.parentPath, file.name), 'utf8')] : [])),
    ...told.flatMap(({ out, err }) => [out, err]),
  ];
  for (const token of tokens) for (const text of texts) expect(text.includes(token)).toBe(false);
});
