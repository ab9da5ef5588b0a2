import { appendFileSync, mkdirSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './node-folder-sync.ts';
import type { Clock, Files, Random } from './ports.ts';

type Needs = { random: Random; clock: Clock; platform: string };

/** Files of this computer. What is read or written wrongly is thrown as Node's own error, with its `code`. */
export const createNodeFiles = (needs: Needs): Files => ({
  read: (path) => orWhenAbsent(readFile(path, 'utf8'), null),
  bytes: (path) => orWhenAbsent(readFile(path), null),
  write: (path, text) => writeDurably(path, text, needs),
  append: appendAtOnce,
  remove: (path) => rm(path, { force: true }),
  list: (folder) => orWhenAbsent(readdir(folder), []),
  database: async (path, use) => {
    const { openDatabase } = await import('./node-database.ts');
    return openDatabase(path, needs.platform, use);
  },
  join,
});

function appendAtOnce(path: string, text: string): void {
  const append = () => appendFileSync(path, text, { mode: 0o600 });
  try {
    append();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    append();
  }
}

const makeFolder = (path: string) => mkdir(dirname(path), { recursive: true, mode: 0o700 });

async function orWhenAbsent<T, E>(work: Promise<T>, absent: E): Promise<T | E> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return absent;
    throw error;
  }
}

/** Readers see the old text or the new one, also after a power cut: a synced temporary file takes the name over. */
async function writeDurably(path: string, text: string, needs: Needs): Promise<void> {
  await makeFolder(path);
  const temporary = `${path}.${needs.random.guid()}.tmp`;
  try {
    await writeSynced(temporary, text);
    await renameWithPatience(temporary, path, needs);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path), needs.platform);
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** On Windows a virus scanner or an editor may hold the old file open for a moment. */
async function renameWithPatience(from: string, to: string, { clock, platform }: Needs): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const busy = platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '');
      if (!busy || attempt === 8) throw error;
      await clock.sleep(attempt * 25);
    }
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;
