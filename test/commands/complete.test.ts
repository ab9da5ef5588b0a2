import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { commands } from '../../src/commands/table.ts';
import { dataLocations } from '../../src/plan/parse/data-location.ts';
import { allEntries } from '../../src/problems/look-up.ts';
import { kindNames } from '../../src/schema/publish.ts';
import { scenarioNames } from '../../src/simulator/scenarios.ts';
import { fakePorts } from '../support/ports.ts';

type Asked = { offers: string[]; about: string[]; how: string };

/** What a shell gets for a line; the last word is the one at the cursor. */
async function ask(words: readonly string[], kept: Record<string, string> = {}): Promise<Asked> {
  const around = fakePorts();
  for (const [path, text] of Object.entries(kept)) around.kept.set(path, text);
  expect(await run(['complete', '--', ...words], around.ports)).toBe(0);
  expect(around.said.err).toBe('');
  const lines = around.said.out.trimEnd().split('\n');
  const offers = lines.slice(0, -1).map((line) => line.split('\t'));
  return {
    offers: offers.map(([value = '']) => value),
    about: offers.map(([, about = '']) => about),
    how: lines.at(-1) ?? '',
  };
}

const names = commands.map(({ name }) => name).filter((name) => name !== '');

const codes = allEntries()
  .map(({ code }) => code)
  .filter((code) => !code.startsWith('-'));

const rows = [
  { name: 'every command', words: [''], offers: names },
  { name: 'a command by its beginning', words: ['mig'], offers: ['migrate'] },
  { name: 'a command behind a flag with a value', words: ['--profile', 'c2f', 'mig'], offers: ['migrate'] },
  { name: 'a command behind a switch', words: ['--simulator', 'mig'], offers: ['migrate'] },
  { name: 'a flag before the command', words: ['--sim'], offers: ['--simulator'] },
  { name: 'a flag of the command', words: ['migrate', '--dry'], offers: ['--dry-run'] },
  { name: 'a flag that goes everywhere, behind the command', words: ['status', '--scen'], offers: ['--scenario'] },
  { name: 'no flag of another command', words: ['status', '--dry'], offers: [] },
  { name: 'a short flag', words: ['-'], offers: ['-h', '-V'] },
  { name: 'the first word of a command', words: ['migrate', ''], offers: ['user', 'site', 'group'] },
  { name: 'no name of a person', words: ['migrate', 'user', ''], offers: [] },
  { name: 'the choices of a flag', words: ['migrate', '--type', ''], offers: ['user', 'site', 'group'] },
  { name: 'one of them by its beginning', words: ['migrate', '--type', 'g'], offers: ['group'] },
  { name: 'one of them behind an equals sign', words: ['migrate', '--type=g'], offers: ['--type=group'] },
  { name: 'formats', words: ['report', '--format', ''], offers: ['md', 'csv', 'json', 'html'] },
  { name: 'scenarios', words: ['--scenario', ''], offers: scenarioNames },
  { name: 'data locations', words: ['migrate', '--target-location', ''], offers: [...dataLocations.keys(), 'default'] },
  { name: 'time zones', words: ['--time-zone', 'Europe/Ber'], offers: ['Europe/Berlin'] },
  { name: 'codes of the catalogue, unless they look like flags', words: ['explain', ''], offers: codes },
  { name: 'kinds of output', words: ['schema', ''], offers: kindNames },
  { name: 'shells', words: ['completion', ''], offers: ['bash', 'zsh', 'fish', 'pwsh'] },
  { name: 'a word that stands beside a list', words: ['runs', 'p'], offers: ['prune'] },
  { name: 'nothing for a value that is free', words: ['migrate', '--change', ''], offers: [] },
  { name: 'nothing behind a command that is not known', words: ['frobnicate', ''], offers: [] },
  { name: 'a value that is named like a command is none', words: ['--profile', 'status', 'mig'], offers: ['migrate'] },
];

test.each(rows)('offers $name', async ({ words, offers }) => {
  expect(await ask(words)).toMatchObject({ offers, how: ':4' });
});

test.each(names)('offers every flag of %s', async (name) => {
  const own = await commands.find((entry) => entry.name === name)?.options();
  const { offers } = await ask([name, '--']);
  for (const { flag } of own ?? []) expect(offers).toContain(`--${flag}`);
});

test('offers the runs of the place that the line is about, newest first', async () => {
  const older = 'r-20261204-120000-0001';
  const newer = 'r-20261205-120000-0002';
  const kept = {
    [`/state/runs/${older}.sqlite`]: '',
    [`/state/runs/${newer}.sqlite`]: '',
    '/state/runs/notes.txt': '',
    '/state/simulator/runs/r-20261201-120000-0003.sqlite': '',
  };
  for (const command of ['status', 'watch', 'cancel', 'resume'])
    expect((await ask([command, 'r-'], kept)).offers).toEqual([newer, older]);
  expect((await ask(['--simulator', 'status', 'r-'], kept)).offers).toEqual(['r-20261201-120000-0003']);
});

const profiles = JSON.stringify({ version: 1, profiles: { f2c: {}, c2f: {}, 'bad name; ls': {} } });

test.each([
  ['--profile', ''],
  ['profile', 'show', ''],
  ['profile', 'edit', ''],
])('offers profiles: %s %s', async (...words) => {
  const kept = { '/config/profiles.json': profiles };
  expect(
    (
      await ask(
        words.filter((word) => word !== undefined),
        kept,
      )
    ).offers,
  ).toEqual(['c2f', 'f2c']);
});

test('offers nothing where the file of profiles is broken or missing', async () => {
  expect(await ask(['--profile', ''], { '/config/profiles.json': '{' })).toMatchObject({ offers: [], how: ':4' });
  expect(await ask(['--profile', ''])).toMatchObject({ offers: [], how: ':4' });
});

const files = [['--log', ''], ['--log=pla'], ['migrate', '--plan-out', 'x'], ['report', '--out', '']];

test.each(files)('leaves files to the shell: %s %s', async (...words) => {
  expect(await ask(words)).toEqual({ offers: [], about: [], how: ':0' });
});

test('every offer says what it is about, short enough for one line', async () => {
  const { about } = await ask(['']);
  for (const text of about) expect(text).toMatch(/^\S.{9,79}$/);
});

test('the word at the cursor may stand before the dashes, where it can be empty', async () => {
  const { ports, said } = fakePorts();
  await run(['complete', '--word=', '--', 'completion'], ports);
  expect(said.out.split('\n').map((line) => line.split('\t')[0])).toEqual(['bash', 'zsh', 'fish', 'pwsh', ':4', '']);
});

test('flags on the line are not taken for its own', async () => {
  const { offers } = await ask(['status', '--json', '--help', '--asc']);
  expect(offers).toEqual(['--ascii']);
});

test('without the dashes it is a word like any other', async () => {
  const { ports, said } = fakePorts();
  expect(await run(['complete'], ports)).toBe(2);
  expect(said.err).toContain('There is no command complete.');
});
