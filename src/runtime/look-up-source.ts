import type { GraphClient } from '../graph/client.ts';
import { type Finding, finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { ok, type Result } from '../plan/result.ts';
import { explain } from '../problems/explain.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import { sourceKeyOf, sourceLabel } from '../tasks/source-key.ts';
import type { Look } from '../wave/entry.ts';
import { afterBaseline } from '../wave/exactly-once.ts';
import { contextOf } from '../wave/findings.ts';
import type { Services } from './services.ts';

/** One look at a source; no answer stands behind a source that cannot be looked up. */
export type Looked = { look: Look; meta: AnswerMeta | null };

export async function lookUp(
  graph: Pick<GraphClient, 'taskBySource'>,
  { plan }: PlannedMove,
  signal?: AbortSignal,
): Promise<Result<Looked, Failure>> {
  const key = sourceKeyOf(plan);
  if (key === null) return ok({ look: { found: 'unknowable' }, meta: null });
  const answer = await graph.taskBySource(key, signal);
  if (!answer.ok) return answer;
  const { value: task, meta } = answer.value;
  return ok({ look: task === null ? { found: 'nothing' } : { found: 'task', task }, meta });
}

/** Asks before the confirmation what is there, and says what a submission would come to. Changes nothing. */
export async function lookUpSource(
  { graph, header }: Pick<Services, 'graph' | 'header'>,
  move: PlannedMove,
  signal?: AbortSignal,
): Promise<{ look: Look; findings: readonly Finding[] }> {
  const looked = await lookUp(graph, move, signal);
  if (!looked.ok)
    return { look: { found: 'unknowable' }, findings: [explain(looked.error, contextOf(move, header()))] };
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
