import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProfileTexts } from '../../src/plan/profile-values.ts';
import { confirmed, userMove } from '../support/moves.ts';
import { contoso, fabrikam, flagsOf, pairTexts } from '../support/profiles.ts';
import { type Place, serving } from '../support/served.ts';

let place: Place;
beforeAll(async () => {
  place = await serving();
});
afterAll(() => place.close());

const run = (...argv: string[]) => place.computer.run([...argv, '--json']);
const save = async (name: string, texts: ProfileTexts = {}) => {
  const told = await run('profile', 'new', name, ...flagsOf({ ...pairTexts, ...texts }));
  expect(told.exitCode).toBe(0);
};
const move = (name: string, ...more: string[]) => [
  'migrate',
  'user',
  `${name}@contoso.com`,
  '--profile',
  'c2f',
  ...more,
];
const checked = (name: string, ...more: string[]) => move(name, '--dry-run', ...more);

/** Nobody of the service was asked. */
const untouched = async (work: () => Promise<unknown>) => {
  const before = place.world.requests;
  await work();
  expect(place.world.requests).toBe(before);
};

describe('a profile in use', () => {
  beforeAll(() => save('c2f', { window: '22:00-06:00', timeZone: 'Europe/Berlin' }));

  test('answers what it can, and says so', async () => {
    const { exitCode, json } = await run(...checked('dana'));
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      profile: 'c2f',
      timeZone: 'Europe/Berlin',
      source: { tenantId: contoso, name: 'Contoso' },
      target: { tenantId: fabrikam, name: 'Fabrikam' },
    });
    const values = Object.fromEntries(
      json.plan.values.map(({ name, value, origin }: Record<string, string>) => [name, `${origin} ${value}`]),
    );
    expect(values).toMatchObject({
      target: 'rule dana@fabrikam.com',
      targetHost: 'profile https://fabrikam-my.sharepoint.com',
      start: expect.stringMatching(/^profile \d{4}-\d\d-\d\dT21:00:00Z$/),
      latestStart: expect.stringMatching(/^profile \d{4}-\d\d-\d\dT05:00:00Z$/),
    });
  });

  test('makes the plan that the same values by flags make', async () => {
    const { json } = await run(...checked('dana'));
    const given = json.plan.values.flatMap(({ name, value }: Record<string, string>) =>
      ['type', 'source'].includes(name ?? '') ? [] : flagsOf({ [name ?? '']: value }),
    );
    const byFlags = await run(...checked('dana', ...given));
    expect(byFlags.json.plan.id).toBe(json.plan.id);
    expect(byFlags.json.plan.values.every(({ origin }: { origin: string }) => origin === 'flag')).toBe(true);
  });

  test('is named by the environment as well, below a flag', async () => {
    const env = { CROSSORG_PROFILE: 'c2f' };
    const argv = ['migrate', 'user', 'dana@contoso.com', '--dry-run', '--json'];
    expect((await place.computer.run(argv, { env })).json.profile).toBe('c2f');
    const other = await place.computer.run([...argv, '--profile', 'x'], { env });
    expect(other).toMatchObject({ exitCode: 2, codes: ['profileUnknown'] });
  });

  test('gives way to flags', async () => {
    const { json } = await run(
      ...checked('dana', '--time-zone', 'UTC', '--start', 'now', '--target', 'kim@fabrikam.com'),
    );
    expect(json.timeZone).toBe('UTC');
    expect(json.plan.values).toContainEqual({ name: 'target', value: 'kim@fabrikam.com', origin: 'flag' });
    expect(json.plan.values).toContainEqual({ name: 'start', value: 'now', origin: 'flag' });
  });

  const refused = [
    {
      name: 'a target host of the source',
      more: ['--target-host', 'contoso.sharepoint.com'],
      code: 'targetHostOfSource',
    },
    {
      name: 'a target host of nobody',
      more: ['--target-host', 'wingtip.sharepoint.com'],
      code: 'targetHostNotOfProfile',
    },
    {
      name: 'another organization id',
      more: ['--target-org-id', '99999999-9999-4999-8999-999999999999'],
      code: 'orgIdNotOfProfile',
    },
    { name: 'a slip of the finger', more: ['--target', 'dana@fabrikm.com'], code: 'domainNotOfProfile' },
    { name: 'a target on the source side', more: ['--target', 'eve@contoso.com'], code: 'targetOnSourceSide' },
  ];

  test.each(refused)('holds the move to its tenants: $name', async ({ more, code }) => {
    await untouched(async () => {
      const told = await run(...checked('dana', ...more));
      expect(told.exitCode).toBe(3);
      expect(told.codes).toContain(code);
    });
  });

  test('names swapped sides', async () => {
    const argv = [
      'migrate',
      'user',
      'dana@fabrikam.com',
      '--target',
      'dana@contoso.com',
      '--profile',
      'c2f',
      '--dry-run',
    ];
    expect(await run(...argv)).toMatchObject({ exitCode: 3, codes: ['answersSwapped'] });
  });

  const twice = [
    { name: 'with the simulator', more: ['--simulator'], code: 'profileWithSimulator', exitCode: 2 },
    {
      name: 'with another source tenant',
      more: ['--source-tenant', fabrikam],
      code: 'sourceTenantTwice',
      exitCode: 2,
    },
  ];

  test.each(twice)('is not taken $name', async ({ more, code, exitCode }) => {
    expect(await run(...checked('dana', ...more))).toMatchObject({ exitCode, codes: [code], calls: [] });
  });

  test('keeps a token of another tenant out, before the first call', async () => {
    await save('other', { sourceTenant: '99999999-9999-4999-8999-999999999999' });
    await untouched(async () => {
      const told = await run('migrate', 'user', 'dana@contoso.com', '--profile', 'other', '--dry-run');
      expect(told).toMatchObject({ exitCode: 4, codes: ['wrongTenant'] });
    });
  });
});

