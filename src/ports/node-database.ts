import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Database } from './ports.ts';

const busyTimeoutMs = 2_000;

/**
 * Opens or makes a SQLite file that only its owner can read (0600, new folders 0700). Each statement outside a
 * transaction is on disk when `run` returns. Throws what SQLite or the file system throws.
 */
export async function openDatabase(path: string): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const isNew = makeEmpty(path);
  const { DatabaseSync } = await importSqlite();
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    // The file remembers WAL. Setting it again would write into files that turn out not to be ours.
    if (isNew) database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
  } catch (fault) {
    database.close();
    throw fault;
  }
  return portOf(database);
}

function portOf(database: DatabaseSync): Database {
  return {
    run: (sql, ...values) => {
      database.prepare(sql).run(...values);
    },
    all: (sql, ...values) => database.prepare(sql).all(...values),
    close: () => database.close(),
  };
}

/**
 * Makes the file with the right mode before SQLite sees it; false when it was there. An existing file is not opened:
 * closing any handle on it would drop the locks SQLite holds on it in this process.
 */
function makeEmpty(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
  syncFolder(dirname(path));
  return true;
}

/** The new name is on disk too, where the system can do that (Windows cannot). */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Node 22 calls SQLite experimental on stderr; that one notice is held back while the module loads, no other. */
async function importSqlite(): Promise<typeof import('node:sqlite')> {
  const emit = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (!isSqliteNotice(warning, rest[0])) Reflect.apply(emit, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
  try {
    return await import('node:sqlite');
  } finally {
    process.emitWarning = emit;
  }
}

const isSqliteNotice = (warning: string | Error, type: unknown): boolean =>
  type === 'ExperimentalWarning' && /sqlite/i.test(String(warning));
