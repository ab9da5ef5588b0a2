import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fetch } from '../../src/ports/ports.ts';
import { CommandLine } from '../support/command-line.ts';
import { contoso, fabrikam, flagsOf, pairTexts } from '../support/profiles.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const path = () => join(computer.folder, 'config', 'profiles.json');
const saved = () => JSON.parse(readFileSync(path(), 'utf8')).profiles;
const pair = flagsOf(pairTexts);
const newPair = (name = 'c2f', ...more: string[]) => computer.run(['profile', 'new', name, ...pair, ...more, '--json']);

/** The public metadata of two tenants; whoever else is asked for is not known. */
const metadata: Fetch = async (url) => {
  const [, tenant] =
    /^https:\/\/login\.microsoftonline\.com\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/.exec(url) ?? [];
  const id = { 'contoso.com': contoso, 'fabrikam.com': fabrikam }[tenant ?? ''];
  if (id === undefined) return Response.json({ error: 'invalid_tenant' }, { status: 400 });
  return Response.json({ issuer: `https://login.microsoftonline.com/${id}/v2.0` });
};
const byDomain = ['--source-tenant', 'contoso.com', '--target-tenant', 'fabrikam.com'];

describe('a new profile', () => {
  test('is saved with every value, readable by its owner alone', async () => {
    const { exitCode, json } = await newPair('c2f', '--window', '22:00-6:00', '--budget', '300', '--read-only');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'profile', profile: 'c2f', source: { tenantId: contoso, name: 'Contoso' } });
    expect(json.values).toContainEqual({ name: 'window', value: '22:00-06:00', origin: 'profile' });
    expect(json.values).toContainEqual({ name: 'timeZone', value: null, origin: 'default' });
    expect(saved().c2f).toMatchObject({ isReadOnly: true, limits: { budget: 300 }, window: '22:00-06:00' });
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  test('finds tenant ids, names and domains from two domains', async () => {
    const told = await computer.run(['profile', 'new', 'c2f', ...byDomain, '--json'], { fetch: metadata });
    expect(told.exitCode).toBe(0);
    expect(saved().c2f).toMatchObject({
      source: { tenantId: contoso, name: 'Contoso', domains: ['contoso.com'] },
      target: { tenantId: fabrikam, name: 'Fabrikam', domains: ['fabrikam.com'] },
    });
    expect(told.calls).toEqual([
      'GET https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration',
      'GET https://login.microsoftonline.com/fabrikam.com/v2.0/.well-known/openid-configuration',
    ]);
  });

  test('asks another authority where one is named', async () => {
    const argv = ['profile', 'new', 'c2f', ...byDomain, '--authority', 'https://login.example.com/', '--json'];
    const { calls } = await computer.run(argv, { fetch: async () => new Response('', { status: 404 }) });
    expect(calls[0]).toBe('GET https://login.example.com/contoso.com/v2.0/.well-known/openid-configuration');
  });

  const page = '<!DOCTYPE html><title>Sign in to the proxy</title>';
  const personal = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0';
  const lookUps: { name: string; fetch: Fetch; exitCode: number; code: string }[] = [
    {
      name: 'a domain nobody has',
      fetch: async () => Response.json({}, { status: 400 }),
      exitCode: 2,
      code: 'tenantOfDomainUnknown',
    },
    {
      name: 'no network',
      fetch: () => Promise.reject(new TypeError('fetch failed')),
      exitCode: 7,
      code: 'tenantOfDomainUnreachable',
    },
    { name: 'a page of a proxy', fetch: async () => new Response(page), exitCode: 7, code: 'tenantOfDomainStrange' },
    {
      name: 'an answer without a tenant',
      fetch: async () => Response.json({ issuer: 'x' }),
      exitCode: 7,
      code: 'tenantOfDomainStrange',
    },
    {
      name: 'personal accounts',
      fetch: async () => Response.json({ issuer: personal }),
      exitCode: 3,
      code: 'tenantOfDomainPersonal',
    },
  ];

  test.each(lookUps)('$name: nothing is saved', async ({ fetch, exitCode, code }) => {
    const told = await computer.run(['profile', 'new', 'c2f', ...byDomain, '--json'], { fetch });
    expect(told).toMatchObject({ exitCode, codes: [code, code] });
    expect(existsSync(path())).toBe(false);
  });

  const refused = [
    {
      name: 'without values names every flag that is missing',
      argv: ['new', 'c2f'],
      exitCode: 2,
      codes: ['sourceTenantMissing', 'sourceNameMissing', 'targetTenantMissing', 'targetNameMissing'],
    },
    { name: 'without a name', argv: ['new', ...pair], exitCode: 2, codes: ['profileNameMissing'] },
    { name: 'with a name that is none', argv: ['new', 'a b', ...pair], exitCode: 2, codes: ['profileName'] },
    {
      name: 'with values that cannot be read, all of them at once, and before any tenant is looked up',
      argv: ['new', 'c2f', ...byDomain, '--window', 'nights', '--target-rule', 'x', '--budget', 'all', '--auth', 'pin'],
      exitCode: 2,
      codes: ['targetRuleUnreadable', 'windowUnreadable', 'authUnreadable', 'budgetUnreadable'],
    },
    {
      name: 'of one tenant',
      argv: ['new', 'c2f', ...pair, `--target-tenant=${contoso}`],
      exitCode: 3,
      codes: ['profileOneTenant'],
    },
    {
      name: 'with a host of the source as target',
      argv: ['new', 'c2f', ...pair, '--target-host=contoso.sharepoint.com'],
      exitCode: 3,
      codes: ['profileHostOfSource'],
    },
    {
      name: 'in a zone nobody knows',
      argv: ['new', 'c2f', ...pair, '--time-zone', 'Mars'],
      exitCode: 2,
      codes: ['timeZoneUnreadable'],
    },
  ];

  test.each(refused)('$name is refused', async ({ argv, exitCode, codes }) => {
    const told = await computer.run(['profile', ...argv, '--json']);
    expect(told).toMatchObject({ exitCode, codes, calls: [] });
    expect(existsSync(path())).toBe(false);
  });

  test('does not replace one that is there, in whatever capitals', async () => {
    await newPair();
    const before = readFileSync(path(), 'utf8');
    expect(await newPair()).toMatchObject({ exitCode: 3, codes: ['profileExists'] });
    expect(await newPair('C2F')).toMatchObject({ exitCode: 3, codes: ['profileExists'] });
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });
});

