import { valuesOf } from '../plan/describe.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { readAnswers } from '../plan/progress.ts';
import { livePreview } from '../plan/request.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { DryRunReport, State } from '../wizard/state.ts';
import { findingsOf, nextSteps } from './next-steps.ts';
import { type Document, documentOf } from './output.ts';

/** The contract's document of one migration, wherever it stopped. */
export const migrateDocument = (state: State, kind: 'migrate' | 'demo', exitCode: number): Document =>
  documentOf(kind, exitCode, state.session, {
    plan: planFields(state),
    dryRun: 'report' in state ? dryRunFields(state.report) : null,
    task: taskFields(state),
    submitted: submittedIn(state),
    run: runIdOf(state),
    findings: findingsOf(state),
    next: nextSteps(state),
    timeZone: state.session.zone,
  });

export const moveOf = (state: State): PlannedMove | null =>
  'move' in state ? state.move : 'followed' in state ? state.followed.move : null;

function planFields(state: State) {
  const move = moveOf(state);
  if (!move) return null;
  const values = valuesOf(state.typed, readAnswers(state.typed, { now: 0, zone: state.session.zone }));
  return { id: move.id, type: move.plan.type, values, request: livePreview(move) };
}

const dryRunFields = ({ clean, rawStatus, at, requestId, clientRequestId }: DryRunReport) => ({
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
