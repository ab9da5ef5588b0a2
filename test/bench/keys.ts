// From a key to the painted frame, through a pseudo-terminal, on the built program: a text field and a list.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const mostMs = 16;
const keysPressed = 200;
const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'crossorg-bench-'));

type Case = { name: string; keys: readonly string[]; lead: readonly [see: string, key: string][]; see: string };

const down = '\u001b[B';
const up = '\u001b[A';
const cases: readonly Case[] = [
  {
    name: 'a letter in a field',
    lead: [
      ['Where do you want to work?', '\r'],
      ['What do you want to move?', '\r'],
    ],
    see: 'Whose OneDrive moves?',
    keys: [...'danalindqvist', ...Array.from({ length: 13 }, () => '\u007f')],
  },
  {
    name: 'a step in a list',
    lead: [['Where do you want to work?', '\r']],
    see: 'What do you want to move?',
    keys: [down, down, up, up],
  },
];

/** Resolves at the next output after `act`. Frames are written in one piece. */
const nextOutput = (terminal: IPty, act: () => void): Promise<number> =>
  new Promise((resolve) => {
    const before = performance.now();
    const listening = terminal.onData(() => {
      listening.dispose();
      resolve(performance.now() - before);
    });
    act();
  });

/** Frames only carry what changed, so what stands on the screen is asked of a terminal emulator. */
async function until(screen: xterm.Terminal, text: string): Promise<void> {
  const isThere = () => {
    const { active } = screen.buffer;
    return Array.from({ length: screen.rows }, (_, row) => active.getLine(row)?.translateToString() ?? '').some(
      (line) => line.includes(text),
    );
  };
  while (!isThere()) await pause(20);
}

async function measure({ keys, lead, see }: Case): Promise<number[]> {
  const { CI: _, ...inherited } = process.env;
  const env = { ...inherited, LANG: 'C.UTF-8', CROSSORG_STATE_DIR: join(folder, 'state'), CROSSORG_CONFIG_DIR: folder };
  const args = [program, 'demo', '--no-motion'];
  const terminal = spawn(process.execPath, args, { cols: 80, rows: 24, name: 'xterm-256color', env });
  const screen = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  terminal.onData((data) => screen.write(data));
  for (const [text, key] of lead) {
    await until(screen, text);
    await pause(300);
    terminal.write(key);
  }
  await until(screen, see);
  await pause(300);
  const times: number[] = [];
  for (let pressed = 0; pressed < keysPressed; pressed++) {
    times.push(await nextOutput(terminal, () => terminal.write(keys[pressed % keys.length] ?? 'a')));
    // As fast as a fast typist: the frame before must not count for this key.
    await pause(40);
  }
  terminal.kill('SIGKILL');
  return times.toSorted((a, b) => a - b);
}

const at = (times: readonly number[], part: number): number =>
  Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;

const table: Record<string, { median: number; p95: number; most: number }> = {};
for (const one of cases) {
  const times = await measure(one);
  table[one.name] = { median: at(times, 0.5), p95: at(times, 0.95), most: mostMs };
}
rmSync(folder, { recursive: true, force: true });
console.table(table);
process.exitCode = Object.values(table).some(({ p95 }) => p95 > mostMs) ? 1 : 0;