describe('editing', () => {
  beforeEach(() => newPair('c2f', '--window', '22:00-06:00', '--read-only'));

  test('changes what is given and nothing else; an empty value takes it out', async () => {
    const argv = ['profile', 'edit', 'c2f', '--window', '', '--no-read-only', '--time-zone', 'Europe/Berlin', '--json'];
    expect((await computer.run(argv)).exitCode).toBe(0);
    expect(saved().c2f).toMatchObject({ zone: 'Europe/Berlin', targetRule: '{name}@fabrikam.com' });
    expect(saved().c2f).not.toHaveProperty('window');
    expect(saved().c2f).not.toHaveProperty('isReadOnly');
  });

  const refused = [
    { name: 'nothing to change', argv: ['c2f'], exitCode: 2, codes: ['profileNothingToChange'] },
    { name: 'a profile nobody made', argv: ['c2g', '--window', ''], exitCode: 2, codes: ['profileUnknown'] },
    { name: 'a target taken away', argv: ['c2f', '--target-tenant', ''], exitCode: 2, codes: ['targetTenantMissing'] },
    {
      name: 'a host that is not listed',
      argv: ['c2f', '--target-host', 'wingtip.sharepoint.com'],
      exitCode: 3,
      codes: ['profileHostNotListed'],
    },
  ];

  test.each(refused)('$name is refused, and nothing changes', async ({ argv, exitCode, codes }) => {
    const before = readFileSync(path(), 'utf8');
    expect(await computer.run(['profile', 'edit', ...argv, '--json'])).toMatchObject({ exitCode, codes });
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });
});

