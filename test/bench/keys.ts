// How long it takes from a key to the painted frame, through a pseudo-terminal, as a person at rest types: one key, a pause.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';

const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));
const warmUps = 20;
const presses = 200;
const pauseMs = 35;
/** 95 of 100 keys are on the screen within one frame of a 60 Hz display. */
const most = 16;
/** Longer than any start or frame takes. */
const patienceMs = 10_000;
/** Ends each frame: the terminal shows what it held back. */
const frameEnd = '\u001b[?2026l';

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

/** What the program writes, and who waits for some of it. */
class Output {
  #text = '';
  #look: () => void = () => undefined;

  constructor(terminal: IPty) {
    terminal.onData((data) => {
      this.#text += data;
      this.#look();
    });
  }

  forget(): void {
    this.#text = '';
  }

  has(wanted: string): Promise<void> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`Not seen: ${wanted}`)), patienceMs);
      this.#look = () => {
        if (!this.#text.includes(wanted)) return;
        clearTimeout(timer);
        done();
      };
      this.#look();
    });
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

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
  const times: number[] = [];
  for (let press = 0; press < warmUps + presses; press += 1) {
    output.forget();
    const pressed = performance.now();
    terminal.write(keys[press % keys.length] ?? '');
    await output.has(frameEnd);
    if (press >= warmUps) times.push(performance.now() - pressed);
    await pause(pauseMs);
  }
  terminal.kill('SIGKILL');
  await ended;
  return times;
}

const at = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

const rows: { name: string; median: number; p95: number; worst: number; most: number }[] = [];
for (const one of cases) {
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-bench-'));
  const times = (await measure(one, folder)).toSorted((a, b) => a - b);
  rmSync(folder, { recursive: true, force: true });
  rows.push({
    name: one.name,
    median: rounded(at(times, 0.5)),
    p95: rounded(at(times, 0.95)),
    worst: rounded(at(times, 1)),
    most,
  });
}
console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
process.exitCode = rows.some(({ p95 }) => p95 > most) ? 1 : 0;
