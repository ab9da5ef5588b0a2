import { mySiteHostOf, tidy } from './addresses.ts';
import { problem } from './answer.ts';
import { problemAtStart } from './rules.ts';
import type { Problem, StoredTask, World } from './world.ts';

const second = 1_000;
const minute = 60 * second;
/** How often `lastUpdatedDateTime` moves while the service works. */
const updateEveryMs = 90 * second;
const failsAfterMs = 2 * minute;
/** While the service tries again by itself, the error stands on a running task. */
const retry = { fromMs: 2 * minute, toMs: 6 * minute };

/** Brings every task to where it stands at `now` (simulated milliseconds). */
export function advance(world: World, now: number): void {
  for (const task of world.tasks) {
    if (task.status === 'notStarted') leaveQueue(world, task, now);
    if (task.status === 'inProgress') work(world, task, now);
  }
}

function leaveQueue(world: World, task: StoredTask, now: number): void {
  const endsAt = task.cancelAt ?? missedStart(task);
  if (endsAt !== null) {
    if (now >= endsAt) finish(task, 'cancelled', endsAt);
  } else if (now >= task.readyAt) start(world, task);
}

/** The service cancels a task whose latest start passes before its turn comes. */
function missedStart({ readyAt, move }: StoredTask): number | null {
  return move.latestStartAt !== null && readyAt > move.latestStartAt ? move.latestStartAt : null;
}

function start(world: World, task: StoredTask): void {
  task.status = 'inProgress';
  task.startedAt = task.readyAt;
  task.updatedAt = task.readyAt;
  if (task.surprise === 'target-appears') world.takenUrls[tidy(task.targetUrl)] = true;
  const found = surpriseProblem(task) ?? problemAtStart(world, task.move);
  if (found !== null) task.failure = { at: task.readyAt + failsAfterMs, code: found.code, message: found.message };
}

function surpriseProblem({ surprise, sourceUrl }: StoredTask): Problem | null {
  if (surprise === 'locked') return problem(422, '-161', `Error -161: the LockState of ${sourceUrl} is ReadOnly.`);
  if (surprise === 'fails-unexplained') return problem(422, '', 'The move failed.');
  if (surprise !== 'job-fails') return null;
  return problem(422, 'MnAMoveJobCreationFailed', 'The job creation failed. Error: [The backup of the site failed]');
}

function work(world: World, task: StoredTask, now: number): void {
  const startedAt = task.startedAt ?? task.readyAt;
  if (task.surprise === 'stuck' || world.switches.allStuck) return;
  const endsAt = task.failure?.at ?? startedAt + task.durationMs;
  if (now >= endsAt) {
    end(world, task, endsAt);
    return;
  }
  task.updatedAt = startedAt + Math.floor((now - startedAt) / updateEveryMs) * updateEveryMs;
  task.error = task.surprise === 'retries' ? retryNote(world, now - startedAt) : null;
}

function retryNote(world: World, workedMs: number): StoredTask['error'] {
  if (workedMs < retry.fromMs || workedMs >= retry.toMs) return null;
  return {
    code: 'Rescheduled',
    message: `${mySiteHostOf(world.target)} did not answer in time. The move is queued again.`,
  };
}

function end(world: World, task: StoredTask, at: number): void {
  if (task.failure === null) {
    world.takenUrls[tidy(task.targetUrl)] = true;
    finish(task, 'completed', at);
  } else {
    task.error = { code: task.failure.code, message: task.failure.message };
    finish(task, 'failed', at);
  }
}

function finish(task: StoredTask, status: StoredTask['status'], at: number): void {
  if (status === 'completed') task.error = null;
  task.status = status;
  task.updatedAt = at;
  task.finishedAt = at;
}
