import type { Finding, NextStep } from '../../plan/finding.ts';
import type { Ledger } from '../../store/ledger.ts';
import type { LedgerEntry } from '../../wave/entry.ts';
import { mayChange } from '../../wave/report.ts';
import { isOpen } from '../../wave/row-state.ts';
import { foldEntries, type RunState } from '../../wave/run-state.ts';
import { nextInRun } from '../run-rows.ts';

/** What is to become of an old run, with why it is kept where it is. */
export type Judged =
  | { do: 'remove'; runId: string; moves: number }
  | { do: 'keep'; runId: string; why: string; next: readonly NextStep[]; finding: Finding | null };

/** One run by its record; null when it is too young to speak of. Only a run of which nothing more can come may go. */
export async function judgeRun(ledger: Ledger, runId: string, before: number): Promise<Judged | null> {
  const entries = await ledger.read(runId);
  if (!entries.ok)
    return { do: 'keep', runId, why: 'it cannot be read', next: entries.error.next, finding: entries.error };
  const run = foldEntries(entries.value);
  if (run.header === null || lastTime(runId, run, entries.value) > before) return null;
  const why = whyOpen(run);
  if (why === '') return { do: 'remove', runId, moves: run.rows.length };
  return { do: 'keep', runId, why, next: nextInRun(runId, run, { ...run.header, hints: null }), finding: null };
}

/** The simulator's clock runs ahead by weeks: there the time in the run's id counts, which is this computer's. */
const lastTime = (runId: string, { header }: RunState, entries: readonly LedgerEntry[]): number =>
  header?.mode === 'simulator' ? madeAt(runId) : entries.reduce((latest, { at }) => Math.max(latest, at), 0);

function madeAt(runId: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    /^r-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/.exec(runId) ?? []
  )
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function whyOpen({ rows }: RunState): string {
  const open = rows.filter(isOpen).length;
  const unsent = rows.filter(({ place }) => place === 'draft').length;
  const going = rows.filter((row) => mayChange(row) && !isOpen(row) && row.place !== 'draft').length;
  return [
    counted(open, 'was sent without an answer', 'were sent without an answer'),
    counted(unsent, 'was not sent', 'were not sent'),
    counted(going, 'had not ended at the last look', 'had not ended at the last look'),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : count === 1 ? `1 move ${one}` : `${count} moves ${many}`;
