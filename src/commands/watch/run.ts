import type { Services } from '../../runtime/services.ts';
import { type FollowedRow, followWave } from '../../runtime/wave/follow-wave.ts';
import { mayBeWorkedOn, moreOfRun, readRun } from '../../runtime/wave/more-of-run.ts';
import { listened } from '../../store/listened.ts';
import { taskJson } from '../../tasks/task-json.ts';
import type { RunState } from '../../wave/run-state.ts';
import { seenAsRecorded } from '../look-once.ts';
import type { Stopper } from '../stopper.ts';
import { type Target, targetsOfRun } from '../targets.ts';
import { isOpenPlace, type Seen } from '../task-lines.ts';
import type { Around } from '../with-targets.ts';
import { watchTeller } from './teller.ts';

type Watching = Pick<Around, 'opened' | 'console' | 'limits'>;

/**
 * Follows rows of one run until they are final or somebody stops, inside the budget: by what the service says, and by what
 * other processes record where they send rows of it. Creates without an answer are settled on the way.
 */
export async function watchRun(around: Watching, targets: readonly Target[], end: Stopper): Promise<Seen[]> {
  const { opened, console, limits } = around;
  const runId = targets[0]?.followed.runId ?? '';
  const run = await readRun(opened.services, runId);
  if (run === null) return targets.map(seenAsRecorded);
  const wanted = new Set(targets.map(({ followed }) => followed.row));
  const only = (whole: RunState): RunState => ({
    ...whole,
    rows: whole.rows.filter(({ plan }) => wanted.has(plan.row)),
  });
  const stop = new AbortController();
  void end.ended.then(() => stop.abort(new Error('stopped')));
  const board = new Map(targets.map((target) => [target.followed.row, seenAsRecorded(target)]));
  const teller = watchTeller({ console, clock: opened.services.clock, zone: opened.session.zone }, board);
  const { services, wasRecorded } = hearing(opened.services);
  try {
    await followWave(services, only(run), {
      signal: stop.signal,
      // Rows that are sent elsewhere share the budget of the tenant.
      budget: limits.budget / 2,
      onRow: (followed) => {
        const before = board.get(followed.row.plan.row);
        if (!before) return;
        const seen = seenNow(before, followed);
        board.set(followed.row.plan.row, seen);
        teller.changed(before, seen);
        if (stateOf(before) !== stateOf(seen) && !wasRecorded(seen)) tellEvent(around, seen);
      },
      ...(mayBeWorkedOn(run) ? { more: moreOf(opened.services, runId, only) } : {}),
    });
  } finally {
    teller.close();
  }
  return await atTheEnd(around, targets, board);
}

const stateOf = ({ followed }: Seen): string | null => followed.task?.state ?? null;

const seenNow = ({ label, followed }: Seen, { row, task, trouble }: FollowedRow): Seen => ({
  label,
  followed: { ...followed, task: task ?? followed.task },
  place: task !== null && isOpenPlace(row.place) ? 'accepted' : row.place,
  finding: trouble,
});

/** The same of the rows that are wanted. */
function moreOf(services: Services, runId: string, only: (run: RunState) => RunState): ReturnType<typeof moreOfRun> {
  const more = moreOfRun(services, runId);
  return async () => {
    const { run, isWorkedOn } = await more();
    return { run: run && only(run), isWorkedOn };
  };
}

/** Hears which changes are recorded here, and so told as events already. */
function hearing(services: Services) {
  const recorded = new Set<string>();
  const ledger = listened(services.ledger, (_, entry) => {
    if (entry.kind !== 'opened' && 'task' in entry) recorded.add(`${entry.row} ${entry.task.state}`);
  });
  return {
    services: { ...services, ledger },
    wasRecorded: ({ followed }: Seen): boolean => recorded.has(`${followed.row} ${followed.task?.state}`),
  };
}

/** The process that holds the run records it; who listens here is told all the same. */
function tellEvent({ console, opened: { services } }: Watching, { followed: { runId, row, task } }: Seen): void {
  if (task) console.output.event('state', services.clock.now(), { run: runId, row, task: taskJson(task) });
}

/** Where each row stands is what is recorded; how its task stands is what was seen last. */
async function atTheEnd(
  { opened }: Watching,
  targets: readonly Target[],
  board: ReadonlyMap<number, Seen>,
): Promise<Seen[]> {
  const runId = targets[0]?.followed.runId ?? '';
  const now = await targetsOfRun(opened, runId, null);
  const recorded = new Map(now.ok ? now.value.map((target) => [target.followed.row, target]) : []);
  return targets.map((target) => {
    const latest = recorded.get(target.followed.row) ?? target;
    const known = board.get(target.followed.row);
    const task = known?.followed.task ?? latest.followed.task;
    const finding = known?.finding ?? seenAsRecorded(latest).finding;
    return { label: target.label, followed: { ...latest.followed, task }, place: latest.place, finding };
  });
}