describe('the first live use', () => {
  const submits = (name: string, ...more: string[]) => run(...move(name, ...confirmed, '--start', 'now', ...more));

  beforeAll(() => save('first'));
  const first = (name: string, ...more: string[]) =>
    run('migrate', 'user', `${name}@contoso.com`, '--profile', 'first', ...confirmed, ...more);

  const refused = [
    { name: 'without the name of the target', more: [], exitCode: 2, code: 'confirmTargetMissing' },
    { name: 'with another name', more: ['--confirm-target', 'Contoso'], exitCode: 3, code: 'confirmTargetWord' },
    { name: 'with other capitals', more: ['--confirm-target', 'fabrikam'], exitCode: 3, code: 'confirmTargetWord' },
  ];

  test.each(refused)('$name sends nothing', async ({ more, exitCode, code }) => {
    await untouched(async () => expect(await first('kim', ...more)).toMatchObject({ exitCode, codes: [code] }));
  });

  test('needs no name for a dry run, and says what the submission will need', async () => {
    const { json } = await run('migrate', 'user', 'kim@contoso.com', '--profile', 'first', '--dry-run');
    expect(json.next[0].do).toContain('--confirm-target Fabrikam');
  });

  test('is met by every printed way to submit what was checked', async () => {
    const file = (name: string) => join(place.computer.folder, name);
    writeFileSync(file('w.csv'), 'type,source\nuser,ana@contoso.com\nuser,priya@contoso.com\n');
    const told = [
      await run('migrate', 'user', 'kim@contoso.com', '--profile', 'first', '--dry-run', '--plan-out', file('k.json')),
      await run('wave', file('w.csv'), '--profile', 'first', '--dry-run', '--plan-out', file('w.json')),
      await run('apply', file('k.json'), '--profile', 'first', '--dry-run'),
    ];
    const ways = told.flatMap(({ json }) =>
      json.next.map(({ do: what, command = '' }: { do: string; command?: string }) => `${what} ${command}`),
    );
    const confirming = ways.filter((way) => way.includes('--confirm '));
    expect(confirming).toHaveLength(5);
    expect(confirming.filter((way) => !way.includes('--confirm-target Fabrikam'))).toEqual([]);
  });

  test('goes with the name, and later ones without it; a wrong name stops any of them', async () => {
    expect((await first('kim', '--confirm-target', 'Fabrikam')).json).toMatchObject({ exitCode: 0, submitted: 1 });
    expect((await first('sam')).json).toMatchObject({ exitCode: 0, submitted: 1 });
    expect(await first('priya', '--confirm-target', 'Wingtip')).toMatchObject({
      exitCode: 3,
      codes: ['confirmTargetWord'],
    });
  });

  test('is another one for another profile, or once the target has changed', async () => {
    expect(await submits('ana')).toMatchObject({ exitCode: 2, codes: ['confirmTargetMissing'] });
    await run('profile', 'edit', 'first', '--target-tenant', '88888888-8888-4888-8888-888888888888');
    expect(await first('ana')).toMatchObject({ exitCode: 2, codes: ['confirmTargetMissing'] });
  });

  test('is nothing that a move without a profile has', async () => {
    const argv = [...userMove('ana'), ...confirmed, '--source-tenant', contoso, '--confirm-target', 'Fabrikam'];
    expect(await run(...argv)).toMatchObject({ exitCode: 2, codes: ['confirmTargetUnused'] });
  });
});

