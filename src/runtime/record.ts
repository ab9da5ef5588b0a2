import type { LedgerEntry } from '../wave/entry.ts';
import type { RowEntry } from '../wave/row-state.ts';
import type { RowAddress } from './hold.ts';
import type { Services } from './services.ts';

type Distribute<E> = E extends RowEntry ? Omit<E, 'row'> : never;

/**
 * Adds one observation to a row. When another process writes to the run, the observation is left to it: nothing that is
 * sent depends on such an entry.
 */
export async function recordInRow(
  { ledger }: Pick<Services, 'ledger'>,
  { runId, row }: RowAddress,
  entry: Distribute<RowEntry>,
): Promise<void> {
  const file = await ledger.open(runId, 0);
  if (!file.ok) return;
  try {
    file.value.append({ ...entry, row } as LedgerEntry);
  } finally {
    file.value.close();
  }
}