describe('looking', () => {
  test('at nothing says how to begin', async () => {
    expect((await computer.run(['profile'])).out).toContain('crossorg profile new NAME');
    expect((await computer.run(['profile', '--json'])).json).toMatchObject({ kind: 'profiles', profiles: [] });
  });

  test('lists all, the last used first', async () => {
    await newPair('c2f');
    await newPair('n2f');
    writeFileSync(join(stateFolder(), 'profiles-used.json'), JSON.stringify({ n2f: Date.UTC(2026, 10, 3) }));
    const { out } = await computer.run(['profile', 'list']);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'n2f  Contoso to Fabrikam  Needs a brought token  used 3 Nov',
      'c2f  Contoso to Fabrikam  Needs a brought token  never used',
    ]);
    const { json } = await computer.run(['profile', 'list', '--json']);
    expect(json.profiles.map(({ name }: { name: string }) => name)).toEqual(['n2f', 'c2f']);
  });

  test('shows every value with its origin', async () => {
    await newPair();
    const { out } = await computer.run(['profile', 'show', 'c2f']);
    expect(out).toMatch(/^ {2}Naming rule +\{name\}@fabrikam\.com +profile$/m);
    expect(out).toMatch(/^ {2}Start window +none: as soon as the service has room +default$/m);
  });

  test('names the one that was meant', async () => {
    await newPair();
    const told = await computer.run(['profile', 'show', 'c2', '--json']);
    expect(told).toMatchObject({ exitCode: 2, codes: ['profileUnknown'] });
    expect(told.json.findings[0].suggestion).toBe('c2f');
  });

  test('an action nobody knows is refused', async () => {
    const told = await computer.run(['profile', 'shwo', '--json']);
    expect(told).toMatchObject({ exitCode: 2, codes: ['profileAction'] });
  });
});

