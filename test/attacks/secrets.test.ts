import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/table.ts';
import { CommandLine, type Told } from '../support/command-line.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';
import { serving } from '../support/served.ts';
import { answering, breaking, carriers, chunksOf, leaksIn, saidOf, type Trace, tracesIn } from './secret-places.ts';
import { environment, people, seeds } from './secret-seeds.ts';

const token = seeds.find(({ name }) => name === 'opaque token')?.secret ?? '';
const graph = { CROSSORG_GRAPH_URL: 'http://127.0.0.1:9/beta', CROSSORG_ACCESS_TOKEN: token };
const chunks = chunksOf(seeds).map((chunk) => ({ chunk, said: saidOf(chunk) }));

let computer: CommandLine;
let heard: Trace[];
beforeEach(() => {
  computer = new CommandLine({ env: environment });
  heard = [];
});
afterEach(() => computer.remove());

const hear = (argv: readonly string[], { out, err }: Told): void => {
  const where = argv.slice(0, 2).join(' ');
  heard.push({ where: `stdout of ${where}`, text: out }, { where: `stderr of ${where}`, text: err });
};

type Options = Parameters<CommandLine['run']>[1];

async function run(argv: readonly string[], options: Options = {}): Promise<Told> {
  const told = await computer.run(argv, options);
  hear(argv, told);
  return told;
}

/** The files that are held to tell of nobody. */
const isForOthers = ({ where }: Trace): boolean => /logs\/|bundle/.test(where);

const personsIn = (traces: readonly Trace[]): string[] =>
  traces
    .filter(isForOthers)
    .flatMap(({ where, text }) => people.filter((one) => one.test(text)).map((one) => `${one}: ${where}`));

/** Everything that was said and everything that was left, after a bundle was made of it. */
async function wrongInTheEnd(): Promise<{ secrets: string[]; persons: string[] }> {
  await run(['bundle', '--out', join(computer.folder, 'bundle.txt')]);
  const traces = [...heard, ...tracesIn(computer.folder)];
  expect(traces.some(({ where }) => where === 'bundle.txt')).toBe(true);
  return { secrets: [...new Set(leaksIn(traces, seeds))], persons: personsIn(traces) };
}

const nothing = { secrets: [], persons: [] };

const asking = [
  [...userMove(), '--dry-run', '--json'],
  [...userMove('lee'), ...confirmed, '--change', 'CHG-4711'],
  ['status', 'dana@contoso.com'],
  ['cancel', '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0', ...confirmed, '--events'],
];

test('there are fifty secrets, and each of them would be seen', () => {
  expect(new Set(seeds.map(({ secret }) => secret)).size).toBe(50);
  for (const { name, said } of seeds)
    expect(leaksIn([{ where: 'here', text: said }], seeds)).toContain(`${name}: here`);
});

describe('what the other side says', () => {
  test.each(carriers)('in $name is kept and shown without its secrets', async (carrier) => {
    for (const { said } of chunks)
      for (const argv of asking) await run(argv, { env: graph, fetch: answering(carrier, said) });
    await run(['runs', '--last', '--graph-url', graph.CROSSORG_GRAPH_URL], { env: graph });
    expect(await wrongInTheEnd()).toEqual(nothing);
  });

  test('when a connection breaks is kept and shown without its secrets', async () => {
    for (const { said } of chunks) for (const argv of asking) await run(argv, { env: graph, fetch: breaking(said) });
    expect(await wrongInTheEnd()).toEqual(nothing);
  });

  test.each(seeds)('about $name, alone, is shown without it', async ({ said }) => {
    for (const carrier of carriers) await run(asking[0] ?? [], { env: graph, fetch: answering(carrier, said) });
    expect(leaksIn(heard, seeds)).toEqual([]);
  });
});

