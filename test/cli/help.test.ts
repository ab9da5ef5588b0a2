import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { run } from '../../src/cli.ts';
import { commands } from '../../src/commands/table.ts';
import { questions } from '../../src/plan/questions.ts';
import { version } from '../../src/version.ts';
import { fakePorts } from '../support/ports.ts';
import { fakeTable } from './fake-table.ts';

const names = commands.map(({ name }) => name).filter((name) => name !== '');

async function ask(argv: string[], screen = {}, env = {}) {
  const { ports, said } = fakePorts({ screen, env });
  const { table, ran } = fakeTable();
  const exitCode = await run(argv, ports, table);
  return { ...said, exitCode, ran };
}

test.each([['-h'], ['--help'], ['help'], ['--json', '--help']])(
  '%s shows every command, examples first',
  async (...argv) => {
    const { out, err, exitCode, ran } = await ask(argv);
    expect({ err, exitCode, ran }).toEqual({ err: '', exitCode: 0, ran: [] });
    for (const name of names) expect(out).toContain(`\n  ${name} `);
    expect(out.indexOf('Examples')).toBeLessThan(out.indexOf('Commands'));
  },
);

test.each(names)('the help of %s is the same by flag and by word', async (name) => {
  const byFlag = await ask([name, '--help']);
  expect(byFlag).toMatchObject({ err: '', exitCode: 0, ran: [] });
  expect((await ask(['help', name])).out).toBe(byFlag.out);
  expect((await ask(['-h', name])).out).toBe(byFlag.out);
  expect(byFlag.out).toContain(`Usage\n  crossorg ${name}`);
  expect(byFlag.out.indexOf('Examples')).toBeLessThan(byFlag.out.indexOf('Usage'));
});

test.each([...names.map((name) => [name, '--help']), ['--help'], []])(
  'the help of %s %s fits 79 columns',
  async (...argv) => {
    const { out } = await ask(argv.filter((word) => word !== undefined));
    expect(out.split('\n').filter((line) => line.length > 79)).toEqual([]);
  },
);

test('the help of migrate has the words of the questions', async () => {
  const out = (await ask(['migrate', '--help'])).out.replaceAll(/\s+/g, ' ');
  for (const { flag, prompt, help } of Object.values(questions)) {
    if (flag === null) continue;
    expect(out).toContain(`--${flag} `);
    expect(out).toContain(`${prompt({})} ${help({})}`.trimEnd());
  }
});

test.each(names)('the examples of %s are command lines that it takes', async (name) => {
  for (const { line } of commands.find((entry) => entry.name === name)?.examples ?? [])
    expect(await ask(line.split(' ').slice(1))).toMatchObject({ err: '', exitCode: 0, ran: [{ name }] });
});

test.each([['-V'], ['--version'], ['migrate', '-V'], ['--json', '--version']])(
  '%s shows the version of the package',
  async (...argv) => {
    expect(version).toBe(packageJson.version);
    expect(await ask(argv)).toMatchObject({ out: `${packageJson.version}\n`, err: '', exitCode: 0, ran: [] });
  },
);

const terminal = { inIsTTY: true, outIsTTY: true };
const alone = [
  { name: 'a terminal gets the wizard', screen: terminal, env: {}, opens: true },
  { name: 'no terminal for answers', screen: { outIsTTY: true }, env: {}, opens: false },
  { name: 'no terminal for the screen', screen: { inIsTTY: true }, env: {}, opens: false },
  { name: 'nobody sits at a build server', screen: terminal, env: { CI: 'true' }, opens: false },
  { name: 'a variable that says no build server changes nothing', screen: terminal, env: { CI: 'false' }, opens: true },
  { name: 'line mode may read from a pipe', screen: {}, env: { CROSSORG_LINE: '1' }, opens: true },
  { name: 'line mode switched off', screen: {}, env: { ACCESSIBLE: '0' }, opens: false },
];

test.each(alone)('crossorg alone: $name', async ({ screen, env, opens }) => {
  const { out, err, exitCode, ran } = await ask([], screen, env);
  expect({ err, exitCode, ran: ran.map(({ name }) => name) }).toEqual({ err: '', exitCode: 0, ran: opens ? [''] : [] });
  expect(out.includes('crossorg --help')).toBe(!opens);
});
