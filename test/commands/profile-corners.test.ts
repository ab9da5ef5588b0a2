import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fetch } from '../../src/ports/ports.ts';
import { CommandLine } from '../support/command-line.ts';
import { contoso, fabrikam, flagsOf, pairTexts } from '../support/profiles.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const saved = () => JSON.parse(readFileSync(join(computer.folder, 'config', 'profiles.json'), 'utf8')).profiles;
const newPair = (name: string, texts = pairTexts) =>
  computer.run(['profile', 'new', name, ...flagsOf(texts), '--json']);

function put(text: string, ...place: string[]): string {
  const path = join(computer.folder, ...place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe('words after the action', () => {
  beforeEach(async () => {
    for (const name of ['c2f', 'n2f']) await newPair(name);
  });

  const tooMany = [
    ['list', 'c2f'],
    ['show', 'c2f', 'n2f'],
    ['edit', 'c2f', 'n2f', '--window', '22:00-06:00'],
    ['new', 'x', 'y', ...flagsOf(pairTexts)],
    ['remove', 'c2f', 'n2f', '--confirm', 'c2f'],
    ['import', 'one.json', 'two.json'],
  ];

  test.each(tooMany.map((argv) => ({ name: argv[0], argv })))(
    '$name takes none more than it uses',
    async ({ argv }) => {
      const told = await computer.run(['profile', ...argv, '--json']);
      expect(told).toMatchObject({ exitCode: 2, codes: ['tooManyArguments'] });
      expect(Object.keys(saved())).toEqual(['c2f', 'n2f']);
    },
  );

  test('the environment names the profile that is shown or changed, below a flag, and no new one', async () => {
    computer.env = { ...computer.env, CROSSORG_PROFILE: 'n2f' };
    expect((await computer.run(['profile', 'show', '--json'])).json.name).toBe('n2f');
    expect((await computer.run(['profile', 'show', '--profile', 'c2f', '--json'])).json.name).toBe('c2f');
    expect((await computer.run(['profile', 'edit', '--window', '22:00-06:00', '--json'])).json.name).toBe('n2f');
    expect((await computer.run(['profile', 'new', ...flagsOf(pairTexts), '--json'])).codes).toEqual([
      'profileNameMissing',
    ]);
  });
});

describe('names', () => {
  test.each(['con', 'NUL', 'com1'])('%s is kept for a device by Windows, and is none for a profile', async (name) => {
    expect(await newPair(name)).toMatchObject({ exitCode: 2, codes: ['profileName'] });
  });

  const alike = JSON.stringify({
    profiles: Object.fromEntries(
      ['c2f', 'C2F', 'n2f'].map((name) => [
        name,
        { source: { tenantId: contoso, name: 'Contoso' }, target: { tenantId: fabrikam, name: 'Fabrikam' } },
      ]),
    ),
  });

  test('that differ in capitals only are not imported from one file', async () => {
    const told = await computer.run(['profile', 'import', put(alike, 'in.json'), '--json']);
    expect(told).toMatchObject({ exitCode: 2, codes: ['profileName', 'profileName'] });
  });

  test('that differ in capitals only keep both profiles of the file from being used, and no other', async () => {
    put(alike, 'config', 'profiles.json');
    expect((await computer.run(['profile', 'show', 'c2f', '--json'])).codes).toEqual(['profileName']);
    expect((await computer.run(['profile', 'show', 'n2f', '--json'])).exitCode).toBe(0);
  });

  test('of both tenants are two', async () => {
    expect(await newPair('c2f', { ...pairTexts, targetName: 'contoso' })).toMatchObject({
      exitCode: 3,
      codes: ['profileOneName'],
    });
  });

  test('that two domains have in common are told apart by the domain', async () => {
    const fetch: Fetch = async (url) =>
      Response.json({ issuer: `https://login.microsoftonline.com/${url.includes('.de') ? fabrikam : contoso}/v2.0` });
    const argv = ['--source-tenant', 'contoso.com', '--target-tenant', 'contoso.de', '--json'];
    expect((await computer.run(['profile', 'new', 'c2c', ...argv], { fetch })).exitCode).toBe(0);
    expect(saved().c2c).toMatchObject({ source: { name: 'Contoso' }, target: { name: 'contoso.de' } });
  });

  test('that are neither an id nor a domain say that a domain does as well', async () => {
    const told = await newPair('c2f', { ...pairTexts, sourceTenant: 'contoso' });
    expect(told.json.findings[0].next[0].do).toContain('one of its domains');
  });
});

test.each(['{name} @fabrikam.com', '{name}(old)@fabrikam.com', "{name}'@fabrikam.com"])(
  'the naming rule %s is refused when it is saved, and not for each person',
  async (targetRule) => {
    expect(await newPair('c2f', { ...pairTexts, targetRule })).toMatchObject({
      exitCode: 3,
      codes: ['profileRuleNever'],
    });
  },
);

test('a target that is named by its organization id is not said to be asked for', async () => {
  const { targetHost: _, ...rest } = pairTexts;
  await newPair('c2f', { ...rest, targetOrgId: fabrikam });
  const { out } = await computer.run(['profile', 'show', 'c2f']);
  expect(out).toMatch(/Target host +none: the organization id names the target +default/);
});

test('a file without profiles is imported with a word', async () => {
  const { exitCode, out } = await computer.run(['profile', 'import', put('{"profiles": {}}', 'none.json')]);
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: 'There are no profiles in the file, so nothing changed.\n' });
});

test('with a profile go the drafts that were begun in it, and no others', async () => {
  await newPair('c2f');
  const draft = (source: string) =>
    JSON.stringify({
      form: 'crossorg-draft/1',
      at: 1,
      endpoint: 'x',
      typed: { source: { text: source, origin: 'typed' } },
    });
  const own = put(draft('dana@contoso.com'), 'state', 'drafts', 'c2f', 'a1.json');
  const other = put(draft('lee@contoso.com'), 'state', 'drafts', 'n2f', 'a2.json');
  await computer.run(['profile', 'remove', 'c2f', '--confirm', 'c2f']);
  expect([own, other].map((path) => existsSync(path))).toEqual([false, true]);
});
