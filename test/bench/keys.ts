// How long it takes from a key to the painted frame, through a pseudo-terminal, as a person at rest types: one key, a pause.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { figuresOf, keyTimes, Output, pause } from '../support/key-times.ts';

const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));
const warmUps = 20;
const presses = 200;
/** 95 of 100 keys are on the screen within one frame of a 60 Hz display. */
const most = 16;

/** The way to a screen, a text that is painted on it anew, and the keys that are pressed there in turn. */
type Case = {
  name: string;
  open: readonly (readonly [seen: string, keys: string])[];
  on: string;
  keys: readonly string[];
};

const down = '\u001b[B';
const up = '\u001b[A';
const type = 'What do you want to move?';

const cases: readonly Case[] = [
  { name: 'a letter in a text field', open: [[type, '1']], on: 'OneDrive moves?', keys: ['x', '\u007f'] },
  { name: 'an arrow in a list', open: [], on: type, keys: [down, up] },
];

async function measure({ open, on, keys }: Case, folder: string): Promise<number[]> {
  const { CI: _, ...env } = process.env;
  const ours = { CROSSORG_STATE_DIR: join(folder, 'state'), CROSSORG_CONFIG_DIR: join(folder, 'config') };
  const options = { cols: 80, rows: 24, name: 'xterm-256color', env: { ...env, LANG: 'C.UTF-8', ...ours } };
  const terminal = spawn(process.execPath, [program, 'migrate', '--simulator', '--no-motion'], options);
  const ended = new Promise<void>((done) => terminal.onExit(() => done()));
  const output = new Output(terminal);
  for (const [seen, answer] of open) {
    await output.has(seen);
    terminal.write(answer);
  }
  await output.has(on);
  await pause(500);
  const times = await keyTimes(terminal, output, { keys, warmUps, presses });
  terminal.kill('SIGKILL');
  await ended;
  return times;
}

const rows: { name: string; median: number; p95: number; worst: number; most: number }[] = [];
for (const one of cases) {
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-bench-'));
  const times = await measure(one, folder);
  rmSync(folder, { recursive: true, force: true });
  rows.push({ name: one.name, ...figuresOf(times), most });
}
console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
process.exitCode = rows.some(({ p95 }) => p95 > most) ? 1 : 0;
