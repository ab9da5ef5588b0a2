import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fetch } from '../../src/ports/ports.ts';
import { openDoor, through } from '../support/door.ts';
import { confirmed, userMove } from '../support/moves.ts';
import { appSecret, apps, contoso, fabrikam, makeAppKey, SignInService } from '../support/oidc.ts';
import { type Place, serving } from '../support/served.ts';
import { profileAt, SigningIn } from '../support/signing-in.ts';

let service: SignInService;
let graph: Place;
let place: SigningIn;
beforeAll(async () => {
  service = await SignInService.start(await makeAppKey());
});
afterAll(() => service.close());
beforeEach(async () => {
  graph = await serving();
  place = new SigningIn(graph.computer.clock);
  await place.save(profileAt(service.authority));
});
afterEach(async () => {
  place.remove();
  await graph.close();
});

const c2f = ['--profile', 'c2f'];
type More = NonNullable<Parameters<SigningIn['computer']['run']>[1]>;

const run = (argv: string[], more: More = {}, doorman = openDoor()) =>
  place.computer.run(argv, {
    desk: place.desk,
    fetch: through(graph, service, doorman),
    ...more,
    env: { CROSSORG_GRAPH_URL: graph.computer.env.CROSSORG_GRAPH_URL, ...more.env },
  });

const moving = [...userMove(), ...confirmed, '--confirm-target', 'Fabrikam', ...c2f, '--json'];

describe('a signed-in profile', () => {
  it('moves from the dry run to the end without a token in the environment', async () => {
    await run(['login', ...c2f, '--json']);
    const { exitCode, json } = await run([...moving, '--watch']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ profile: 'c2f', source: { tenantId: contoso, name: 'Contoso' } });
    expect(json.task.state).toBe('completed');
    expect(graph.world.tasks).toHaveLength(1);
  });

  it('gets a new token when Graph no longer takes the old one', async () => {
    await run(['login', ...c2f, '--json']);
    const old: string[] = [];
    const doorman = openDoor((_, token) => old.length < 1 && old.push(token) > 0);
    const { exitCode } = await run([...moving, '--dry-run'], {}, doorman);
    expect(exitCode).toBe(0);
    expect(doorman.seen.at(-1)).not.toBe(old[0]);
  });

  it('sends a create that met an expired token once more, recorded anew', async () => {
    await run(['login', ...c2f, '--json']);
    const old = new Set<string>();
    const isCreate = (call: string) => call.includes('"validateOnly":false');
    const doorman = openDoor((call, token) => {
      if (isCreate(call) && old.size === 0) old.add(token);
      return isCreate(call) && old.has(token);
    });
    const { exitCode, json, events } = await run(
      [...moving, '--events'].filter((word) => word !== '--json'),
      {},
      doorman,
    ).then((told) => ({ exitCode: told.exitCode, events: told.events, json: told.events.at(-1) }));
    expect({ exitCode, submitted: json.submitted }).toEqual({ exitCode: 0, submitted: 1 });
    expect(events.filter(({ event }) => event === 'intended')).toHaveLength(2);
    expect(graph.world.tasks).toHaveLength(1);
  });

  it('ends with exit 4 and the words of the service when the sign-in was withdrawn', async () => {
    await run(['login', ...c2f, '--json']);
    service.store.revokeAll();
    const { exitCode, json } = await run(
      [...moving],
      {},
      openDoor(() => true),
    );
    expect({ exitCode, submitted: json.submitted ?? 0 }).toEqual({ exitCode: 4, submitted: 0 });
    expect(JSON.stringify(json.findings)).toContain('AADSTS50173');
  });

  it('asks a busy sign-in service again, and goes on', async () => {
    await run(['login', ...c2f, '--json']);
    const door = openDoor((_, token) => token === door.seen[0]);
    service.refusals.push({ error: 'temporarily_unavailable', code: 90033, says: 'A transient error has occurred.' });
    const { exitCode } = await run(moving, {}, door);
    expect({ exitCode, tokens: new Set(door.seen).size }).toEqual({ exitCode: 0, tokens: 2 });
    expect(service.refusals).toEqual([]);
  });

  it('takes an unreachable sign-in service for an outage, not for a missing sign-in', async () => {
    await run(['login', ...c2f, '--json']);
    const cut: Fetch = (url, init) =>
      url.startsWith(service.authority)
        ? Promise.reject(Object.assign(new TypeError('fetch failed'), { code: 'ENOTFOUND' }))
        : through(
            graph,
            service,
            openDoor(() => true),
          )(url, init);
    const { exitCode, codes } = await run(moving, { fetch: cut });
    expect({ exitCode, codes }).toEqual({ exitCode: 7, codes: ['networkDns'] });
  });
});

