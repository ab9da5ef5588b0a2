import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Told } from '../support/command-line.ts';
import { openDoor, through } from '../support/door.ts';
import { confirmed, userMove } from '../support/moves.ts';
import { appSecret, apps, contoso, makeAppKey, SignInService } from '../support/oidc.ts';
import { Person } from '../support/oidc-person.ts';
import { type Place, serving } from '../support/served.ts';
import { profileAt, SigningIn } from '../support/signing-in.ts';
import { type Trace, tracesIn } from './secret-places.ts';

let service: SignInService;
let graph: Place;
let place: SigningIn;
let heard: Trace[];
beforeAll(async () => {
  service = await SignInService.start(await makeAppKey());
});
afterAll(() => service.close());
beforeEach(async () => {
  service.forms.splice(0);
  graph = await serving();
  place = new SigningIn(graph.computer.clock);
  await place.save(profileAt(service.authority));
  heard = [];
});
afterEach(async () => {
  place.remove();
  await graph.close();
});

const c2f = ['--profile', 'c2f'];
type More = NonNullable<Parameters<SigningIn['computer']['run']>[1]>;

/** A command; whoever reads a code from it types it elsewhere. */
async function run(argv: readonly string[], more: More = {}, doorman = openDoor()): Promise<Told> {
  let isTyped = false;
  const onSaid = ({ out, err }: { out: string; err: string }) => {
    const address = /(?:Open: |"verificationUri":")(https:[^\s"]+)/.exec(out + err)?.[1];
    const code = /(?:Code: |"userCode":")([A-Z0-9-]+)/.exec(out + err)?.[1];
    if (isTyped || !address || !code) return;
    isTyped = true;
    void new Person().enterCode(address, code);
  };
  const told = await place.computer.run(argv, {
    ...{ desk: place.desk, fetch: through(graph, service, doorman), onSaid },
    ...more,
    env: { CROSSORG_GRAPH_URL: graph.computer.env.CROSSORG_GRAPH_URL, ...more.env },
  });
  const where = argv.slice(0, 2).join(' ');
  heard.push({ where: `stdout of ${where}`, text: told.out }, { where: `stderr of ${where}`, text: told.err });
  return told;
}

/** What was sent to the sign-in service and may be seen by nobody else. */
const sentSecrets = ['code', 'device_code', 'code_verifier', 'refresh_token', 'client_secret', 'client_assertion'];

const secrets = (): string[] => [
  ...new Set([
    ...service.issued(),
    ...service.forms.flatMap((form) => sentSecrets.flatMap((name) => form[name] ?? [])),
  ]),
];

/** The ends of web tokens differ where their beginnings do not. */
const isIn = (secret: string, { text }: Trace): boolean =>
  text.includes(secret) || (secret.length > 60 && text.includes(secret.slice(-40)));

/** Where secrets are, after everything was said and a bundle was made. */
async function leaks(): Promise<string[]> {
  await run(['bundle', '--out', join(place.computer.folder, 'bundle.txt')]);
  const traces = [...heard, ...tracesIn(place.computer.folder), { where: 'process title', text: process.title }];
  return [...new Set(secrets().flatMap((one) => traces.filter((trace) => isIn(one, trace)).map(({ where }) => where)))];
}

const moving = [...userMove(), ...confirmed, '--confirm-target', 'Fabrikam', ...c2f];

/** What people do with a sign-in. */
const story = [
  ['whoami', ...c2f],
  ['whoami', ...c2f, '--json'],
  [...userMove('omar'), '--dry-run', ...c2f],
  [...moving, '--watch', '--json'],
  ['status', '--last', ...c2f],
  ['runs', '--last', ...c2f],
  ['report', '--last'],
  ['profile', 'show', 'c2f'],
];

const flows: { name: string; login: readonly string[]; env?: More['env']; locked?: boolean; kinds: string[] }[] = [
  { name: 'the browser', login: ['login', ...c2f], kinds: ['code', 'code_verifier'] },
  { name: 'a code', login: ['login', ...c2f, '--auth', 'device'], kinds: ['device_code'] },
  { name: 'a code as events', login: ['login', ...c2f, '--auth', 'device', '--events'], kinds: ['device_code'] },
  { name: 'the browser, without a keystore', login: ['login', ...c2f], locked: true, kinds: ['code'] },
  {
    name: 'the secret of an app',
    login: ['whoami', ...c2f],
    env: { CROSSORG_TENANT_ID: contoso, CROSSORG_CLIENT_ID: apps.secret, CROSSORG_CLIENT_SECRET: appSecret },
    kinds: ['client_secret'],
  },
];

describe('tokens and codes of a real sign-in', () => {
  test.each(flows)('by $name are nowhere but in memory, and sealed', async ({ login, env = {}, locked, kinds }) => {
    place.keystore.isLocked = locked ?? false;
    await run(login, { env });
    for (const argv of story) await run(argv, { env });
    await run(['logout', ...c2f]);
    for (const kind of kinds) expect(service.forms.some((form) => form[kind])).toBe(true);
    expect(secrets().length).toBeGreaterThan(1);
    expect(await leaks()).toEqual([]);
  });

  test('are nowhere when Graph and the sign-in service turn them away', async () => {
    await run(['login', ...c2f]);
    service.refusals.push({ error: 'invalid_grant', code: 50173, says: `Revoked: ${service.issued().at(-1)}` });
    await run(
      [...moving, '--json'],
      {},
      openDoor(() => true),
    );
    service.store.revokeAll();
    for (const argv of story)
      await run(
        argv,
        {},
        openDoor(() => true),
      );
    expect(await leaks()).toEqual([]);
  });

  test('are nowhere when a person signs in during a command, and when it breaks', async () => {
    const stdin = Object.assign(new PassThrough(), { ref: () => undefined }) as unknown as NodeJS.ReadStream;
    await run([...userMove('omar'), '--dry-run', ...c2f], { terminal: true, stdin });
    const bug = () => Promise.reject(new Error(`cannot send ${service.issued().join(' ')}`));
    await run(['status', '--last', ...c2f], { files: (files) => ({ ...files, list: bug }) });
    expect(service.forms.some(({ code_verifier }) => code_verifier)).toBe(true);
    expect(await leaks()).toEqual([]);
  });

  test('are in one file of the owner alone with --insecure-storage, which shows that they would be seen', async () => {
    await run(['login', ...c2f, '--insecure-storage']);
    for (const argv of story) await run(argv);
    const found = await leaks();
    expect(found).toEqual([expect.stringMatching(/^state\/sign-in\/[0-9a-f]+\/source-[0-9a-f]+\.json$/)]);
    expect(statSync(join(place.computer.folder, found[0] ?? '')).mode & 0o777).toBe(0o600);
  });
});
