import type { Files } from '../../src/ports/ports.ts';
import type { LedgerEntry } from '../../src/wave/entry.ts';

/** Every write of an entry of this kind fails: the program was killed there, or the disk is full. */
export const failingAt =
  (kind: LedgerEntry['kind'], fault: Error) =>
  (files: Files): Files => ({
    ...files,
    database: async (path) => {
      const database = await files.database(path);
      return {
        ...database,
        run: (sql, ...values) => {
          if (sql.startsWith('INSERT') && values.includes(kind)) throw fault;
          database.run(sql, ...values);
        },
      };
    },
  });

/** As SQLite throws it when nothing more fits on the disk. */
export const diskFull = Object.assign(new Error('database or disk is full'), { errcode: 13 });
