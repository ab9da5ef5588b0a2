import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { lookAtTask } from '../runtime/look.ts';
import { nextLookAfterMs } from '../tasks/when.ts';
import { beginFollowing } from '../wizard/machine.ts';
import type { Followed } from '../wizard/state.ts';
import type { Raw } from './command.ts';
import { lookOnce, nextFor } from './status.ts';
import { type Stopper, stopper } from './stopper.ts';
import { reportTasks, type Seen, taskLine } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/** Follows tasks until they are final: the status screen for one task in a terminal, else a line for each change. */
export const run = (raw: Raw, ports: Ports): Promise<number> => withTargets(raw, ports, { submits: false }, watch);

async function watch(around: Around): Promise<number> {
  const { settings, opened, targets, ports } = around;
  const [only, ...others] = targets;
  if (only && others.length === 0 && settings.mayAsk && !settings.line && settings.timeoutMs === null) {
    const { showOpened } = await import('./open-wizard.ts');
    const now = opened.services.clock.now();
    return showOpened(opened, settings, ports, beginFollowing(opened.session, only.typed, only.followed, now));
  }
  const end = stopper({ ports, timeoutMs: settings.timeoutMs });
  const seen = await Promise.all(
    targets.map(async (target) => followToTheEnd(around, await lookOnce(around, target), end)),
  );
  end.close();
  return finish(seen, around, end);
}

/** Looks again at the pace of `nextLookAfterMs`, until the task is final or somebody stops. */
async function followToTheEnd({ opened, console }: Around, first: Seen, end: Stopper): Promise<Seen> {
  const { clock } = opened.services;
  let seen = first;
  const say = () => console.output.text(taskLine(seen, clock.now()));
  if (!seen.followed.task?.final) say();
  for (;;) {
    const afterMs = seen.finding && isFatal(seen) ? null : waitOf(seen.followed, clock.now());
    if (afterMs === null || seen.isOpen || end.reason() !== null) return seen;
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

/** A task that could not even be looked at once is not waited for. */
const isFatal = ({ finding }: Seen): boolean => finding?.severity === 'error' && exitCodeForFindings([finding]) !== 7;

const waitOf = ({ task, looks, move }: Followed, nowMs: number): number | null =>
  task ? nextLookAfterMs({ task, looks, nowMs, plannedStart: move.plan.start }) : null;

function finish(seen: readonly Seen[], around: Around, end: Stopper): number {
  const reason = end.reason();
  if (reason === 'timeout') {
    const timedOut = { ...around, findings: [...around.findings, localFinding('watchTimedOut')] };
    return reportTasks('watch', 8, seen, nextFor(seen, around), timedOut);
  }
  return reportTasks('watch', reason === 'signal' ? 130 : exitCodeOf(seen), seen, nextFor(seen, around), around);
}

/** 0 all completed, 6 none, 5 some; a watch that could not go on keeps the code of its reason. */
export function exitCodeOf(seen: readonly Seen[]): number {
  const stopped = seen
    .filter(({ followed }) => !followed.task?.final)
    .flatMap(({ finding }) => (finding ? [finding] : []));
  if (stopped.length > 0) return exitCodeForFindings(stopped);
  const completed = seen.filter(({ followed }) => followed.task?.state === 'completed').length;
  if (completed === seen.length) return 0;
  return completed === 0 ? 6 : 5;
}
