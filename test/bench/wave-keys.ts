// How long it takes from a key to the painted frame in a table of 5,000 rows, through a pseudo-terminal, and how much memory
// the rows and their table take over the first frame.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { rolldown } from 'rolldown';
// @ts-expect-error The build's own configuration has no types.
import config from '../../rolldown.config.mjs';
import { figuresOf, keyTimes, Output, pause } from '../support/key-times.ts';

const rows = 5000;
const warmUps = 20;
const presses = 200;
/** Milliseconds in which 95 of 100 keys are on the screen: one frame of a 60 Hz display, and what works through all rows. */
const oneFrame = 16;
const allRows = 50;
const mostMegabytes = 50;

const [down, up, pageDown, pageUp, back] = ['\u001b[B', '\u001b[A', '\u001b[6~', '\u001b[5~', '\u007f'];

/** Keys that open what is measured, keys that are pressed there in turn, and one that closes it again. */
type Case = { name: string; open?: string; keys: readonly string[]; close?: string; most: number };

const cases: readonly Case[] = [
  { name: 'an arrow in the table', keys: [down, up], most: oneFrame },
  { name: 'a page in the table', keys: [pageDown, pageDown, pageDown, pageUp], most: oneFrame },
  { name: 'a mark', keys: [' '], most: oneFrame },
  { name: 'a letter of the filter', open: '/', keys: ['a', back], close: '\u001b', most: allRows },
  { name: 'failed and Check only', keys: ['f'], most: allRows },
  { name: 'another order', keys: ['s'], most: allRows },
];

/** The screens of a wave as one file, built as the product is. */
async function bundled(folder: string): Promise<string> {
  const { platform, external, transform, resolve } = config;
  const input = fileURLToPath(new URL('wave-screen.tsx', import.meta.url));
  const bundle = await rolldown({ input, platform, external, transform, resolve });
  const file = join(folder, 'wave-screen.mjs');
  await bundle.write({ file, format: 'esm', minify: true, codeSplitting: false });
  await bundle.close();
  return file;
}

/** Resident memory of a process, in megabytes. */
function megabytesOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 102.4) / 10;
}

const folder = mkdtempSync(join(tmpdir(), 'crossorg-bench-'));
const { CI: _, ...env } = process.env;
const options = { cols: 80, rows: 24, name: 'xterm-256color', env: { ...env, LANG: 'C.UTF-8' } };
const terminal = spawn(process.execPath, [await bundled(folder), String(rows)], options);
const output = new Output(terminal);
await output.has('Enter');
await pause(500);
const first = megabytesOf(terminal.pid);
terminal.write('\r');
await output.has('sorted by');
await pause(500);
const figures: Record<string, { median: number; p95: number; worst: number; most: number }> = {};
for (const { name, open, keys, close, most } of cases) {
  if (open) terminal.write(open);
  await pause(200);
  figures[name] = { ...figuresOf(await keyTimes(terminal, output, { keys, warmUps, presses })), most };
  if (close) terminal.write(close);
  await pause(200);
}
const last = megabytesOf(terminal.pid);
terminal.kill('SIGKILL');
rmSync(folder, { recursive: true, force: true });
console.log(`From a key to the painted frame with ${rows} rows, in milliseconds`);
console.table(figures);
console.log(`Memory: ${first} MB at the first frame, ${last} MB at the end, at most ${mostMegabytes} MB more`);
const isSlow = Object.values(figures).some(({ p95, most }) => p95 > most);
process.exitCode = isSlow || last - first > mostMegabytes ? 1 : 0;
