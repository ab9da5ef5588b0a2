import type { Finding, NextStep } from '../plan/finding.ts';
import type { Services } from '../runtime/services.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import type { Task, TaskState } from '../tasks/task.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { RowPlan } from '../wave/entry.ts';
import { isOpen, type RowState, stateOf } from '../wave/row-state.ts';
import { countStates, foldEntries, type RunState } from '../wave/run-state.ts';
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

/** The same where several runs may be meant: their rows one after the other, each with its run. */
export function runsFields(runs: readonly { runId: string; run: RunState }[]) {
  const [first, ...others] = runs;
  if (!first) throw new Error('A document about no run was asked for');
  const rows = runs.flatMap(({ run }) => run.rows);
  const fields = runFields(first.runId, { ...first.run, rows });
  if (others.length === 0) return fields;
  return {
    ...fields,
    run: null,
    runs: runs.map(({ runId }) => runId),
    rows: runs.flatMap(({ runId, run }) => run.rows.map((row) => ({ run: runId, ...rowJson(row) }))),
  };
}

/** A run as it is recorded now; without rows where it cannot be read. */
export async function readRun({ ledger }: Pick<Services, 'ledger'>, runId: string): Promise<RunState> {
  const entries = await ledger.read(runId);
  return foldEntries(entries.ok ? entries.value : []);
}

type RowFacts = Pick<RowPlan, 'row' | 'line' | 'move'> & {
  state: TaskState;
  task: Task | null;
  findings: readonly Finding[];
};

/** One row of a document about a run. */
export const rowFields = ({ row, line, move, state, task, findings }: RowFacts) => ({
  row,
  line,
  plan: move.id,
  source: sourceLabel(move.plan),
  target: targetLabel(move.plan),
  state,
  task: taskJson(task),
  findings,
});

const rowJson = (row: RowState) =>
  rowFields({
    ...row.plan,
    state: stateOf(row),
    task: row.task,
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
