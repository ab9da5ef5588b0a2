import { coverOf } from '../../src/plan/confirmed.ts';
import { finding } from '../../src/plan/finding.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { createLedger, type Ledger } from '../../src/store/ledger.ts';
import type { RunFile } from '../../src/store/run-writer.ts';
import type { LedgerEntry, RowPlan } from '../../src/wave/entry.ts';
import { fakeClock, fakeRandom, realFiles } from '../runtime/fake-ports.ts';
import { cleanDryRun, header, moveOf, userPlan } from '../runtime/moves.ts';

/** A ledger as one process has it; each call is another process to the files. */
export const ledgerIn = (folder: string, seed = 1, clock = fakeClock()): Ledger =>
  createLedger({ files: realFiles, clock, random: fakeRandom(seed), folder });

export function openedWith(runId: string, plans: readonly Plan[] = [userPlan('dana')]): LedgerEntry {
  const rows = plans.map((plan, index): RowPlan => {
    const move = moveOf(plan);
    return { row: index + 1, line: null, typed: {}, move, dryRun: cleanDryRun(move, 0) };
  });
  const confirmation = { word: 'yes', at: 0, covers: coverOf(rows.map(({ move }) => move.id)) };
  return { kind: 'opened', at: 0, header: { ...header, runId }, rows, confirmation };
}

export const intended = (row = 1): LedgerEntry => ({ kind: 'intended', at: 1, row, planId: 'p', clientRequestId: 'c' });

export const rejected = (row = 1): LedgerEntry => ({
  kind: 'rejected',
  at: 2,
  row,
  finding: finding({ field: 'task', code: 'x', what: 'What.', why: 'Why.', next: 'Next.' }),
});

/** A new run, opened and open for writing. */
export async function newRun(ledger: Ledger, plans?: readonly Plan[]): Promise<RunFile> {
  const run = await ledger.create();
  if (!run.ok) throw new Error(run.error.why);
  run.value.append(openedWith(run.value.runId, plans));
  return run.value;
}

/** A closed run with these entries after its opening. */
export async function recordedRun(
  ledger: Ledger,
  entries: readonly LedgerEntry[],
  plans?: readonly Plan[],
): Promise<string> {
  const run = await newRun(ledger, plans);
  for (const entry of entries) run.append(entry);
  run.close();
  return run.runId;
}
