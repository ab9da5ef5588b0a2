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
import { historiesOf } from '../wave/history.ts';
import type { Place, RowState } from '../wave/row-state.ts';
import { foldEntries } from '../wave/run-state.ts';
import { otherPlace } from '../wave/same-place.ts';
import { followState } from '../wizard/follow-row.ts';
import type { Followed } from '../wizard/state.ts';
import type { Opened } from './session.ts';

/** One task a command is about: a row of a run of this computer, or known to the service only (`place` is null). */
export type Target = { label: string; followed: Followed; typed: Typed; place: Place | null };

export type Targets = {
  targets: readonly Target[];
  findings: readonly Finding[];
  /** Runs that were named themselves, and not by a source or task in them. */
  runs: readonly string[];
};

/** What is meant: words of the command line, and the last run where that was asked for. */
export type Meant = { words: readonly string[]; last: boolean };

/** What the words of a command mean: runs and tasks of the ledger first, then the service. */
export async function findTargets(opened: Opened, { words, last }: Meant): Promise<Targets> {
  const found = await Promise.all([
    ...words.map((word) => findTarget(opened, word)),
    ...(last ? [lastRun(opened)] : []),
  ]);
  const meant = found.flatMap((one) => (one.ok ? [one.value] : []));
  return {
    targets: unique(meant.flatMap(({ targets }) => targets)),
    findings: found.flatMap((one) => (one.ok ? [] : [one.error])),
    runs: [...new Set(meant.flatMap(({ run }) => run ?? []))],
  };
}

/** Runs that were named themselves and have more than one row. */
export const wholeRuns = ({ runs, targets }: Pick<Targets, 'runs' | 'targets'>): ReadonlySet<string> => {
  const perRun = Map.groupBy(targets, ({ followed }) => followed.runId);
  return new Set(runs.filter((runId) => (perRun.get(runId)?.length ?? 0) > 1));
};

const unique = (targets: readonly Target[]): Target[] => [
  ...new Map(
    targets.map((target) => [target.followed.task?.id ?? `${target.followed.runId} ${target.followed.row}`, target]),
  ).values(),
];

/** `run`: it was the whole run that was named. */
type Found = Result<{ targets: readonly Target[]; run: string | null }, Finding>;

async function lastRun(opened: Opened): Promise<Found> {
  const [newest] = (await opened.services.ledger.find('last')).rows;
  return newest ? wholeRun(opened, newest.runId) : err(localFinding('noRuns'));
}

async function wholeRun(opened: Opened, runId: string): Promise<Found> {
  const targets = await targetsOfRun(opened, runId, null);
  return targets.ok ? ok({ targets: targets.value, run: runId }) : targets;
}

const alone = (target: Target): Found => ok({ targets: [target], run: null });

async function findTarget(opened: Opened, word: string): Promise<Found> {
  const { rows, broken } = await recorded(opened, word);
  const [run] = rows;
  if (run?.row === null) return wholeRun(opened, run.runId);
  const known = await Promise.all(rows.map(({ runId, row }) => targetsOfRun(opened, runId, row)));
  const targets = known.flatMap((one) => (one.ok ? one.value : []));
  // The newest run of a source is the one people mean, when something of it was sent.
  const newest = targets.find(({ place }) => !isUnsent(place));
  if (newest) return alone(newest);
  const seen = await seenInService(opened, word);
  const [unsent] = targets;
  if (!seen.ok && unsent) return alone(unsent);
  const [unreadable] = broken;
  return !seen.ok && unreadable ? err(unreadable) : seen;
}

/** `last` is a mail nickname here like any other: the last run is `--last`. */
const recorded = async ({ services: { ledger } }: Opened, word: string) =>
  /^last$/i.test(word.trim()) ? { rows: [], broken: [] } : await ledger.find(word);

/** Nothing of the row is in the service. */
export const isUnsent = (place: Place | null): boolean =>
  place === 'draft' || place === 'rejected' || place === 'conflicted';

export async function targetsOfRun(
  { services, session }: Pick<Opened, 'services' | 'session'>,
  runId: string,
  row: number | null,
): Promise<Result<readonly Target[], Finding>> {
  const entries = await services.ledger.read(runId);
  if (!entries.ok) return entries;
  const run = foldEntries(entries.value);
  const elsewhere = run.header && otherPlace(run.header, session);
  if (elsewhere) return err(elsewhere);
  const histories = historiesOf(entries.value);
  const targets = run.rows
    .filter(({ plan }) => row === null || plan.row === row)
    .map((state) => ({
      label: sourceLabel(state.plan.move.plan),
      followed: followState(runId, state, histories.get(state.plan.row) ?? []) ?? unsentRow(runId, state),
      typed: state.plan.typed,
      place: state.place,
    }));
  return targets.length === 0 ? err(localFinding('runNotFound', { run: runId })) : ok(targets);
}

/** A row of which nothing was sent, in the shape of those that are followed. */
const unsentRow = (runId: string, { plan, findings, finding, at }: RowState): Followed => ({
  runId,
  row: plan.row,
  move: plan.move,
  task: null,
  history: [],
  findings,
  trouble: finding,
  acceptedAt: at,
  nextLookAt: null,
  looks: 0,
});

/** A task that was made elsewhere: by its id, or by its source. */
async function seenInService(opened: Opened, word: string): Promise<Found> {
  const { graph } = opened.services;
  const key = sourceKeyIn(word);
  if (!key && !isGuid(word))
    return err(localFinding(/^r-/.test(word) ? 'runNotFound' : 'whatUnreadable', { run: word, what: word }));
  const reply: Awaited<Reply<Task | null>> = key ? await graph.taskBySource(key) : await graph.taskById(word);
  if (!reply.ok) return err(explain(reply.error, { source: word, taskId: word }));
  const task = reply.value.value;
  return task ? alone(seenTarget(opened, task, key)) : err(localFinding('taskNotFound', { what: word }));
}

function sourceKeyIn(word: string): SourceKey | null {
  if (isGuid(word) || /^r-\d/.test(word)) return null;
  if (/^https:\/\//i.test(word)) return { type: 'site', url: word };
  if (/^[^\s@]+@[^\s@]+$/.test(word)) return { type: 'user', upn: word };
  return /^[^\s@/:]+$/.test(word) ? { type: 'group', mailNickname: word } : null;
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
  return { label: sourceLabel(plan), followed, typed: {}, place: null };
}
