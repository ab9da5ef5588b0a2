// How long the start takes, as ratios of `node -e 0` measured in the same minutes on the same machine.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

const rounds = 21;
const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

type Case = { name: string; most: number | null; measure(): number | Promise<number> };

const cases: readonly Case[] = [
  { name: 'node -e 0', most: null, measure: () => untilExit(['-e', '0']) },
  { name: '--version', most: 1.6, measure: () => untilExit([program, '--version']) },
  { name: '--help', most: 1.8, measure: () => untilExit([program, '--help']) },
  { name: 'first frame of demo', most: 8, measure: () => untilFirstFrame([program, 'demo']) },
];

function untilExit(args: string[]): number {
  const before = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - before;
}

/** Until the first printable characters stand in a pseudo-terminal of 80 × 24. */
async function untilFirstFrame(args: string[]): Promise<number> {
  const { CI: _, ...env } = process.env;
  const before = performance.now();
  const terminal = spawn(process.execPath, args, { cols: 80, rows: 24, name: 'xterm-256color', env });
  const ended = new Promise<void>((resolve) => terminal.onExit(() => resolve()));
  const seen = new Promise<number>((resolve) => {
    let shown = '';
    terminal.onData((data) => {
      shown += data;
      if (printable(shown).includes('crossorg')) resolve(performance.now() - before);
    });
  });
  const ms = await Promise.race([seen, ended.then(() => Promise.reject(new Error('it ended before a frame')))]);
  terminal.kill('SIGKILL');
  await ended;
  return ms;
}

/** What is left without escape sequences. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}\[[0-?]*[ -/]*[@-~]|\p{Cc}\][^\p{Cc}]*/gu, '');

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const measured = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
for (let round = 0; round <= rounds; round++)
  for (const { name, measure } of cases) {
    const ms = await measure();
    // The first round fills the caches.
    if (round > 0) measured.get(name)?.push(ms);
  }

const base = median(measured.get('node -e 0') ?? []);
const rows = cases.map(({ name, most }) => {
  const ms = median(measured.get(name) ?? []);
  return { name, ms: Math.round(ms * 10) / 10, ratio: Math.round((ms / base) * 100) / 100, most };
});
console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
process.exitCode = rows.some(({ ratio, most }) => most !== null && ratio > most) ? 1 : 0;
