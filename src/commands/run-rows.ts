import type { NextStep } from '../plan/finding.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import { taskJson } from '../tasks/task-json.ts';
import { isOpen, type RowState, stateOf } from '../wave/row-state.ts';
import { countStates, type RunState } from '../wave/run-state.ts';
import type { Session } from '../wizard/state.ts';
import { commandLine } from '../wizard/way-back.ts';

/** What every document about one run says of it. */
export const runFields = (runId: string, run: RunState) => ({
  run: runId,
  rows: run.rows.map(rowJson),
  counts: countStates(run),
  submitted: run.rows.filter(({ task }) => task !== null).length,
  failedFile: null,
});

const rowJson = (row: RowState) => ({
  row: row.plan.row,
  line: row.plan.line,
  plan: row.plan.move.id,
  source: sourceLabel(row.plan.move.plan),
  target: targetLabel(row.plan.move.plan),
  state: stateOf(row),
  task: taskJson(row.task),
  findings: [...row.findings, ...(row.finding ? [row.finding] : [])],
});

/** What is left to do in a run: settle what is open, send what was not sent, watch what goes on. */
export function nextInRun(runId: string, { rows }: RunState, session: Session): NextStep[] {
  const resume = commandLine(session, 'resume', runId);
  const watch = commandLine(session, 'watch', runId);
  return [
    ...(rows.some(isOpen) ? [{ do: 'Find out whether it arrived.', who: 'you' as const, command: resume }] : []),
    ...(rows.some(({ place }) => place === 'draft')
      ? [{ do: 'Go on with what was not sent.', who: 'you' as const, command: resume }]
      : []),
    ...(rows.some(({ task }) => task && !task.final) ? [{ do: 'Watch it.', who: 'you' as const, command: watch }] : []),
  ];
}
