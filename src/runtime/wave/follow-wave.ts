import type { Finding } from '../../plan/finding.ts';
import type { Result } from '../../plan/result.ts';
import { slept } from '../../ports/slept.ts';
import { sourceKeyOf } from '../../tasks/source-key.ts';
import type { Task } from '../../tasks/task.ts';
import { waveLookAfterMs } from '../../tasks/when.ts';
import { isOpen, type RowState } from '../../wave/row-state.ts';
import type { RunState } from '../../wave/run-state.ts';
import type { Followed } from '../../wizard/state.ts';
import { lookAtTask } from '../look.ts';
import type { Services } from '../services.ts';
import { limited } from './limited.ts';
import { type OpenBooks, openBooks, settleIn } from './open-books.ts';

/** One row as it is followed; `task` is null while nobody knows whether there is one. */
export type FollowedRow = {
  row: RowState;
  task: Task | null;
  trouble: Finding | null;
  nextLookAt: number | null;
  /** A create without an answer that looks alone no longer settle: it is looked for as long as others are followed. */
  isParked?: boolean;
};

export type Following = {
  signal: AbortSignal;
  /** Resource units a minute that looks may use. */
  budget: number;
  onRow: (followed: FollowedRow) => void;
  /** What other processes have recorded since, and whether one works on the run now. Asked at once, then every minute. */
  more?: () => Promise<More>;
};

/** `run` is null where nothing was recorded since. */
export type More = { run: RunState | null; isWorkedOn: boolean };

/** Rows that fall due within so long of each other are asked about together, in milliseconds. */
const togetherMs = 2_000;
const atOnce = 120;
/** How often is read what another process has recorded meanwhile, in milliseconds. */
const moreEveryMs = 60_000;

/** Looks at every task of a run at the pace of its state until all are final, nothing can be asked, or somebody stops. */
export async function followWave(services: Services, run: RunState, following: Following): Promise<void> {
  const { clock } = services;
  const { signal } = following;
  const runId = run.header?.runId ?? '';
  const rows = new Map(run.rows.map((row) => [row.plan.row, firstOf(row, clock.now())]));
  const arrivals = createArrivals(rows, following, clock);
  for (;;) {
    const waiting = waitingIn(rows);
    if (signal.aborted || (waiting.every(({ isParked }) => isParked) && !arrivals.mayCome())) return;
    const nextAt = Math.min(arrivals.dueAt(), ...waiting.map(({ nextLookAt }) => nextLookAt));
    if (!(await slept(clock, Math.max(0, nextAt - clock.now()), signal))) return;
    await arrivals.takeIn();
    const due = waitingIn(rows).filter(({ nextLookAt }) => nextLookAt <= clock.now() + togetherMs);
    const isElsewhere = arrivals.mayCome();
    const books = due.some(isLost) && !isElsewhere ? await openBooks(services, runId) : null;
    const looking = { ...following, runId, count: waiting.length, books };
    await limited(due, { most: atOnce, isOver: () => signal.aborted }, async (followed) => {
      const seen = await look(services, followed, looking);
      // A look that was given up half-way says nothing.
      if (signal.aborted) return;
      rows.set(followed.row.plan.row, seen);
      following.onRow(seen);
    }).finally(() => books?.ok && books.value.close());
  }
}

const waitingIn = (rows: ReadonlyMap<number, FollowedRow>): (FollowedRow & { nextLookAt: number })[] =>
  [...rows.values()].flatMap((row) => (row.nextLookAt === null ? [] : [{ ...row, nextLookAt: row.nextLookAt }]));

/** Takes in what other processes record about rows that have no task here. */
function createArrivals(rows: Map<number, FollowedRow>, { more, onRow }: Following, { now }: Services['clock']) {
  let isWorkedOn = more !== undefined;
  let dueAt = more === undefined ? Number.POSITIVE_INFINITY : now();
  const takeIn = (row: RowState): void => {
    const known = rows.get(row.plan.row);
    if (known === undefined || known.task !== null || known.row.place === row.place) return;
    const arrived = firstOf(row, now());
    rows.set(row.plan.row, arrived);
    onRow(arrived);
  };
  return {
    dueAt: (): number => dueAt,
    /** Another process works on the run: more rows may be sent, and open ones are settled there. */
    mayCome: (): boolean => isWorkedOn,
    takeIn: async (): Promise<void> => {
      if (more === undefined || now() < dueAt) return;
      const news = await more();
      ({ isWorkedOn } = news);
      dueAt = now() + moreEveryMs;
      for (const row of news.run?.rows ?? []) takeIn(row);
    },
  };
}

/** What was never sent or was refused is not followed. */
function firstOf(row: RowState, now: number): FollowedRow {
  const { task } = row;
  const isFollowed = isOpen(row) || (task !== null && !task.final);
  return { row, task, trouble: null, nextLookAt: isFollowed ? now : null };
}

/** `books` is null while another process works on the run, and settles its open rows itself. */
type Looking = Following & { runId: string; count: number; books: Result<OpenBooks, Finding> | null };

/** Its create was not answered, and its task is not found yet. */
const isLost = ({ row, task }: FollowedRow): boolean => isOpen(row) && task === null;

const look = (services: Services, followed: FollowedRow, looking: Looking): Promise<FollowedRow> =>
  isLost(followed) ? settle(services, followed, looking) : lookAtRow(services, followed, looking);

async function lookAtRow(
  services: Services,
  { row, task: before }: FollowedRow,
  { runId, signal, budget, count }: Looking,
): Promise<FollowedRow> {
  const seen = await lookAtTask(services, followedOf(runId, row, before), signal);
  const task = seen.ok ? seen.task : before;
  const isOver = !seen.ok && seen.fatal;
  const now = services.clock.now();
  const afterMs = isOver ? null : waveLookAfterMs({ task, nowMs: now, plannedStart: startOf(row), count, budget });
  return {
    row,
    task,
    trouble: seen.ok ? null : seen.finding,
    nextLookAt: afterMs === null ? null : now + afterMs,
  };
}

export const followedOf = (runId: string, { plan, findings, acceptedAt }: RowState, task: Task | null): Followed => ({
  runId,
  row: plan.row,
  move: plan.move,
  task,
  history: [],
  findings,
  trouble: null,
  acceptedAt: acceptedAt ?? 0,
  nextLookAt: null,
  looks: 0,
});

const startOf = ({ plan }: RowState) => plan.move.plan.start;

/** A create without an answer is looked for; it is never sent again from here. */
const settleEveryMs = 60_000;

async function settle(
  services: Services,
  { row }: FollowedRow,
  { runId, signal, books }: Looking,
): Promise<FollowedRow> {
  if (books === null) return { row, task: null, trouble: null, nextLookAt: services.clock.now() + settleEveryMs };
  const settling = settleIn(services, books, { runId, row: row.plan.row }, signal);
  const outcome = await settling.catch((fault: unknown) => {
    // A wait between two looks was ended: nothing was learnt.
    if (signal.aborted && fault === signal.reason) return null;
    throw fault;
  });
  if (outcome === null) return { row, task: null, trouble: null, nextLookAt: null };
  const now = services.clock.now();
  const [finding = null] = outcome.findings;
  if ('task' in outcome) return { row, task: outcome.task, trouble: finding, nextLookAt: now };
  if (outcome.result !== 'unconfirmed') return { row, task: null, trouble: finding, nextLookAt: null };
  const isParked = outcome.mayResend || sourceKeyOf(row.plan.move.plan) === null;
  return { row, task: null, trouble: finding, nextLookAt: now + settleEveryMs, isParked };
}
