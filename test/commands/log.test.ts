import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { redactLine } from '../../src/graph/redact-line.ts';
import type { Fetch } from '../../src/ports/ports.ts';
import { scenarioNames } from '../../src/simulator/scenarios.ts';
import { logName, maxLogFiles } from '../../src/store/log-rotation.ts';
import { CommandLine, type Told } from '../support/command-line.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const folderOf = (...parts: string[]): string => join(computer.folder, 'state', ...parts);

/** The lines of all logs in a folder, and no folder is no lines. */
function linesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
  } catch {
    return [];
  }
}

const pathSaid = ({ err }: Told): string => /^The log of this: (.*)$/m.exec(err)?.[1] ?? '';

/** Without what is another one at each run. */
const shapes = (lines: readonly string[]): string[] =>
  lines.map((line) =>
    line
      .replace(/^\S+Z /, '')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      .replaceAll(/\b\d+ ms/g, 'MS')
      .replace(/after-ms=\d+/, 'after-ms=N'),
  );

describe('the log of a command', () => {
  test('has its calls, its waits and what became of its rows', async () => {
    await computer.run([...userMove(), ...simulated, '--scenario', 'throttled', ...confirmed, '--json']);
    const lines = shapes(linesIn(folderOf('simulator', 'logs')));
    expect(lines[0]).toMatch(
      /^crossorg \S+ node 24\.1\.0 linux migrate --target --target-host --confirm --simulator --scenario --json$/,
    );
    const tasks = '/solutions/sharePoint/migrations/crossOrganizationMigrationTasks';
    expect(lines).toContain(
      `validate POST ${tasks} 429 code=activityLimitReached retry-after-ms=N MS client-request-id=ID request-id=ID`,
    );
    expect(lines).toContain('pause MS');
    expect(
      lines.map((line) => line.replace(/r-\d{8}-\d{6}-[0-9a-f]{4}/, 'RUN').replace(/plan=\S+/, 'plan=PLAN')),
    ).toEqual(
      expect.arrayContaining([
        'run RUN opened rows=1',
        'run RUN row 1 baseline look=nothing',
        'run RUN row 1 intended plan=PLAN client-request-id=ID',
        `create POST ${tasks} 200 MS client-request-id=ID request-id=ID`,
        'run RUN row 1 accepted task=ID state=queued client-request-id=ID request-id=ID',
      ]),
    );
    expect(lines.at(-1)).toBe('ended exit=0');
  });

  test('leaves the newest twenty when it ends, however short it was', async () => {
    const folder = folderOf('simulator', 'logs');
    mkdirSync(folder, { recursive: true });
    for (let at = 0; at < 30; at += 1) writeFileSync(join(folder, logName(at * 1000, '0a1b2c3d', 1)), 'old');
    await computer.run(['status', 'dana@contoso.com', ...simulated]);
    expect(readdirSync(folder)).toHaveLength(maxLogFiles);
  });

  test('can be read by its owner only', async () => {
    await computer.run([...userMove(), ...simulated, '--dry-run']);
    const [name = ''] = readdirSync(folderOf('simulator', 'logs'));
    expect(statSync(folderOf('simulator', 'logs', name)).mode & 0o777).toBe(0o600);
    expect(statSync(folderOf('simulator', 'logs')).mode & 0o777).toBe(0o700);
  });

  test.each(scenarioNames)('in the story %s consists of words of the allow-list', async (scenario) => {
    await computer.run([
      ...userMove(),
      ...simulated,
      '--scenario',
      scenario,
      ...confirmed,
      '--watch',
      '--timeout',
      '1h',
    ]);
    await computer.run(['cancel', 'dana@contoso.com', ...simulated, ...confirmed]);
    await computer.run(['resume', '--last', ...simulated]);
    const lines = linesIn(folderOf('simulator', 'logs'));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => redactLine(line).hidden > 0)).toEqual([]);
  });

  const silent = [['--help'], ['--version'], ['explain'], ['runs'], ['migrate', 'user'], ['bundle'], ['schema']];

  test.each(silent.map((argv) => ({ name: argv.join(' '), argv })))(
    '$name calls nobody, so there is none',
    async ({ argv }) => {
      const { err } = await computer.run(argv);
      expect(err).not.toContain('The log of this');
      for (const parts of [['logs'], ['simulator', 'logs'], ['custom', 'logs']])
        expect(linesIn(folderOf(...parts))).toEqual([]);
    },
  );
});

describe('where the log is', () => {
  const nobody: Fetch = () => Promise.reject(new TypeError('fetch failed'));

  const places = [
    { name: 'live', url: '', parts: ['logs'] },
    { name: 'custom', url: 'https://graph.example.com/beta', parts: ['custom', 'logs'] },
  ];

  test.each(places)('is said when a $name command ends without success', async ({ url, parts }) => {
    const env = { CROSSORG_ACCESS_TOKEN: 'opaque', CROSSORG_GRAPH_URL: url };
    const told = await computer.run(['status', 'dana@contoso.com', '--json'], { env, fetch: nobody });
    expect(told.exitCode).toBe(7);
    const [name = ''] = readdirSync(folderOf(...parts));
    expect(pathSaid(told)).toBe(folderOf(...parts, name));
    expect(linesIn(folderOf(...parts)).at(-1)).toMatch(/ended exit=7$/);
  });

  test('is said after a fault too, and the log has the calls before it', async () => {
    let writes = 0;
    const told = await computer.run([...userMove(), ...simulated, ...confirmed], {
      files: (files) => ({
        ...files,
        database: (path) => {
          writes += 1;
          return path.includes('runs') ? Promise.reject(new Error('a bug')) : files.database(path);
        },
      }),
    });
    expect(writes).toBeGreaterThan(0);
    expect(told.exitCode).toBe(1);
    expect(readFileSync(pathSaid(told), 'utf8')).toContain('validate POST');
    expect(told.err).toContain('crash-');
  });

  test('is not said after a success', async () => {
    const { err } = await computer.run([...userMove(), ...simulated, '--dry-run']);
    expect(err).not.toContain('The log of this');
  });
});

describe('--log', () => {
  test('writes the same lines to that file as well, folder and all, one command after the other', async () => {
    const own = join(computer.folder, 'new', 'own.log');
    const first = await computer.run([...userMove('omar'), ...simulated, '--dry-run', '--log', own]);
    expect(pathSaid(first).split(' and ')).toHaveLength(2);
    expect(pathSaid(first)).toContain(own);
    computer.pass(1000);
    await computer.run([...userMove(), ...simulated, '--dry-run', '--log', own]);
    expect(linesIn(join(computer.folder, 'new'))).toEqual(linesIn(folderOf('simulator', 'logs')));
  });

  test('to a file that cannot be written is said once, and the work goes on', async () => {
    const argv = [...userMove(), ...simulated, '--dry-run', '--log', join(computer.folder, 'state', 'simulator')];
    const { exitCode, err } = await computer.run(argv);
    expect(exitCode).toBe(0);
    expect(err.match(/cannot be written/g)).toHaveLength(1);
  });
});

test('a disk without room for logs stops no move', async () => {
  const { exitCode, json, err } = await computer.run([...userMove(), ...simulated, ...confirmed, '--json'], {
    files: (files) => ({
      ...files,
      append: () => {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      },
    }),
  });
  expect({ exitCode, submitted: json.submitted }).toEqual({ exitCode: 0, submitted: 1 });
  expect(err).not.toContain('log');
});
