import type { Finding } from '../../plan/finding.ts';
import type { Task } from '../../tasks/task.ts';
import { waveLookAfterMs } from '../../tasks/when.ts';
import { isOpen, type RowState } from '../../wave/row-state.ts';
import type { RunState } from '../../wave/run-state.ts';
import type { Followed } from '../../wizard/state.ts';
import { lookAtTask } from '../look.ts';
import type { Services } from '../services.ts';
import { settleRow } from '../settle.ts';
import { limited } from './limited.ts';

/** One row as it is followed; `task` is null while nobody knows whether there is one. */
export type FollowedRow = { row: RowState; task: Task | null; trouble: Finding | null; nextLookAt: number | null };

export type Following = {
  signal: AbortSignal;
  /** Resource units a minute that looks may use. */
  budget: number;
  onRow: (followed: FollowedRow) => void;
};

/** Rows that fall due within so long of each other are asked about together, in milliseconds. */
const togetherMs = 2_000;
const atOnce = 120;

/** Looks at every task of a run at the pace of its state until all are final, nothing can be asked, or somebody stops. */
export async function followWave(services: Services, run: RunState, following: Following): Promise<void> {
  const { clock } = services;
  const { signal } = following;
  const runId = run.header?.runId ?? '';
  const rows = new Map(run.rows.map((row) => [row.plan.row, firstOf(row, clock.now())]));
  for (;;) {
    const waiting = [...rows.values()].filter(({ nextLookAt }) => nextLookAt !== null);
    if (waiting.length === 0 || signal.aborted) return;
    const nextAt = Math.min(...waiting.map(({ nextLookAt }) => nextLookAt ?? 0));
    const isStopped = await clock.sleep(Math.max(0, nextAt - clock.now()), signal).then(
      () => false,
      () => true,
    );
    if (isStopped) return;
    const due = waiting.filter(({ nextLookAt }) => (nextLookAt ?? 0) <= clock.now() + togetherMs);
    await limited(due, { most: atOnce, isOver: () => signal.aborted }, async (followed) => {
      const seen = await look(services, followed, { ...following, runId, count: waiting.length });
      rows.set(followed.row.plan.row, seen);
      following.onRow(seen);
    });
  }
}

/** What was never sent or was refused is not followed. */
function firstOf(row: RowState, now: number): FollowedRow {
  const { task } = row;
  const isFollowed = isOpen(row) || (task !== null && !task.final);
  return { row, task, trouble: null, nextLookAt: isFollowed ? now : null };
}

type Looking = Following & { runId: string; count: number };

const look = (services: Services, followed: FollowedRow, looking: Looking): Promise<FollowedRow> =>
  isOpen(followed.row) && followed.task === null
    ? settle(services, followed, looking)
    : lookAtRow(services, followed, looking);

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

async function settle(services: Services, { row }: FollowedRow, { runId, signal }: Looking): Promise<FollowedRow> {
  const outcome = await settleRow(services, { runId, row: row.plan.row, resend: false }, signal);
  const now = services.clock.now();
  const [finding = null] = outcome.findings;
  if ('task' in outcome) return { row, task: outcome.task, trouble: finding, nextLookAt: now };
  const isOpenStill = outcome.result === 'unconfirmed';
  return { row, task: null, trouble: finding, nextLookAt: isOpenStill ? now + settleEveryMs : null };
}
