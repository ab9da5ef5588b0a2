import { dryRunFields } from '../../frontends/migrate-document.ts';
import { type Finding, hasErrors } from '../../plan/finding.ts';
import { exitCodeForFindings, exits } from '../../problems/exit.ts';
import type { TaskState } from '../../tasks/task.ts';
import { type RowState, stateOf } from '../../wave/row-state.ts';
import type { RunState } from '../../wave/run-state.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';
import { inPlace } from '../../wizard/in-place.ts';
import { taskFinding } from '../../wizard/task-finding.ts';
import type { CheckedRow } from '../apply/check.ts';
import type { Story } from '../apply/report.ts';
import type { BrokenRow, RowsWork } from '../apply/rows.ts';
import { exitCodeForOutcome } from '../outcome-exit.ts';
import { rowFields } from '../run-rows.ts';

/** One row as it ended. */
export type RowEnd = {
  row: number;
  line: number | null;
  state: TaskState;
  hasTask: boolean;
  /** The service has it, may have it, or gets it by `resume`: it is followed, settled or sent, and not repeated. */
  isUnderWay: boolean;
  findings: readonly Finding[];
  /** As it would be for this row alone. */
  exitCode: number;
  json: Readonly<Record<string, unknown>>;
};

type Ended = { run: RunState | null; isWatching: boolean };

/** Every row of the work, by number: those that were sent, those that were not ready, and those that are no plan. */
export function rowEnds(work: RowsWork, { checked, sent }: Story, { run, isWatching }: Ended): RowEnd[] {
  const states = new Map(run?.rows.map((row) => [row.plan.row, row]) ?? []);
  const checks = new Map(checked.map((row) => [row.row, row]));
  const planned = work.rows.map((row) => {
    const check = checks.get(row.row) ?? { ...row, findings: [], report: null };
    const state = states.get(row.row) ?? null;
    const outcome = sinceThen(sent?.outcomes.get(row.row) ?? null, state);
    return plannedEnd(work, check, { outcome, state, isWatching });
  });
  return [...planned, ...(work.broken ?? []).map(brokenEnd)].sort((one, other) => one.row - other.row);
}

/** What came of a submission by now: a task that nobody could find at first may have been found while it was watched. */
function sinceThen(outcome: SubmitOutcome | null, state: RowState | null): SubmitOutcome | null {
  const task = state?.task ?? null;
  if (outcome?.result !== 'unconfirmed' || task === null) return outcome;
  const { runId, row, at } = outcome;
  return { result: 'accepted', runId, row, task, at, findings: [] };
}

type About = { outcome: SubmitOutcome | null; state: RowState | null; isWatching: boolean };

function plannedEnd({ opened: { session } }: RowsWork, check: CheckedRow, about: About): RowEnd {
  const { outcome, state, isWatching } = about;
  const task = state?.task ?? null;
  const ended = task === null ? null : taskFinding(task, check.move, session);
  const all = [...check.findings, ...(outcome?.findings ?? []), ...(ended ? [ended] : [])];
  const findings = inPlace([...new Set(all)], session);
  const word = state ? stateOf(state) : 'draft';
  const fields = rowFields({ ...check, state: word, task, findings });
  return {
    row: check.row,
    line: check.line,
    state: word,
    hasTask: task !== null,
    isUnderWay: word === 'unconfirmed' || state?.place === 'draft' || (task !== null && !task.final),
    findings,
    exitCode: exitCodeFor(check, { outcome, state, isWatching }),
    json: { ...fields, dryRun: check.report && dryRunFields(check.report) },
  };
}

/** Before the submission the dry run counts, after it what came of it, after a watch how the task ended. */
function exitCodeFor({ findings, report }: CheckedRow, { outcome, state, isWatching }: About): number {
  if (outcome === null) {
    const isReady = report?.clean != null && !hasErrors(findings);
    // Ready rows of a run that ended before their turn were not sent.
    if (isReady) return state === null ? exits.done : exits.notReady;
    return exitCodeForFindings(findings) || exits.notReady;
  }
  const code = exitCodeForOutcome(outcome);
  if (!isWatching || code !== exits.done) return code;
  return state?.task?.state === 'completed' ? exits.done : exits.failed;
}

/** It is no plan, so nobody was asked about it. */
const brokenEnd = ({ row, line, source, target, findings }: BrokenRow): RowEnd => ({
  row,
  line,
  state: 'draft',
  hasTask: false,
  isUnderWay: false,
  findings,
  exitCode: exitCodeForFindings(findings) || exits.notReady,
  json: { row, line, plan: null, source, target, state: 'draft', task: null, findings, dryRun: null },
});
