import type { Finding } from '../../plan/finding.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { RunFile } from '../../store/run-writer.ts';
import { isOpen } from '../../wave/row-state.ts';
import { foldEntries } from '../../wave/run-state.ts';
import { otherPlace } from '../../wave/same-place.ts';
import { holdingSource } from '../hold.ts';
import { rowBook } from '../row-book.ts';
import type { Services } from '../services.ts';
import { settleBook } from '../settle.ts';
import { limited } from './limited.ts';

/** `file` is null while another process still works on the run, although it was asked to stop. */
export type Braked = { file: RunFile | null; wasWorkedOn: boolean };

type Braking = {
  /** Who asks: shown where the run is being sent. */
  by: string;
  /** How long the other process has for what it has begun, in milliseconds of this computer's clock. */
  waitMs: number;
  onWait: () => void;
};

/**
 * Stops a run wherever it is being sent, and holds it, so that nobody goes on with it meanwhile. What has left is waited for:
 * its answer belongs to the process that sent it.
 */
export async function brake(
  { ledger }: Pick<Services, 'ledger'>,
  runId: string,
  { by, waitMs, onWait }: Braking,
): Promise<Result<Braked, Finding>> {
  const free = await ledger.open(runId, 0);
  if (free.ok) return ok({ file: free.value, wasWorkedOn: false });
  if (free.error.code !== 'ledgerLocked') return free;
  await ledger.askToStop(runId, by);
  onWait();
  const later = await ledger.open(runId, waitMs);
  if (!later.ok) return later.error.code === 'ledgerLocked' ? ok({ file: null, wasWorkedOn: true }) : later;
  // It has let go. From here on the lock keeps others away, and later it is a person who decides.
  await ledger.mayGoOn(runId);
  return ok({ file: later.value, wasWorkedOn: true });
}

/** So many sources are looked up at once. */
const atOnce = 120;

/** Looks for what came of creates that nobody answered, in a run that is held; nothing is sent. */
export async function settleOpenRows(
  services: Services,
  file: RunFile,
  signal: AbortSignal,
): Promise<Result<null, Finding>> {
  const entries = file.entries();
  if (!entries.ok) return entries;
  const run = foldEntries(entries.value);
  const elsewhere = run.header && otherPlace(run.header, services.header());
  if (elsewhere) return err(elsewhere);
  await limited(run.rows.filter(isOpen), { most: atOnce, isOver: () => signal.aborted }, async (row) => {
    const book = rowBook(file, row, services.clock.now);
    const settling = holdingSource(services, row.plan.move, () => settleBook(services, book, false, signal));
    await settling.catch((fault: unknown) => {
      if (!signal.aborted || fault !== signal.reason) throw fault;
    });
  });
  return ok(null);
}