/** Where somebody puts a secret by mistake. */
const misplaced = (name: string, secret: string): string[][] => [
  [name, secret],
  [name, 'one', 'two', 'three', secret],
  [name, `--token=${secret}`],
  [name, '--client-secret', secret],
  [name, '--password', secret, '--json'],
  [name, '--time-zone', secret],
  [name, '--profile', secret, '--json'],
  [name, '--graph-url', `https://svc:${secret}@graph.example.com/beta`],
  [name, '--scenario', secret, ...simulated],
  [name, '--source-tenant', secret],
];

/** Without a terminal and without a network each command ends by itself, but for the server. */
const named = commands.map(({ name }) => name).filter((name) => name !== '' && name !== 'simulate');

describe('a secret on the command line', () => {
  /** Those that can be told for what they are without a word about them. */
  const pasted = seeds
    .map(({ secret, said }) => ({ secret: said.startsWith('-----BEGIN') ? said : secret }))
    .filter(({ secret }) => /^(eyJ|-----BEGIN|0\.A|1\.A|M\.C|abc8Q|ghp_|npm_)/.test(secret));

  test.each(named)('of %s is neither repeated nor kept', async (name) => {
    for (const { secret } of pasted)
      for (const argv of misplaced(name, secret)) await run(argv, { fetch: breaking('nobody is there') });
    expect(await wrongInTheEnd()).toEqual(nothing);
  });

  test('is not repeated when it is taken for a command', async () => {
    for (const { secret } of pasted) await run([secret]);
    expect(leaksIn(heard, seeds)).toEqual([]);
  });

  test('is not repeated when an error with it is pasted into explain', async () => {
    for (const { said } of seeds) for (const more of [[], ['--json']]) await run(['explain', said, ...more]);
    expect(leaksIn(heard, seeds)).toEqual([]);
  });

  test('is not kept with a change number', async () => {
    for (const { said } of chunks)
      await run([...userMove(), ...simulated, ...confirmed, '--change', `CHG-4711 ${said}`, '--json']);
    expect(await wrongInTheEnd()).toEqual(nothing);
  });

  test('is not part of an answer', async () => {
    for (const { secret } of pasted) await run(['migrate', 'user', secret, '--target', secret, '--dry-run', '--json']);
    for (const { secret } of pasted)
      await run([
        ...userMove().slice(0, -1),
        `https://svc:${secret}@fabrikam-my.sharepoint.com`,
        ...simulated,
        ...confirmed,
      ]);
    expect(await wrongInTheEnd()).toEqual(nothing);
  });
});

describe('a fault of the program', () => {
  test('leaves a file about it without the secrets that the error had', async () => {
    for (const { said } of chunks) {
      computer.pass(1_000);
      const bug = () => Promise.reject(new Error(said, { cause: new Error(`deeper: ${said}`) }));
      const { exitCode } = await run(['runs', '--json'], { files: (files) => ({ ...files, list: bug }) });
      expect(exitCode).toBe(1);
    }
    const crashes = tracesIn(computer.folder).filter(({ where }) => where.includes('crash-'));
    expect(crashes).toHaveLength(chunks.length);
    expect(await wrongInTheEnd()).toEqual(nothing);
  });

  test('hides what the environment holds, whatever it looks like', async () => {
    const env = { CROSSORG_CLIENT_CERTIFICATE_PASSWORD: 'just two words', MY_API_TOKEN: 'lowercase' };
    const bug = () => Promise.reject(new Error('cannot use "just two words" nor lowercase, dana@contoso.com'));
    await run(['runs'], { env, files: (files) => ({ ...files, list: bug }) });
    const [crash] = tracesIn(computer.folder).filter(({ where }) => where.includes('crash-'));
    expect(crash?.text).toContain('cannot use "[secret]" nor [secret], [name]');
  });
});