describe('before the first call', () => {
  it('a profile that nobody signed in to names the way in', async () => {
    const told = await run(moving);
    expect(told).toMatchObject({ exitCode: 4, codes: ['signInMissing'], calls: [] });
    expect(told.json.findings[0].next[0].command).toBe('crossorg login --side source --profile c2f');
  });

  it('a token of a sign-in is not sent to another host', async () => {
    await run(['login', ...c2f, '--json']);
    const env = { CROSSORG_GRAPH_URL: 'https://graph.example.com/beta' };
    const told = await run(moving, { env });
    expect(told).toMatchObject({ exitCode: 4, codes: ['tokenHostRefused'], calls: [] });
    expect(told.json.findings[0].what).toContain('graph.example.com');
  });

  it('nor is that of an app', async () => {
    const env = { ...appEnv(), CROSSORG_GRAPH_URL: 'https://graph.example.com/beta' };
    expect(await run(moving, { env })).toMatchObject({ exitCode: 4, codes: ['tokenHostRefused'], calls: [] });
  });

  it('an app of another tenant than the profile is refused, and both are named', async () => {
    const told = await run(moving, { env: { ...appEnv(), CROSSORG_TENANT_ID: fabrikam } });
    expect(told).toMatchObject({ exitCode: 4, codes: ['sidesSwapped'], calls: [] });
    expect(told.json.findings[0].why).toContain(contoso);
    expect(told.json.findings[0].why).toContain(fabrikam);
  });

  const half = [
    { name: 'no tenant', without: 'CROSSORG_TENANT_ID', code: 'appVariablesMissing' },
    { name: 'no client', without: 'CROSSORG_CLIENT_ID', code: 'appVariablesMissing' },
    { name: 'no secret', without: 'CROSSORG_CLIENT_SECRET', code: 'appVariablesMissing' },
  ];
  it.each(half)('an app with $name is said, not ignored', async ({ without, code }) => {
    const told = await run(moving, { env: { ...appEnv(), [without]: undefined } });
    expect(told).toMatchObject({ exitCode: 2, codes: [code], calls: [] });
    expect(told.json.findings[0].why).toContain(without);
  });

  it('a tenant that is no id is said', async () => {
    const told = await run(moving, { env: { ...appEnv(), CROSSORG_TENANT_ID: 'contoso.com' } });
    expect(told).toMatchObject({ exitCode: 2, codes: ['appTenantUnreadable'], calls: [] });
  });
});

const appEnv = () => ({
  CROSSORG_TENANT_ID: contoso,
  CROSSORG_CLIENT_ID: apps.secret,
  CROSSORG_CLIENT_SECRET: appSecret,
});

describe('an app of the environment', () => {
  it('goes before the sign-in of the profile', async () => {
    await run(['login', ...c2f, '--json']);
    const doorman = openDoor();
    const { exitCode } = await run([...moving, '--dry-run'], { env: appEnv() }, doorman);
    expect(exitCode).toBe(0);
    const claims = JSON.parse(Buffer.from(doorman.seen[0]?.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ tid: contoso, appid: apps.secret });
  });

  it('gives way to a brought token', async () => {
    const doorman = openDoor();
    const env = { ...appEnv(), CROSSORG_ACCESS_TOKEN: 'opaque' };
    await run([...moving, '--dry-run'], { env }, doorman);
    expect(new Set(doorman.seen)).toEqual(new Set(['opaque']));
  });
});
