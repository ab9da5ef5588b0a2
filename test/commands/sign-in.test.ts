import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fetch } from '../../src/ports/ports.ts';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, userMove } from '../support/moves.ts';
import { type Place, serving } from '../support/served.ts';

const contoso = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
const stranger = '11111111-1111-4111-8111-111111111111';

const tokenWith = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

/** Nobody is there; what counts is whether anybody was asked. */
const nobody: Fetch = () => Promise.reject(new TypeError('fetch failed'));
const far = 'https://graph.example.com/beta';

const submits = [...userMove(), ...confirmed, '--json'];
const checks = [...userMove(), '--dry-run', '--json'];
const named = ['--source-tenant', contoso];

type Row = { name: string; token: string; url?: string; argv: string[]; exitCode: number; code: string | null };

const before: Row[] = [
  { name: 'no token', token: '', argv: submits, exitCode: 4, code: 'signInMissing' },
  { name: 'a token of blanks', token: '   ', argv: submits, exitCode: 4, code: 'signInMissing' },
  { name: 'a token with its prefix', token: 'Bearer abc', argv: checks, exitCode: 4, code: 'tokenUnusable' },
  { name: 'a token on two lines', token: 'abc\ndef', argv: checks, exitCode: 4, code: 'tokenUnusable' },
  {
    name: 'another tenant',
    token: tokenWith({ tid: stranger }),
    argv: [...submits, ...named],
    exitCode: 4,
    code: 'wrongTenant',
  },
  {
    name: 'another tenant, dry run',
    token: tokenWith({ tid: stranger }),
    argv: [...checks, ...named],
    exitCode: 4,
    code: 'wrongTenant',
  },
  {
    name: 'a tenant nobody named',
    token: tokenWith({ tid: contoso }),
    argv: submits,
    exitCode: 4,
    code: 'tenantNotNamed',
  },
  { name: 'an opaque token', token: 'opaque', argv: [...submits, ...named], exitCode: 4, code: 'tenantUnknown' },
  {
    name: 'a token that ended',
    token: tokenWith({ tid: contoso, exp: 1 }),
    argv: [...submits, ...named],
    exitCode: 4,
    code: 'tokenExpired',
  },
  {
    name: 'a tenant that is no id',
    token: 'opaque',
    argv: [...submits, '--source-tenant', 'contoso.com'],
    exitCode: 2,
    code: 'sourceTenantUnreadable',
  },
];

describe.each([
  { where: 'at Microsoft', url: '' },
  { where: 'at another host', url: far },
])('$where', ({ url }) => {
  let computer: CommandLine;
  beforeEach(() => {
    computer = new CommandLine();
  });
  afterEach(() => computer.remove());
  const run = (token: string, argv: readonly string[]) =>
    computer.run(argv, { env: { CROSSORG_ACCESS_TOKEN: token, CROSSORG_GRAPH_URL: url }, fetch: nobody });

  test.each(before)('$name ends it before anybody is asked', async ({ token, argv, exitCode, code }) => {
    const told = await run(token, argv);
    expect(told).toMatchObject({ exitCode, codes: [code], calls: [] });
    expect(told.json.mode).toBe(exitCode === 2 ? null : url === '' ? 'live' : 'custom');
    if (token.trim() !== '') expect(told.out + told.err).not.toContain(token.trim());
  });

  const allowed = [
    { name: 'a dry run with an opaque token', token: 'opaque', argv: checks },
    { name: 'a dry run with a tenant nobody named', token: tokenWith({ tid: contoso }), argv: checks },
    { name: 'status with an opaque token', token: 'opaque', argv: ['status', 'dana@contoso.com', '--json'] },
    {
      name: 'a submission to the tenant that is named',
      token: tokenWith({ tid: contoso }),
      argv: [...submits, ...named],
    },
    {
      name: 'the same in capitals',
      token: tokenWith({ tid: contoso }),
      argv: [...submits, '--source-tenant', contoso.toUpperCase()],
    },
  ];

  test.each(allowed)('$name is asked of the service, and nobody else', async ({ token, argv }) => {
    const told = await run(token, argv);
    expect(told).toMatchObject({ exitCode: 7 });
    expect(told.codes.at(-1)).toMatch(/^network/);
    expect(told.calls.length).toBeGreaterThan(0);
    const base = url === '' ? 'https://graph.microsoft.com/beta' : far;
    for (const call of told.calls) expect(call.split(' ')[1]?.startsWith(`${base}/`)).toBe(true);
  });
});

