import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));
const rounds = 9;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossorg-quick-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How long one start takes, in milliseconds, and how it ended. */
function once(args: readonly string[]): { ms: number; status: number | null; out: string } {
  const { PATH = '' } = process.env;
  const env = { PATH, HOME: folder, LANG: 'C.UTF-8', CROSSORG_STATE_DIR: folder, CROSSORG_CONFIG_DIR: folder };
  const before = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  return { ms: performance.now() - before, status, out: stdout };
}

/** The quickest of some starts of each, taken in turns: what else this computer does only ever slows them down. */
function quickest<const K extends string>(cases: Readonly<Record<K, readonly string[]>>): Record<K, number> {
  const best = Object.fromEntries(Object.keys(cases).map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    K,
    number
  >;
  for (let round = 0; round < rounds; round++)
    for (const [name, args] of Object.entries(cases) as [K, readonly string[]][])
      best[name] = Math.min(best[name], once(args).ms);
  return best;
}

const missing = [
  { name: 'every answer', argv: ['migrate'] },
  { name: 'one answer', argv: ['migrate', 'user', 'dana@contoso.com', '--target', 'dana@fabrikam.com', '--dry-run'] },
  { name: 'the file of a wave', argv: ['wave'] },
  { name: 'the task', argv: ['status'] },
  { name: 'what to cancel', argv: ['cancel'] },
  { name: 'the run', argv: ['retry'] },
  { name: 'the plan', argv: ['apply'] },
  { name: 'what a profile is made of', argv: ['profile', 'new', 'c2f'] },
  { name: 'whose sign-in', argv: ['login'] },
  { name: 'the shell', argv: ['completion'] },
];

test.each(missing)('where $name is missing it ends with exit 2 within 300 ms', ({ argv }) => {
  const { status, out } = once([built, ...argv, '--json']);
  expect({ status, kind: JSON.parse(out).kind }).toEqual({ status: 2, kind: 'error' });
  const { node, program } = quickest({ node: ['-e', '0'], program: [built, ...argv] });
  // An idle computer starts Node in 20 to 40 ms. On one that is busy with other tests both take longer, and so may the answer.
  expect(program).toBeLessThan(Math.max(300, 10 * node));
});

const lines = [
  { name: 'a command', words: ['mig'] },
  { name: 'a flag', words: ['migrate', '--dry'] },
  { name: 'a scenario', words: ['--scenario', 't'] },
  { name: 'a kind of output', words: ['schema', ''] },
];

test.each(lines)('completing $name takes less than twice as long as --help', ({ words }) => {
  const { help, complete } = quickest({ help: [built, '--help'], complete: [built, 'complete', '--', ...words] });
  expect(complete / help).toBeLessThan(2);
});
