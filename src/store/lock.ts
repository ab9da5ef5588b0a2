import type { Clock, Files } from '../ports/ports.ts';
import { isBusy } from './storage-fault.ts';

export type Lock = { release(): void };

type Ports = { files: Pick<Files, 'database'>; clock: Clock };

const retryEveryMs = 100;

/**
 * Takes a lock that lives in a small SQLite file: the system frees it when its owner ends, however it ends. Null when
 * somebody else still holds it after `waitMs`. Throws when the file cannot be used.
 */
export async function takeLock(ports: Ports, path: string, waitMs: number): Promise<Lock | null> {
  for (let waitedMs = 0; ; waitedMs += retryEveryMs) {
    const lock = await tryLock(ports.files, path);
    if (lock !== null || waitedMs >= waitMs) return lock;
    await ports.clock.sleep(retryEveryMs);
  }
}

async function tryLock(files: Pick<Files, 'database'>, path: string): Promise<Lock | null> {
  try {
    const database = await files.database(path, 'lock');
    try {
      database.run('PRAGMA busy_timeout = 0');
      database.run('BEGIN EXCLUSIVE');
    } catch (fault) {
      database.close();
      throw fault;
    }
    return { release: () => database.close() };
  } catch (fault) {
    if (isBusy(fault)) return null;
    throw fault;
  }
}