test('both tenants are named where they differ', async () => {
  const computer = new CommandLine();
  const env = { CROSSORG_ACCESS_TOKEN: tokenWith({ tid: stranger }) };
  const { json } = await computer.run([...submits, ...named], { env, fetch: nobody });
  expect(json.findings[0].why).toContain(contoso);
  expect(json.findings[0].why).toContain(stranger);
  computer.remove();
});

describe('on loopback', () => {
  let place: Place;
  beforeAll(async () => {
    place = await serving();
  });
  afterAll(() => place.close());

  test('a move goes from the dry run to its end, by address and token of the environment', async () => {
    const { exitCode, json, err } = await place.computer.run([...submits, '--watch']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ mode: 'custom', source: { tenantId: contoso }, target: { tenantId: null } });
    expect(json.task.state).toBe('completed');
    expect(json.plan.request.url.startsWith('http://127.0.0.1:')).toBe(true);
    expect(err).toContain('CUSTOM');
    expect(place.world.tasks).toHaveLength(1);
  });

  test('the tenant that is named is compared before the first call', async () => {
    const requests = place.world.requests;
    const told = await place.computer.run([...submits, '--source-tenant', stranger]);
    expect(told).toMatchObject({ exitCode: 4, codes: ['wrongTenant'], calls: [] });
    expect(place.world.requests).toBe(requests);
  });

  test('missing answers are said before the first call', async () => {
    const requests = place.world.requests;
    expect(await place.computer.run(['migrate', 'user', '--json'])).toMatchObject({ exitCode: 2, calls: [] });
    expect(place.world.requests).toBe(requests);
  });

  test('a token the service does not take is 4, and nothing is submitted', async () => {
    for (const token of ['opaque', tokenWith({ tid: contoso, exp: 1 })]) {
      const env = { CROSSORG_ACCESS_TOKEN: token };
      const told = await place.computer.run([...userMove('kim'), ...confirmed, '--json'], { env });
      expect(told).toMatchObject({ exitCode: 4, codes: ['http401'], json: { submitted: 0 } });
    }
  });

  test('a record that cannot be written sends nothing', async () => {
    const state = join(place.computer.folder, 'file');
    writeFileSync(state, '');
    const told = await place.computer.run([...userMove('sam'), ...confirmed, '--json'], { state });
    expect(told).toMatchObject({ exitCode: 1, codes: ['ledgerNotWritable'], json: { submitted: 0 } });
    expect(place.world.log.filter(({ kind, key }) => kind === 'create' && key.includes('sam'))).toEqual([]);
  });

  test('what goes wrong with the log is said once, and the move goes on', async () => {
    writeFileSync(join(place.computer.folder, 'no'), '');
    const argv = [...userMove('priya'), '--dry-run', '--log', join(place.computer.folder, 'no', 'log.txt')];
    const { exitCode, err } = await place.computer.run(argv);
    expect(exitCode).toBe(0);
    expect(err.match(/cannot be written/g)).toHaveLength(1);
  });

  test('a new task is found by its source, cancelled, and read back', async () => {
    await place.computer.run([...userMove('alex'), ...confirmed, '--start', '+30d']);
    const env = { CROSSORG_STATE_DIR: '' };
    const told = await place.computer.run(['cancel', 'alex@contoso.com', ...confirmed, '--json'], { env });
    expect(told).toMatchObject({ exitCode: 0, json: { tasks: [{ state: 'cancelled' }] } });
  });
});
