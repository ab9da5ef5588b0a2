import type { Database } from '../ports/ports.ts';

/** A saved text that several processes read and change one after the other. */
export type WorldStore = {
  /** Hands over the saved text and saves what comes back, all under one lock. */
  exclusively<T>(work: (text: string | null) => { text: string | null; value: T }): T;
};

/** The simulator's world in one SQLite file: a command in another window sees what this one did. */
export function createWorldStore(database: Database): WorldStore {
  database.run('CREATE TABLE IF NOT EXISTS world (id INTEGER PRIMARY KEY CHECK (id = 1), text TEXT)');
  return {
    exclusively: (work) => {
      database.run('BEGIN IMMEDIATE');
      try {
        const before = savedText(database);
        const { text, value } = work(before);
        if (text !== before) database.run('INSERT OR REPLACE INTO world (id, text) VALUES (1, ?)', text);
        database.run('COMMIT');
        return value;
      } catch (fault) {
        database.run('ROLLBACK');
        throw fault;
      }
    },
  };
}

function savedText(database: Database): string | null {
  const text = database.all('SELECT text FROM world WHERE id = 1')[0]?.text;
  return typeof text === 'string' ? text : null;
}
