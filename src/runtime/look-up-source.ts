import type { GraphClient } from '../graph/client.ts';
import { type Finding, finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { ok, type Result } from '../plan/result.ts';
import { explain } from '../problems/explain.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import { sourceKeyOf, sourceLabel } from '../tasks/source-key.ts';
import type { SourceKey, Task } from '../tasks/task.ts';
import type { Look } from '../wave/entry.ts';
import { afterBaseline } from '../wave/exactly-once.ts';
import { contextOf } from '../wave/findings.ts';
import type { Services } from './services.ts';

/** One look at a source; no answer stands behind a source that cannot be looked up. */
export type Looked = { look: Look; meta: AnswerMeta | null };

export async function lookUp(
  graph: Pick<GraphClient, 'taskBySource' | 'taskById'>,
  { plan }: PlannedMove,
  signal?: AbortSignal,
): Promise<Result<Looked, Failure>> {
  const key = sourceKeyOf(plan);
  if (key === null) return ok({ look: { found: 'unknowable' }, meta: null });
  const answer = await graph.taskBySource(key, signal);
  if (!answer.ok) return answer;
  const { value: task, meta } = answer.value;
  if (task === null) return ok({ look: { found: 'nothing' }, meta });
  return ok({ look: { found: 'task', task: await inItsOwnForm(graph, key, task, signal) }, meta });
}

/**
 * A OneDrive's task read by its source comes with site addresses and without its times. Before it starts they matter, so it
 * is read once more by its id; when that fails, what is known stands.
 */
async function inItsOwnForm(
  graph: Pick<GraphClient, 'taskById'>,
  key: SourceKey,
  task: Task,
  signal?: AbortSignal,
): Promise<Task> {
  const isSiteForm = key.type === 'user' && task.parameters.sourceUserIdentity === undefined;
  if (!isSiteForm || task.id === null || task.state !== 'queued') return task;
  const own = await graph.taskById(task.id, signal);
  return own.ok ? own.value.value : task;
}

/** Asks before the confirmation what is there, and says what a submission would come to. Changes nothing. */
export async function lookUpSource(
  { graph, header }: Pick<Services, 'graph' | 'header'>,
  move: PlannedMove,
  signal?: AbortSignal,
): Promise<{ look: Look | null; findings: readonly Finding[] }> {
  const looked = await lookUp(graph, move, signal);
  if (!looked.ok) return { look: null, findings: [explain(looked.error, contextOf(move, header()))] };
  const { look } = looked.value;
  const verdict = afterBaseline(move, look);
  if (verdict.do === 'send') return { look, findings: [] };
  return { look, findings: [verdict.do === 'conflict' ? verdict.finding : sameTaskExists(move)] };
}

const sameTaskExists = (move: PlannedMove): Finding =>
  finding(
    {
      field: 'task',
      code: 'sameTaskExists',
      what: `The service already has this very move of ${sourceLabel(move.plan)}.`,
      why: 'A task with the same source and target exists. Confirming follows it and sends nothing.',
      next: 'Confirm to follow the task that exists, or go back.',
    },
    { severity: 'info' },
  );
