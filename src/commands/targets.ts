import type { Reply } from '../graph/client.ts';
import type { Finding } from '../plan/finding.ts';
import { planMove } from '../plan/id.ts';
import { isGuid } from '../plan/parse/guid.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Typed } from '../plan/typed.ts';
import { explain, localFinding } from '../problems/explain.ts';
import { seenPlan } from '../tasks/seen-plan.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { SourceKey, Task } from '../tasks/task.ts';
import { isOpen } from '../wave/row-state.ts';
import { foldEntries } from '../wave/run-state.ts';
import { followRow } from '../wizard/follow-row.ts';
import type { Followed } from '../wizard/state.ts';
import type { Opened } from './session.ts';

/** One task a command is about: from a run of this computer, or known to the service only. */
export type Target = { label: string; followed: Followed; typed: Typed; isOpen: boolean };

export type Targets = { targets: readonly Target[]; findings: readonly Finding[] };

/** What the words of a command mean: runs and tasks of the ledger first, then the service. */
export async function findTargets(opened: Opened, words: readonly string[]): Promise<Targets> {
  const found = await Promise.all(words.map((word) => findTarget(opened, word)));
  return {
    targets: unique(found.flatMap((one) => (one.ok ? one.value : []))),
    findings: found.flatMap((one) => (one.ok ? [] : [one.error])),
  };
}

const unique = (targets: readonly Target[]): Target[] => [
  ...new Map(
    targets.map((target) => [target.followed.task?.id ?? `${target.followed.runId} ${target.followed.row}`, target]),
  ).values(),
];

async function findTarget(opened: Opened, word: string): Promise<Result<readonly Target[], Finding>> {
  const { rows, broken } = await opened.services.ledger.find(word);
  const recorded = await Promise.all(rows.map(({ runId, row }) => targetsOfRun(opened, runId, row)));
  const submitted = recorded.flat();
  // The newest run of a source is the one people mean.
  const [newest] = submitted;
  if (newest) return ok(rows[0]?.row === null ? submitted : [newest]);
  const seen = await seenInService(opened, word);
  const [unreadable] = broken;
  return !seen.ok && unreadable ? err(unreadable) : seen;
}

async function targetsOfRun({ services }: Opened, runId: string, row: number | null): Promise<Target[]> {
  const entries = await services.ledger.read(runId);
  if (!entries.ok) return [];
  return foldEntries(entries.value)
    .rows.filter(({ plan }) => row === null || plan.row === row)
    .flatMap((state) => {
      const followed = followRow(entries.value, state.plan.row);
      const label = sourceLabel(state.plan.move.plan);
      return followed ? [{ label, followed, typed: state.plan.typed, isOpen: isOpen(state) }] : [];
    });
}

/** A task that was made elsewhere: by its id, or by its source. */
async function seenInService(opened: Opened, word: string): Promise<Result<readonly Target[], Finding>> {
  const { graph } = opened.services;
  const key = sourceKeyIn(word);
  if (!key && !isGuid(word))
    return err(
      localFinding(/^r-/.test(word) || word === 'last' ? 'runNotFound' : 'whatUnreadable', { run: word, what: word }),
    );
  const reply: Awaited<Reply<Task | null>> = key ? await graph.taskBySource(key) : await graph.taskById(word);
  if (!reply.ok) return err(explain(reply.error, { source: word, taskId: word }));
  const task = reply.value.value;
  return task ? ok([seenTarget(opened, task, key)]) : err(localFinding('taskNotFound', { what: word }));
}

function sourceKeyIn(word: string): SourceKey | null {
  if (isGuid(word) || /^r-\d/.test(word)) return null;
  if (/^https:\/\//i.test(word)) return { type: 'site', url: word };
  if (/^[^\s@]+@[^\s@]+$/.test(word)) return { type: 'user', upn: word };
  return /^[^\s@/:]+$/.test(word) && word !== 'last' ? { type: 'group', mailNickname: word } : null;
}

function seenTarget({ session, services }: Opened, task: Task, key: SourceKey | null): Target {
  const plan = seenPlan(task, key);
  const tenants = { sourceTenantId: session.source.tenantId, targetTenantId: session.target.tenantId };
  const at = services.clock.now();
  const followed: Followed = {
    runId: '',
    row: 1,
    move: planMove(plan, session.endpoint, tenants),
    task,
    history: [{ at, state: task.state, note: '' }],
    findings: [],
    trouble: null,
    acceptedAt: task.startedAt ?? at,
    nextLookAt: null,
    looks: 0,
  };
  return { label: sourceLabel(plan), followed, typed: {}, isOpen: false };
}
