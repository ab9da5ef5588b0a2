import { type Finding, hasErrors } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings, exits } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { lookAtTask } from '../runtime/look.ts';
import { nextLookAfterMs } from '../tasks/when.ts';
import { beginFollowing } from '../wizard/machine.ts';
import type { Followed } from '../wizard/state.ts';
import type { Raw } from './command.ts';
import { lookOnce } from './look-once.ts';
import { unsentTogether, wayTo } from './many-rows.ts';
import { nextFor } from './status.ts';
import { type Stopper, stopper } from './stopper.ts';
import type { Target } from './targets.ts';
import { isOpenPlace, report, type Seen, taskLine } from './task-lines.ts';
import { watchRun } from './watch/run.ts';
import { type Around, withTargets } from './with-targets.ts';

/** Follows tasks until they are final: the status screen for one task in a terminal, else a line for each change. */
export const run = (raw: Raw, ports: Ports): Promise<number> =>
  withTargets(raw, ports, { heldBy: 'nothing', needs: 'read' }, watch);

async function watch(around: Around): Promise<number> {
  const { settings, opened, targets, ports } = around;
  const [only, ...others] = targets;
  if (only && others.length === 0 && isForPerson(around)) {
    const { showOpened } = await import('./open-wizard.ts');
    const now = opened.services.clock.now();
    return showOpened(opened, settings, ports, beginFollowing(opened.session, only.typed, only.followed, now));
  }
  const byPerson = await watchByPerson(around);
  if (byPerson !== null) return byPerson;
  const end = stopper({ ports: { ...ports, clock: opened.services.clock }, timeoutMs: settings.timeoutMs });
  const groups = [...Map.groupBy(targets, ({ followed }) => followed.runId).values()];
  const followed = await Promise.all(groups.map((group) => followGroup(around, group, end)));
  end.close();
  const byTarget = new Map(groups.flatMap((group, at) => group.map((target, row) => [target, followed[at]?.[row]])));
  const { seen, findings } = unsentTogether(targets.flatMap((target) => byTarget.get(target) ?? []));
  return finish(seen, { ...around, findings: [...around.findings, ...findings] }, end);
}

/** A run of many rows in a terminal gets its table, or its lines; null where that is not wanted, or not possible. */
async function watchByPerson(around: Around): Promise<number | null> {
  const { targets, runs } = around;
  const [runId] = runs;
  const isOneRun = runId !== undefined && targets.every(({ followed }) => followed.runId === runId);
  if (!isOneRun || targets.length < 2 || !isForPerson(around)) return null;
  return (await import('./open-run.ts')).openRun(around, runId);
}

/** Rows of one run are followed together inside its budget, others each by itself. */
function followGroup(around: Around, group: readonly Target[], end: Stopper): Promise<Seen[]> {
  const [first, second] = group;
  if (first?.followed.runId && second !== undefined) return watchRun(around, group, end);
  return Promise.all(group.map(async (target) => followToTheEnd(around, await lookOnce(around, target), end)));
}

/**
 * A person sits there, and everything that was named can be shown: answers from a pipe are for what asks, and watching asks
 * nothing.
 */
const isForPerson = ({ settings, ports, findings }: Around): boolean =>
  settings.mayAsk && ports.streams.stdin.isTTY && settings.timeoutMs === null && findings.length === 0;

/** Looks again at the pace of `nextLookAfterMs`, until the task is final or somebody stops. */
export async function followToTheEnd(
  { opened, console }: Pick<Around, 'opened' | 'console'>,
  first: Seen,
  end: Stopper,
): Promise<Seen> {
  const { clock } = opened.services;
  let seen = first;
  const say = () => {
    if (console.output.format === 'text') console.output.notice(taskLine(seen, clock.now()));
  };
  if (!seen.followed.task?.final) say();
  for (;;) {
    const afterMs = isOver(seen) ? null : waitOf(seen.followed, clock.now());
    if (afterMs === null || end.reason() !== null) return seen;
    await Promise.race([clock.sleep(afterMs), end.ended]);
    if (end.reason() !== null) return seen;
    const before = seen.followed.task?.state;
    const look = await lookAtTask(opened.services, seen.followed);
    const followed = { ...seen.followed, looks: seen.followed.looks + 1, ...(look.ok ? { task: look.task } : {}) };
    seen = { ...seen, followed, finding: look.ok ? null : look.finding };
    if (!look.ok && look.fatal) return seen;
    if (followed.task?.state !== before && !followed.task?.final) say();
  }
}

/** What could not be asked, or not even looked at once, is not waited for. */
const isOver = ({ finding, place, followed }: Seen): boolean =>
  followed.task === null ||
  isOpenPlace(place) ||
  (finding?.severity === 'error' && exitCodeForFindings([finding]) !== exits.unreachable);

const waitOf = ({ task, looks, move }: Followed, nowMs: number): number | null =>
  task ? nextLookAfterMs({ task, looks, nowMs, plannedStart: move.plan.start }) : null;

function finish(seen: readonly Seen[], around: Around, end: Stopper): number {
  const reason = end.reason();
  const next = nextFor(seen, around);
  const told = reason === 'timeout' ? { ...around, findings: [...around.findings, timedOut(seen)] } : around;
  const exitCode = reason === null ? exitCodeOfWatch(seen, around.findings) : stopCodes[reason];
  return report({ kind: 'watch', exitCode, seen, next }, told);
}

export const stopCodes = { timeout: exits.timedOut, signal: exits.interrupted, fault: exits.fault };

export const timedOut = (seen: readonly Seen[]): Finding =>
  localFinding('watchTimedOut', { what: [...new Set(seen.map(wayTo(seen)))].join(' ') });

/** 0 all completed as planned, 6 none, 5 some; a watch that could not go on keeps the code of its reason. */
export function exitCodeOfWatch(seen: readonly Seen[], missing: readonly Finding[]): number {
  const completed = seen.filter(isAsPlanned).length;
  if (completed === seen.length + missing.length) return exits.done;
  if (completed > 0) return exits.mixed;
  const stopped = seen.flatMap(({ followed, finding }) => (finding && !followed.task?.final ? [finding] : []));
  return exitCodeForFindings([...stopped, ...missing]) || exits.failed;
}

/** A task that is not the confirmed plan is an alarm, however it ends. */
const isAsPlanned = ({ followed: { task, findings } }: Seen): boolean =>
  task?.state === 'completed' && !hasErrors(findings);
