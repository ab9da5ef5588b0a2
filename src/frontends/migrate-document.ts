import type { NextStep } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { type PlanJson, planJson } from '../plan/plan-json.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { DryRunReport, State } from '../wizard/state.ts';
import { findingsOf, nextSteps } from './next-steps.ts';
import { type Document, documentOf } from './output.ts';

type Told = {
  kind: 'migrate' | 'demo';
  exitCode: number;
  /** The last dry run there was: the states after the submission no longer have it. */
  report: DryRunReport | null;
  /** What to do before everything else. */
  first?: readonly NextStep[];
};

/** The contract's document of one migration, wherever it stopped. */
export function migrateDocument(state: State, { kind, exitCode, report: earlier, first = [] }: Told): Document {
  const report = 'report' in state ? state.report : earlier;
  return documentOf(kind, exitCode, state.session, {
    plan: planFields(state),
    dryRun: report && dryRunFields(report),
    task: taskFields(state),
    submitted: submittedIn(state),
    run: runIdOf(state),
    findings: findingsOf(state, report),
    next: exitCode === 0 && isPlainSuccess(state) ? [] : [...first, ...nextSteps(state, report)],
    timeZone: state.session.zone,
  });
}

const isPlainSuccess = (state: State): boolean =>
  state.status === 'finished' && state.followed.task?.state === 'completed';

export const moveOf = (state: State): PlannedMove | null =>
  'move' in state ? state.move : 'followed' in state ? state.followed.move : null;

function planFields(state: State): PlanJson | null {
  const move = moveOf(state);
  return move && planJson(move, state.typed);
}

/** The `dryRun` of the output contract. */
export const dryRunFields = ({ clean, rawStatus, at, requestId, clientRequestId }: DryRunReport) => ({
  ok: clean !== null,
  status: rawStatus,
  at: new Date(at).toISOString(),
  requestId,
  clientRequestId,
});

function taskFields(state: State) {
  if (!('followed' in state)) return null;
  return state.status === 'unconfirmed' ? taskJson(null, { state: 'unconfirmed' }) : taskJson(state.followed.task);
}

const submittedIn = (state: State): number => ('followed' in state && state.followed.task !== null ? 1 : 0);

const runIdOf = (state: State): string | null =>
  'followed' in state ? state.followed.runId : state.status === 'refused' ? state.runId : null;
