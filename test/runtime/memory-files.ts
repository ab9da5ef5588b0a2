import { DatabaseSync } from 'node:sqlite';
import type { Database } from '../../src/ports/ports.ts';
import type { LedgerPorts } from '../../src/store/ledger.ts';

/** Files in memory, for many cases in a short time: SQLite itself is real, its file locks are played. */
export function memoryFiles(): LedgerPorts['files'] {
  const runs = new Map<string, DatabaseSync>();
  const held = new Map<string, object>();
  const texts = new Map<string, string>();
  return {
    join: (...parts) => parts.join('/'),
    list: async () => [...runs.keys()].map((path) => path.split('/').at(-1) ?? path),
    read: async (path) => texts.get(path) ?? null,
    write: async (path, text) => void texts.set(path, text),
    remove: async (path) => void (runs.delete(path) || texts.delete(path)),
    database: async (path) => {
      if (path.endsWith('.lock')) return lockFile(held, path);
      const database = runs.get(path) ?? new DatabaseSync(':memory:');
      runs.set(path, database);
      return {
        run: (sql, ...values) => void database.prepare(sql).run(...values),
        all: (sql, ...values) => database.prepare(sql).all(...values),
        close: () => {
          if (database.isTransaction) database.exec('ROLLBACK');
        },
      };
    },
  };
}

function lockFile(held: Map<string, object>, path: string): Database {
  const me = {};
  return {
    all: () => [],
    run: (sql) => {
      if (!sql.startsWith('BEGIN')) return;
      if (held.has(path)) throw Object.assign(new Error('database is locked'), { errcode: 5 });
      held.set(path, me);
    },
    close: () => {
      if (held.get(path) === me) held.delete(path);
    },
  };
}