const stateFolder = (): string => {
  const folder = join(computer.folder, 'state');
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe('removing', () => {
  beforeEach(() => newPair());

  const refused = [
    { name: 'without its name once more', argv: ['c2f'], exitCode: 2, codes: ['confirmMissing'] },
    { name: 'with another word', argv: ['c2f', '--confirm', 'yes'], exitCode: 3, codes: ['confirmWord'] },
    { name: 'of one nobody made', argv: ['n2f', '--confirm', 'n2f'], exitCode: 2, codes: ['profileUnknown'] },
    { name: 'of nothing', argv: [], exitCode: 2, codes: ['profileNameMissing'] },
  ];

  test.each(refused)('$name is refused', async ({ argv, exitCode, codes }) => {
    expect(await computer.run(['profile', 'remove', ...argv, '--json'])).toMatchObject({ exitCode, codes });
    expect(Object.keys(saved())).toEqual(['c2f']);
  });

  test('takes it away, and leaves the others', async () => {
    await newPair('n2f');
    const told = await computer.run(['profile', 'remove', 'c2f', '--confirm', 'c2f', '--json']);
    expect(told).toMatchObject({ exitCode: 0, json: { removed: true, name: 'c2f' } });
    expect(Object.keys(saved())).toEqual(['n2f']);
  });
});

describe('carrying profiles to another computer', () => {
  const file = () => join(computer.folder, 'out.json');
  beforeEach(() => newPair('c2f', '--client-id', '0f6b7c1e-6a0b-4f0e-9d55-0a4a7c6b1d20', '--auth', 'secret'));

  test('export writes what import reads, and no secret of the environment', async () => {
    const env = { CROSSORG_CLIENT_SECRET: 'S3cr3t-value', CROSSORG_ACCESS_TOKEN: 'eyJ.token.x' };
    const { out } = await computer.run(['profile', 'export', 'c2f'], { env });
    expect(out).not.toMatch(/S3cr3t-value|eyJ/);
    expect(JSON.parse(out)).toEqual({ version: 1, profiles: { c2f: saved().c2f } });
    const { json } = await computer.run(['profile', 'export', '--json'], { env });
    expect(json.file).toEqual(JSON.parse(out));
  });

  test('a file is written for its owner alone, and not over another', async () => {
    const argv = ['profile', 'export', '--out', file(), '--json'];
    expect((await computer.run(argv)).exitCode).toBe(0);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(await computer.run(argv)).toMatchObject({ exitCode: 3, codes: ['fileThere'] });
    expect((await computer.run([...argv, '--force'])).exitCode).toBe(0);
  });

  test('import takes all, and says what changes', async () => {
    await computer.run(['profile', 'export', '--out', file()]);
    await computer.run(['profile', 'remove', 'c2f', '--confirm', 'c2f']);
    const first = await computer.run(['profile', 'import', file(), '--json']);
    expect(first.json.changes).toEqual([{ name: 'c2f', change: 'new', fields: [] }]);
    const again = await computer.run(['profile', 'import', file(), '--json']);
    expect(again.json.changes).toEqual([{ name: 'c2f', change: 'same', fields: [] }]);
  });

  test('import replaces nothing without force', async () => {
    await computer.run(['profile', 'export', '--out', file()]);
    await computer.run(['profile', 'edit', 'c2f', '--window', '01:00-04:00']);
    await newPair('n2f');
    const before = readFileSync(path(), 'utf8');
    const told = await computer.run(['profile', 'import', file(), '--json']);
    expect(told).toMatchObject({ exitCode: 3, codes: ['profileExists'] });
    expect(told.json.findings[0].why).toContain('Start window');
    expect(readFileSync(path(), 'utf8')).toBe(before);
    const forced = await computer.run(['profile', 'import', file(), '--force', '--json']);
    expect(forced.json.changes).toEqual([{ name: 'c2f', change: 'replaced', fields: ['window'] }]);
    expect(Object.keys(saved())).toEqual(['c2f', 'n2f']);
  });

  const bad = [
    { name: 'no JSON', text: '{', codes: ['fileNotJson'], exitCode: 2 },
    {
      name: 'one bad profile among good ones',
      text: '{"profiles": {"x": {}}}',
      codes: Array(4).fill('profileValue'),
      exitCode: 2,
    },
    {
      name: 'a profile that goes nowhere it may',
      text: JSON.stringify({
        profiles: {
          x: {
            source: { tenantId: contoso, name: 'A' },
            target: { tenantId: fabrikam, name: 'B' },
            targetLocation: 'FRA',
          },
        },
      }),
      codes: ['profileLocationAlone'],
      exitCode: 3,
    },
  ];

  test.each(bad)('a file with $name is refused whole', async ({ text, codes, exitCode }) => {
    writeFileSync(file(), text);
    expect(await computer.run(['profile', 'import', file(), '--json'])).toMatchObject({ exitCode, codes });
    expect(Object.keys(saved())).toEqual(['c2f']);
  });

  test('a file that is not there, or not named', async () => {
    expect(await computer.run(['profile', 'import', file(), '--json'])).toMatchObject({ codes: ['importFileMissing'] });
    expect(await computer.run(['profile', 'import', '--json'])).toMatchObject({ codes: ['importFileMissing'] });
  });
});

describe('a broken file', () => {
  const write = (text: string) => {
    mkdirSync(join(computer.folder, 'config'), { recursive: true });
    writeFileSync(path(), text);
  };
  const commands = [
    ['list'],
    ['show', 'c2f'],
    ['new', 'n2f', ...pair],
    ['edit', 'c2f', '--window', ''],
    ['remove', 'c2f', '--confirm', 'c2f'],
    ['export'],
  ];

  test.each(commands)('is told of with its place by profile %s, and left as it is', async (...argv) => {
    write('{"profiles": {\n  "c2f": }}');
    const told = await computer.run(['profile', ...argv, '--json']);
    expect(told).toMatchObject({ exitCode: 2, codes: ['fileNotJson'] });
    expect(told.json.findings[0].what).toBe(`${path()} is not JSON at line 2, column 10.`);
    expect(readFileSync(path(), 'utf8')).toBe('{"profiles": {\n  "c2f": }}');
  });

  test('keeps a command from working with its profile, not without one', async () => {
    write('{');
    const checked = ['migrate', 'user', 'dana@contoso.com', '--dry-run', '--json'];
    expect(await computer.run([...checked, '--profile', 'c2f'])).toMatchObject({ exitCode: 2, codes: ['fileNotJson'] });
    expect((await computer.run(['runs', '--json'])).exitCode).toBe(0);
  });

  test('one bad profile does not keep the good ones from being used', async () => {
    await newPair();
    write(JSON.stringify({ profiles: { ...saved(), bad: { source: 7 } } }));
    const { exitCode, json, err } = await computer.run(['profile', 'list', '--json']);
    expect([exitCode, err]).toEqual([0, '']);
    expect(json.profiles).toHaveLength(1);
    expect(json.findings.length).toBeGreaterThan(0);
    expect((await computer.run(['profile', 'show', 'c2f', '--json'])).exitCode).toBe(0);
    expect((await computer.run(['profile', 'show', 'bad', '--json'])).exitCode).toBe(2);
  });
});
