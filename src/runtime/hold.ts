import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { err, ok, type Result } from '../plan/result.ts';
import { localFinding } from '../problems/explain.ts';
import type { Ledger } from '../store/ledger.ts';
import type { LedgerEntry, RunHeader } from '../wave/entry.ts';
import type { RowState } from '../wave/row-state.ts';
import { foldEntries, rowOf } from '../wave/run-state.ts';
import { otherPlace } from '../wave/same-place.ts';
import { sourceTexts } from '../wave/source-text.ts';
import { type RowBook, rowBook } from './row-book.ts';
import type { Services } from './services.ts';

/** Works while no other process can submit the same source. Sources come before runs, always in the same order. */
export async function holdingSource<T>(
  { ledger }: { ledger: Ledger },
  move: PlannedMove,
  work: () => Promise<T>,
): Promise<Result<T, Finding>> {
  const [first = '', second] = [...sourceTexts(move)].sort();
  if (second === undefined) return await ledger.withSource(first, work);
  const outer = await ledger.withSource(first, () => ledger.withSource(second, work));
  return outer.ok ? outer.value : outer;
}

export type RowAddress = { runId: string; row: number };

/** Works on a recorded row, with its run open for writing and its state as of now. */
export async function holdingRow<T>(
  { ledger, clock, header }: Pick<Services, 'ledger' | 'clock' | 'header'>,
  { runId, row }: RowAddress,
  work: (book: RowBook) => Promise<T>,
): Promise<Result<T, Finding>> {
  const file = await ledger.open(runId);
  if (!file.ok) return file;
  try {
    const entries = file.value.entries();
    if (!entries.ok) return entries;
    const state = rowHere(entries.value, { runId, row }, header());
    return state.ok ? ok(await work(rowBook(file.value, state.value, clock.now))) : state;
  } finally {
    file.value.close();
  }
}

/** The move of a recorded row, read without any lock. */
export async function moveOf(
  { ledger, header }: Pick<Services, 'ledger' | 'header'>,
  address: RowAddress,
): Promise<Result<PlannedMove, Finding>> {
  const entries = await ledger.read(address.runId);
  if (!entries.ok) return entries;
  const state = rowHere(entries.value, address, header());
  return state.ok ? ok(state.value.plan.move) : state;
}

/** A recorded row, if its run belongs to where this session works. */
function rowHere(
  entries: readonly LedgerEntry[],
  address: RowAddress,
  here: Omit<RunHeader, 'runId'>,
): Result<RowState, Finding> {
  const run = foldEntries(entries);
  const state = rowOf(run, address.row);
  if (state === null || run.header === null) return err(noSuchRow(address));
  const elsewhere = otherPlace(run.header, here);
  return elsewhere === null ? ok(state) : err(elsewhere);
}

const noSuchRow = ({ runId, row }: RowAddress): Finding =>
  localFinding('runNotFound', { run: `${runId} with row ${row}` });
