import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const bin = fileURLToPath(new URL('../../src/bin.js', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossorg-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Ended = { code: number; out: string; err: string };

/** Runs the program from its source, with a module loaded before it. */
async function start(before: string, file: string, args: string[]): Promise<Ended> {
  const preload = join(folder, `${Math.random()}.mjs`);
  await writeFile(preload, before);
  const env = { ...process.env, CROSSORG_STATE_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', pathToFileURL(preload).href, file, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const tracing = `
  import { registerHooks } from 'node:module';
  registerHooks({ load: (url, context, next) => (process.stderr.write('LOADED ' + url + '\\n'), next(url, context)) });
`;

test('--version and --help load neither the parser nor a screen, and nothing of a command', async () => {
  for (const argument of ['--version', '--help']) {
    const { code, err, out } = await start(tracing, main, [argument]);
    expect({ code, said: out !== '' }).toEqual({ code: 0, said: true });
    expect(err).toContain('/src/cli.ts');
    expect(
      err.split('\n').filter((line) => /node_modules|components|plan\/|refusal|commands\/parse/.test(line)),
    ).toEqual([]);
  }
});

test('a fault outside the course of a command is one finding and a log, not a stack trace', async () => {
  const late = `
    Object.defineProperty(process.stdout, 'writableLength', { value: 1 });
    process.stdout.write = () => { setImmediate(() => { throw new Error('late') }); setTimeout(() => {}, 10_000); };
  `;
  const { code, err } = await start(late, main, ['--help']);
  expect(code).toBe(1);
  expect(err).toContain('crossorg stopped because of a fault of its own.');
  expect(err).not.toContain('    at ');
  const log = /\S+crash-\S+\.log/.exec(err)?.[0] ?? '';
  expect(await readFile(log, 'utf8')).toContain('Error: late\n    at ');
});

test('a reader that goes away ends the program quietly', async () => {
  const gone = `
    process.stdout.write = () => (queueMicrotask(() => process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))), false);
  `;
  expect(await start(gone, main, ['--help'])).toEqual({ code: 0, out: '', err: '' });
});

const versions = [
  { node: '18.20.8', starts: false },
  { node: '20.20.2', starts: false },
  { node: '22.12.0', starts: false },
  { node: '22.13.0', starts: true },
  { node: '24.21.0', starts: true },
];

test.each(versions)('on Node $node the program starts: $starts', async ({ node, starts }) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}' } });`;
  const { code, err } = await start(pretend, bin, ['--version']);
  // Beside the source there is no bundle, so a start that is allowed ends at that.
  expect(code).toBe(starts ? 1 : 2);
  expect(err.includes('npx -y -p node@24 -- node "')).toBe(!starts);
  expect(err.includes('crossorg needs Node.js 22.13 or newer, and this is ')).toBe(!starts);
  expect(err).not.toContain('    at ');
});
