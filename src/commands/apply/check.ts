import { dryRunDone, dryRunSent } from '../../frontends/plain-lines.ts';
import type { CleanDryRun } from '../../plan/confirmed.ts';
import { type Finding, hasErrors } from '../../plan/finding.ts';
import type { PlannedRow } from '../../plan/plan-file.ts';
import { progress } from '../../plan/progress.ts';
import type { Context } from '../../plan/question.ts';
import { runDryRun } from '../../runtime/dry-run.ts';
import { lookUpSource } from '../../runtime/look-up-source.ts';
import { contextOf } from '../../wizard/asking.ts';
import type { DryRunReport } from '../../wizard/state.ts';
import { emitChecked, emitDryRun } from '../events.ts';
import type { Stopper } from '../stopper.ts';
import type { Around } from '../with-targets.ts';

/** A row on its way into the service. Of a file it brings what its reading found, with the place of each finding. */
export type RowToCheck = PlannedRow & { own?: readonly Finding[] };

/** What we say ourselves about a row, at a time. */
export const ownFindings = ({ own, typed }: RowToCheck, context: Context): readonly Finding[] =>
  own ?? progress(typed, context).findings;

/** A row as it stands before it is submitted. `report` is null where own checks stood against a dry run. */
export type CheckedRow = PlannedRow & { findings: readonly Finding[]; report: DryRunReport | null };

/** A row that may be submitted. */
export type ReadyRow = CheckedRow & { clean: CleanDryRun };

type Checking = Pick<Around, 'console' | 'opened'> & {
  /** Whether somebody wants to submit after the dry run. */
  isSubmitting: boolean;
};

/** Checks rows and lets the service dry-run them, one after the other, until somebody stops it. */
export async function checkRows(
  checking: Checking,
  rows: readonly RowToCheck[],
  end: Stopper,
): Promise<readonly CheckedRow[]> {
  const stop = new AbortController();
  void end.ended.then(() => stop.abort());
  const checked: CheckedRow[] = [];
  for (const row of rows) {
    if (end.reason() !== null) break;
    checked.push(await checkRow(checking, row, stop.signal));
  }
  return checked;
}

async function checkRow(checking: Checking, row: RowToCheck, signal: AbortSignal): Promise<CheckedRow> {
  const { session, services } = checking.opened;
  const { output } = checking.console;
  const about = () => ({ output, at: services.clock.now(), session, row: row.row, plan: row.move.id });
  const say = (line: string) => {
    if (output.format === 'text') output.notice(line);
  };
  const findings = ownFindings(row, contextOf({ session }, services.clock.now()));
  emitChecked(about(), findings);
  if (hasErrors(findings)) return { ...row, findings, report: null };
  say(dryRunSent(row.move));
  const report = await runDryRun(services, row.move, findings, signal);
  emitDryRun(about(), report);
  say(dryRunDone(report.clean !== null));
  const looked = report.clean && checking.isSubmitting ? await lookUpSource(services, row.move, signal) : null;
  return { ...row, findings: [...report.findings, ...(looked?.findings ?? [])], report };
}

/** The rows that nothing stands against. */
export const readyIn = (rows: readonly CheckedRow[]): ReadyRow[] =>
  rows.flatMap((row) => (row.report?.clean && !hasErrors(row.findings) ? [{ ...row, clean: row.report.clean }] : []));
