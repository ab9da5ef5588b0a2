import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/ports/node-database.ts';
import type { Clock, Random } from '../../src/ports/ports.ts';
import type { LedgerPorts } from '../../src/store/ledger.ts';

/** A clock that moves only when somebody sleeps on it. */
export type FakeClock = Clock & { pass(ms: number): void };

export function fakeClock(start = Date.UTC(2026, 11, 5, 14, 0, 0)): FakeClock {
  let now = start;
  return {
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      now += ms;
      // Whoever works meanwhile gets a turn, as on a real clock.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Numbers between 0 and 1 that follow from a seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function fakeRandom(seed = 1): Random {
  const fraction = seeded(seed);
  let guids = 0;
  return {
    fraction,
    guid: () => {
      guids += 1;
      return `00000000-0000-4000-8000-${String(guids).padStart(12, '0')}`;
    },
  };
}

export const realFiles: LedgerPorts['files'] = {
  database: (path, use) => openDatabase(path, process.platform, use),
  join,
  list: async (folder) => {
    try {
      return await readdir(folder);
    } catch {
      return [];
    }
  },
  remove: (path) => rm(path, { force: true }),
  read: (path) => readFile(path, 'utf8').catch(() => null),
  write: (path, text) => writeFile(path, text),
};

/** A folder of its own for one test, and how to remove it. */
export function tempFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-ledger-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
