import type { CleanDryRun, ConfirmedMove } from '../../plan/confirmed.ts';
import type { Finding } from '../../plan/finding.ts';
import { ok, type Result } from '../../plan/result.ts';
import type { Typed } from '../../plan/typed.ts';
import type { Services } from '../services.ts';
import { conductRun } from './conduct.ts';
import type { Conduct, WaveEnd } from './wave-news.ts';

/** One confirmed row of a file; rows are numbered from 1. */
export type WaveRow = { row: number; line: number | null; typed: Typed; confirmed: ConfirmedMove; dryRun: CleanDryRun };

export type WaveRun = { runId: string; end: WaveEnd };

/**
 * Submits rows that were confirmed together as one run. All of them are on disk before the first is sent, so that `resume`
 * can go on with those that are left. `onOpened` hears the run's id before anything is sent.
 */
export async function submitWave(
  services: Services,
  rows: readonly WaveRow[],
  conduct: Omit<Conduct, 'isFresh'> & { onOpened?: (runId: string) => void },
): Promise<Result<WaveRun, Finding>> {
  const [first] = rows;
  if (first === undefined) throw new Error('A wave without rows was submitted');
  const file = await services.ledger.create();
  if (!file.ok) return file;
  const { runId } = file.value;
  try {
    const { confirmation } = first.confirmed;
    const plans = rows.map(({ row, line, typed, confirmed, dryRun }) => ({
      row,
      line,
      typed,
      move: confirmed.move,
      dryRun,
    }));
    const header = { ...services.header(), runId };
    file.value.append({ kind: 'opened', at: confirmation.at, header, rows: plans, confirmation });
    conduct.onOpened?.(runId);
    return ok({ runId, end: await conductRun(services, file.value, { ...conduct, isFresh: true }) });
  } finally {
    file.value.close();
  }
}

/** Goes on with a run of rows after a crash, a pause or a stop. */
export async function resumeWave(
  services: Services,
  runId: string,
  conduct: Omit<Conduct, 'isFresh'>,
): Promise<Result<WaveRun, Finding>> {
  const file = await services.ledger.open(runId);
  if (!file.ok) return file;
  try {
    await services.ledger.mayGoOn(runId);
    return ok({ runId, end: await conductRun(services, file.value, { ...conduct, isFresh: false }) });
  } finally {
    file.value.close();
  }
}
