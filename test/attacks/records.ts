import type { Database } from '../../src/ports/ports.ts';
import type { Ledger, LedgerPorts } from '../../src/store/ledger.ts';
import type { LedgerEntry } from '../../src/wave/entry.ts';
import { foldEntries } from '../../src/wave/run-state.ts';
import type { RecordedRow } from '../runtime/world.ts';

type Files = LedgerPorts['files'];

/** Notes each create that is on disk: called with its client-request-id when the entry was written, not before. */
export function listened(files: Files, heard: (clientRequestId: string) => void): Files {
  const wrap = (database: Database): Database => ({
    ...database,
    run: (sql, ...values) => {
      database.run(sql, ...values);
      // One statement may write several entries, of three values each.
      for (const [at, kind] of values.entries())
        if (sql.startsWith('INSERT') && kind === 'intended') heard(JSON.parse(String(values[at + 1])).clientRequestId);
    },
  });
  return { ...files, database: async (path) => wrap(await files.database(path)) };
}

export type Records = { rows: RecordedRow[]; entries: LedgerEntry[] };

/** Everything on disk, newest run first. A process that died while it made a run's file left it empty. */
export async function recordsIn({ files, folder }: { files: Files; folder: string }, ledger: Ledger): Promise<Records> {
  const records: Records = { rows: [], entries: [] };
  const runIds = (await files.list(folder))
    .filter((name) => name.endsWith('.sqlite'))
    .sort()
    .reverse();
  for (const name of runIds) {
    const runId = name.slice(0, -'.sqlite'.length);
    const read = await ledger.read(runId);
    if (!read.ok && !read.error.why.endsWith('It is empty.')) throw new Error(read.error.why);
    const entries = read.ok ? read.value : [];
    records.entries.push(...entries);
    records.rows.push(...foldEntries(entries).rows.map((state) => ({ runId, state })));
  }
  return records;
}
