import { echoOf } from './echo.ts';
import { factsOf } from './facts.ts';
import { advance } from './lifecycle.ts';
import { nextBetween, nextGuid } from './random.ts';
import { problemOf } from './rules.ts';
import { latestTask } from './task-list.ts';
import type { Move, Problem, StoredTask, World } from './world.ts';

const minute = 60_000;

/** Creates the task of a source, or changes the one that is queued, as the world reads "create or update". */
export function submit(world: World, move: Move, now: number): StoredTask | Problem {
  const found = problemOf(world, move);
  if (found !== null) return found;
  const earlier = latestTask(world, move.key);
  const task = newTask(world, move, now, idFor(world, earlier));
  if (earlier?.id === task.id) world.tasks[world.tasks.lastIndexOf(earlier)] = task;
  else world.tasks.push(task);
  return task;
}

/** A queued task is changed in place; a new attempt after a failure keeps the id or not. */
function idFor(world: World, earlier: StoredTask | null): string {
  const keeps = earlier?.status === 'notStarted' || world.options.newAttemptId === 'same';
  return earlier !== null && keeps ? earlier.id : nextGuid(world);
}

function newTask(world: World, move: Move, now: number, id: string): StoredTask {
  const facts = factsOf(world, move);
  return {
    id,
    move,
    echo: echoOf(facts),
    sourceUrl: facts.sourceUrl,
    targetUrl: facts.targetUrl,
    surprise: facts.content?.surprise ?? null,
    status: 'notStarted',
    acceptedAt: now,
    readyAt: Math.max(now, move.startAt ?? now) + nextBetween(world, minute, 3 * minute),
    durationMs: nextBetween(world, 8 * minute, 20 * minute),
    cancelAt: null,
    startedAt: null,
    updatedAt: null,
    finishedAt: null,
    error: null,
    failure: null,
  };
}

/**
 * Brings the world to `now`: tasks go on, those of other programs too, and creates whose connection was lost earlier take
 * effect in between.
 */
export function catchUp(world: World, now: number): void {
  const due = world.late.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
  world.late = world.late.filter(({ at }) => at > now);
  if (now >= world.elsewhere.goneAt) world.elsewhere.pending = 0;
  for (const { at, move } of due) {
    advance(world, at);
    submit(world, move, at);
  }
  advance(world, now);
}

/** Until a cancel takes effect. */
const cancelTakesMs = { low: 10_000, high: 40_000 };

/** Takes a cancel; the task says so only later. */
export function cancel(world: World, task: StoredTask, now: number): Problem | null {
  const refused = world.options.cancelWhileQueued === 'refused';
  if (task.status !== 'notStarted' || refused) {
    const message = 'Cannot process the cancel request because the task is in progress';
    return { status: 409, code: 'conflict', message };
  }
  task.cancelAt ??= now + nextBetween(world, cancelTakesMs.low, cancelTakesMs.high);
  return null;
}
