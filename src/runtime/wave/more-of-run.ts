import { isOpen } from '../../wave/row-state.ts';
import { foldEntries, type RunState } from '../../wave/run-state.ts';
import type { Services } from '../services.ts';
import type { More } from './follow-wave.ts';

/** Whether another process may still record something about a run: rows of it are not sent, or not answered. */
export const mayBeWorkedOn = ({ rows }: RunState): boolean => rows.some((row) => row.place === 'draft' || isOpen(row));

/** What other processes record: read while one of them works on the run, and once after that. */
export function moreOfRun({ ledger }: Pick<Services, 'ledger'>, runId: string): () => Promise<More> {
  let wasWorkedOn = false;
  return async () => {
    const isWorkedOn = await isHeldElsewhere({ ledger }, runId);
    const run = isWorkedOn || wasWorkedOn ? await readRun({ ledger }, runId) : null;
    wasWorkedOn = isWorkedOn;
    return { run, isWorkedOn };
  };
}

/** A run as it is recorded now; null where it cannot be read. */
export async function readRun({ ledger }: Pick<Services, 'ledger'>, runId: string): Promise<RunState | null> {
  const entries = await ledger.read(runId);
  return entries.ok ? foldEntries(entries.value) : null;
}

async function isHeldElsewhere({ ledger }: Pick<Services, 'ledger'>, runId: string): Promise<boolean> {
  const file = await ledger.open(runId, 0);
  if (file.ok) file.value.close();
  return !file.ok && file.error.code === 'ledgerLocked';
}
