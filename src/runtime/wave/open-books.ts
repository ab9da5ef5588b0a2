import type { Finding } from '../../plan/finding.ts';
import { ok, type Result } from '../../plan/result.ts';
import { foldEntries } from '../../wave/run-state.ts';
import { otherPlace } from '../../wave/same-place.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { holdingSource } from '../hold.ts';
import { type RowBook, rowBook } from '../row-book.ts';
import type { Services } from '../services.ts';
import { settleBook } from '../settle.ts';

/** A run that is held for a while, to settle many of its rows: the whole of it is read once. */
export type OpenBooks = { of(row: number): RowBook | null; close(): void };

/** A finding when another process writes to the run, or when it belongs to other tenants. */
export async function openBooks(
  { ledger, clock, header }: Services,
  runId: string,
): Promise<Result<OpenBooks, Finding>> {
  const file = await ledger.open(runId);
  if (!file.ok) return file;
  const { value } = file;
  const entries = value.entries();
  const run = foldEntries(entries.ok ? entries.value : []);
  const trouble = entries.ok ? run.header && otherPlace(run.header, header()) : entries.error;
  if (trouble !== null) {
    value.close();
    return { ok: false, error: trouble };
  }
  const rows = new Map(run.rows.map((row) => [row.plan.row, row]));
  return ok({
    of: (number) => {
      const row = rows.get(number);
      return row === undefined ? null : rowBook(value, row, clock.now);
    },
    close: () => value.close(),
  });
}

/** Looks for what came of a create that nobody answered; nothing is sent. */
export async function settleIn(
  services: Services,
  books: Result<OpenBooks, Finding>,
  { runId, row }: { runId: string; row: number },
  signal: AbortSignal,
): Promise<SubmitOutcome> {
  const unknowable = (finding: Finding): SubmitOutcome => {
    return { result: 'unconfirmed', runId, row, at: services.clock.now(), findings: [finding], mayResend: false };
  };
  if (!books.ok) return unknowable(books.error);
  const book = books.value.of(row);
  if (book === null) throw new Error('A row that is followed is not in its run');
  const { move } = book.state().plan;
  const held = await holdingSource(services, move, () => settleBook(services, book, false, signal));
  return held.ok ? held.value : unknowable(held.error);
}
