import { closeSync, existsSync, linkSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { syncFolderNow } from './node-folder-sync.ts';
import type { Database } from './ports.ts';

const busyTimeoutMs = 2_000;

/**
 * Opens or makes a SQLite file that only its owner can read (0600, new folders 0700). Each statement outside a
 * transaction is on disk when `run` returns. As a `lock` an empty file is enough. Throws what SQLite or the file system throws.
 */
export async function openDatabase(path: string, platform: string, use?: 'lock'): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const sqlite = await importSqlite();
  if (use === 'lock') return lockFile(path, sqlite);
  if (!existsSync(path)) makeFile(path, platform, sqlite);
  const database = new sqlite.DatabaseSync(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
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

/** Nothing of it is read before it is locked: even that would wait for whoever holds it. */
function lockFile(path: string, { DatabaseSync }: Sqlite): Database {
  makeEmpty(path);
  return portOf(new DatabaseSync(path));
}

type Sqlite = typeof import('node:sqlite');

/**
 * Makes the file under another name and lets it appear when it is ready: whoever opens it in the same moment would keep it
 * from its journal mode, and a crash would leave it without. The file remembers the mode; one that is there is not touched.
 */
function makeFile(path: string, platform: string, { DatabaseSync }: Sqlite): void {
  const unfinished = `${path}.${crypto.randomUUID()}.new`;
  try {
    closeSync(openSync(unfinished, 'wx', 0o600));
    const database = new DatabaseSync(unfinished);
    database.exec('PRAGMA journal_mode = WAL');
    database.close();
    appear(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
  syncFolderNow(dirname(path), platform);
}

/** Another process may have been first; then its file it is. A disk without links gets an empty file, which works too. */
function appear(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') makeEmpty(path);
  }
}

function makeEmpty(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault;
  }
}

const codeOf = (fault: unknown): unknown => (fault instanceof Error && 'code' in fault ? fault.code : null);

/** Node 22 calls SQLite experimental on stderr; that one notice is held back while the module loads, no other. */
async function importSqlite(): Promise<Sqlite> {
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
