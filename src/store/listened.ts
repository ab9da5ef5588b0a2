import type { LedgerEntry } from '../wave/entry.ts';
import type { Ledger } from './ledger.ts';
import type { RunFile } from './run-writer.ts';

type Heard = (runId: string, entry: LedgerEntry) => void;

/** The same ledger, which tells every entry the moment it is on disk. */
export function listened(ledger: Ledger, heard: Heard): Ledger {
  const wrap = (file: RunFile): RunFile => ({
    ...file,
    append: (...entries) => {
      file.append(...entries);
      for (const entry of entries) heard(file.runId, entry);
    },
    appendSoon: async (...entries) => {
      await file.appendSoon(...entries);
      for (const entry of entries) heard(file.runId, entry);
    },
  });
  const opened = async (opening: ReturnType<Ledger['create']>) => {
    const file = await opening;
    return file.ok ? { ...file, value: wrap(file.value) } : file;
  };
  return {
    ...ledger,
    create: () => opened(ledger.create()),
    open: (runId, waitMs) => opened(ledger.open(runId, waitMs)),
  };
}