describe('a read-only profile', () => {
  beforeAll(() => save('look', { readOnly: 'yes' }));
  const argv = ['migrate', 'user', 'alex@contoso.com', '--profile', 'look'];

  test('checks moves and says that they cannot be submitted', async () => {
    const { json } = await run(...argv, '--dry-run');
    expect(json).toMatchObject({ exitCode: 0, dryRun: { ok: true } });
    expect(json.findings).toMatchObject([{ code: 'profileReadOnly', severity: 'warning' }]);
  });

  test('names no way to submit what it checked', async () => {
    const file = (name: string) => join(place.computer.folder, name);
    writeFileSync(file('look.csv'), 'type,source\nuser,ana@contoso.com\nuser,priya@contoso.com\n');
    for (const told of [
      await run(...argv, '--dry-run', '--plan-out', file('look.json')),
      await run('wave', file('look.csv'), '--profile', 'look', '--dry-run', '--plan-out', file('looks.json')),
      await run('apply', file('look.json'), '--profile', 'look', '--dry-run'),
    ]) {
      expect(told.json).toMatchObject({ exitCode: 0 });
      expect(JSON.stringify(told.json.next)).not.toContain('--confirm');
    }
  });

  test('submits nothing', async () => {
    await untouched(async () => {
      const told = await run(...argv, ...confirmed, '--confirm-target', 'Fabrikam');
      expect(told.exitCode).toBe(3);
      expect(told.codes).toContain('profileReadOnly');
    });
  });
});

describe('saved settings', () => {
  const write = (settings: object | string) => {
    const folder = join(place.computer.folder, 'config');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), typeof settings === 'string' ? settings : JSON.stringify(settings));
  };
  beforeEach(() => write({}));
  afterAll(() => write({}));
  const zoneOf = async (...argv: string[]) => (await run('runs', ...argv)).json.timeZone;

  test('name the time zone, below flag and profile', async () => {
    write({ timeZone: 'Asia/Tokyo' });
    expect(await zoneOf()).toBe('Asia/Tokyo');
    expect(await zoneOf('--profile', 'c2f')).toBe('Europe/Berlin');
    expect(await zoneOf('--time-zone', 'UTC', '--profile', 'c2f')).toBe('UTC');
  });

  test('that cannot be read are told of with their place', async () => {
    write('{"line": "yes"}');
    const told = await run('runs');
    expect(told).toMatchObject({ exitCode: 2, codes: ['settingValue'] });
    expect(told.json.findings[0].what).toBe('line: it is not true or false.');
    write('{"line": tru');
    expect(await run('runs')).toMatchObject({ exitCode: 2, codes: ['fileNotJson'] });
  });

  test('switch ASCII on', async () => {
    write({ ascii: true });
    const { err } = await place.computer.run(['migrate', '--dry-run']);
    expect(err).toMatch(/^x /m);
    expect(err).not.toContain('✗');
  });
});
