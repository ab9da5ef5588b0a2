import { type Finding, hasErrors } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { Result } from '../plan/result.ts';
import { explain, localFinding } from '../problems/explain.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import type { Task } from '../tasks/task.ts';
import { contextOf } from '../wave/findings.ts';
import type { DryRunReport } from '../wizard/state.ts';
import type { Services } from './services.ts';

type Checking = Pick<Services, 'graph' | 'clock' | 'header'>;
type Checked = { task: Task; meta: AnswerMeta };

/** Lets the service check a move without moving anything. Only `completed` without an error is clean. */
export async function runDryRun(
  services: Checking,
  move: PlannedMove,
  own: readonly Finding[],
  signal?: AbortSignal,
): Promise<DryRunReport> {
  const answer = await checkToTheEnd(services, move, signal);
  const at = services.clock.now();
  if (!answer.ok) return failedReport(services, move, own, answer.error, at);
  const { task, meta } = answer.value;
  const trouble = troubleOf(services, move, answer.value);
  const findings = trouble === null ? own : [...own, trouble];
  const { requestId, clientRequestId } = meta;
  const isClean = trouble === null && !hasErrors(own);
  const clean = isClean ? { planId: move.id, at, status: task.rawStatus, requestId, clientRequestId } : null;
  return {
    planId: move.id,
    clean,
    rawStatus: task.rawStatus,
    at,
    findings,
    requestId,
    clientRequestId,
    raw: rawOf(task),
  };
}

/** Waits between looks at a dry run that has not ended: a little over a minute in all. */
const gapsMs = [2_000, 5_000, 10_000, 20_000, 30_000];

/** Most dry runs answer at once; one that goes on is asked for by its id. */
async function checkToTheEnd(
  { graph, clock }: Checking,
  move: PlannedMove,
  signal?: AbortSignal,
): Promise<Result<Checked, Failure>> {
  const first = await graph.validate(move, signal);
  if (!first.ok) return first;
  let { value: task, meta } = first.value;
  for (const gapMs of gapsMs) {
    if (task.id === null || !goesOn(task)) break;
    await clock.sleep(gapMs, signal);
    const look = await graph.taskById(task.id, signal);
    if (!look.ok) return look;
    ({ value: task, meta } = look.value);
  }
  return { ok: true, value: { task, meta } };
}

const goesOn = ({ state }: Task): boolean => state === 'queued' || state === 'running';

function troubleOf({ header }: Checking, move: PlannedMove, { task, meta }: Checked): Finding | null {
  const context = contextOf(move, header());
  const { error, rawStatus, id: taskId, state } = task;
  if (error !== null || state === 'failed') {
    const words = { code: error?.code ?? '', message: error?.message ?? '' };
    return asError(explain({ kind: 'task', call: 'validate', meta, ...words, rawStatus, taskId }, context));
  }
  const ids = { requestId: meta.requestId, clientRequestId: meta.clientRequestId };
  return state === 'completed' ? null : localFinding('dryRunInconclusive', { ...context, status: rawStatus }, ids);
}

/** Whatever kept a dry run from being clean blocks the confirmation, so it is never a mere warning. */
const asError = (finding: Finding): Finding => ({ ...finding, severity: 'error' });

const rawOf = ({ id, rawStatus: status, error, parameters }: Task): string =>
  JSON.stringify({ id, status, error, parameters }, null, 2);

function failedReport(
  { header }: Checking,
  move: PlannedMove,
  own: readonly Finding[],
  failure: Failure,
  at: number,
): DryRunReport {
  const finding = asError(explain(failure, contextOf(move, header())));
  const { requestId, clientRequestId, service } = finding;
  return {
    planId: move.id,
    clean: null,
    rawStatus: failure.kind === 'task' ? failure.rawStatus : null,
    at,
    findings: [...own, finding],
    requestId,
    clientRequestId,
    raw: service === null ? '' : JSON.stringify(service, null, 2),
  };
}