describe('a whole migration', () => {
  const story = (folder: string) => [
    [...userMove(), '--dry-run'],
    [...userMove(), '--dry-run', '--plan-out', join(folder, 'plan.json')],
    ['apply', join(folder, 'plan.json'), ...confirmed],
    [...userMove(), ...confirmed, '--change', 'CHG-4711', '--watch', '--timeout', '1h'],
    [...userMove('omar'), ...confirmed, '--json'],
    ['status', '--last'],
    ['watch', '--last', '--timeout', '1h', '--json'],
    ['cancel', 'dana@contoso.com', ...confirmed],
    ['resume', '--last', '--json'],
    ['runs'],
    ['runs', '--last'],
    ['report', '--last'],
    ['report', '--last', '--out', join(folder, 'report.html')],
    ['retry', '--last', ...confirmed],
  ];

  test('on the simulator leaves logs and a bundle that tell of nobody', async () => {
    for (const argv of story(computer.folder))
      await run([...argv, ...simulated], { env: { CROSSORG_ACCESS_TOKEN: token } });
    const traces = tracesIn(computer.folder);
    expect(traces.filter(({ where }) => where.startsWith('state/simulator/logs/')).length).toBeGreaterThan(4);
    expect(await wrongInTheEnd()).toEqual(nothing);
  });

  test('over HTTP leaves its token nowhere', async () => {
    const place = await serving();
    computer.remove();
    computer = place.computer;
    computer.env = { ...environment, ...computer.env };
    for (const argv of story(computer.folder)) await run(argv);
    const before = await wrongInTheEnd();
    const traces = [...heard, ...tracesIn(computer.folder)];
    await place.close();
    computer = new CommandLine();
    expect(before).toEqual(nothing);
    expect(traces.filter(({ text }) => text.includes(place.token) || text.includes(place.token.slice(-40)))).toEqual(
      [],
    );
  });
});

describe('the support bundle', () => {
  const profile = {
    name: 'c2f-profile',
    source: { tenantId: '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10', name: 'Contoso', domains: ['contoso.com'], hosts: [] },
    target: { tenantId: 'b7f0a3d1-1111-4222-8333-444455556666', name: 'Fabrikam', domains: [], hosts: [] },
    auth: 'device',
    targetRule: '{name}@fabrikam.com',
    limits: { budget: 600, maxPending: null },
  };

  const planted: Record<string, (said: string) => string> = {
    'config/profiles.json': (said) => JSON.stringify({ profiles: [{ ...profile, note: said }] }),
    'config/settings.json': (said) => JSON.stringify({ bell: true, defaultProfile: 'c2f-profile', note: said }),
    'state/logs/2026-12-05T12-00-00-000Z-0a1b2c3d.log': (said) =>
      `${said}\n2026-12-05T12:00:00Z dana@contoso.com code=${said}\n`,
    'state/crash-2026-12-05T12-00-00-000Z.log': (said) =>
      `crossorg 0.1.0 on linux, 2026-12-05T12:00:00.000Z\ncrossorg migrate dana\n\nTypeError: ${said} of dana@contoso.com\n    at read (file:///home/dana.admin/x/main.mjs:1:2)\n    at ${said}\n`,
    'state/sign-in/a1/source.json': (said) => said,
    'state/drafts/dana.json': (said) => said,
  };

  test('holds nothing of what somebody put into the files it is made from', async () => {
    for (const { said } of chunks) {
      for (const [path, text] of Object.entries(planted)) {
        mkdirSync(dirname(join(computer.folder, path)), { recursive: true });
        writeFileSync(join(computer.folder, path), text(said));
      }
      const path = join(computer.folder, 'bundle.txt');
      await run(['bundle', '--out', path, '--force', '--json']);
      const bundle = tracesIn(computer.folder).filter(({ where }) => where === 'bundle.txt');
      expect(leaksIn([...heard, ...bundle], seeds)).toEqual([]);
      expect(personsIn(bundle)).toEqual([]);
      expect(bundle[0]?.text).toContain('at read (main.mjs:1:2)');
      expect(bundle[0]?.text).toContain('auth device; fills in targetRule; budget 600');
    }
  });
});
