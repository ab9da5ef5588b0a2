import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { root } from '../support/source.ts';

type Locked = { version?: string; license?: string; dev?: boolean; devOptional?: boolean };

/** What is installed with the program; what only its developers need is left out. */
const installed = Object.entries<Locked>(lock.packages as Record<string, Locked>)
  .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
  .map(([path, { version = '', license = 'unknown' }]) => ({
    path,
    name: path.replace(/^.*node_modules\//, ''),
    version,
    license: license.replace(/^\((.*)\)$/, '$1'),
  }));

const direct = new Set(Object.keys({ ...packageJson.dependencies, ...packageJson.optionalDependencies }));

const rows = (isDirect: boolean): string[] => [
  ...new Set(
    installed
      .filter(({ name }) => direct.has(name) === isDirect)
      .map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
      .sort(),
  ),
];

const table = (lines: readonly string[]): string =>
  ['| package | version | licence |', '|---|---|---|', ...lines].join('\n');

test('the page of licences says what the lock file says; write it anew with: npx vitest run test/docs --update', async () => {
  const page = [
    '# Licences',
    'Every package that is installed with crossorg. The text of each licence is in the folder of its package.',
    '## Used by crossorg itself',
    table(rows(true)),
    '## Used by those',
    table(rows(false)),
  ].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot('../../docs/licences.md');
});

test('the packages on this computer say the same of themselves', () => {
  const wrong = installed.flatMap(({ path, license }) => {
    const file = `${root}${path}/package.json`;
    if (!existsSync(file)) return [];
    const own: { license?: string } = JSON.parse(readFileSync(file, 'utf8'));
    return (own.license ?? 'unknown').replace(/^\((.*)\)$/, '$1') === license ? [] : [`${path}: ${own.license}`];
  });
  expect(wrong).toEqual([]);
});

test('the page on security names every licence there is, and no other', () => {
  const [, said = ''] =
    /only these licences: ([^.]+(?:\.\d[^.]*)*)\./.exec(
      readFileSync(`${root}SECURITY.md`, 'utf8').replace(/\s+/g, ' '),
    ) ?? [];
  const named = said.split(/, (?:and )?/).sort();
  expect(named).toEqual([...new Set(installed.map(({ license }) => license))].sort());
});
