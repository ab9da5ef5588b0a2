import type { Start } from '../plan/answers.ts';
import { readInstant } from './instant.ts';
import type { Task } from './task.ts';

const firstLooksMs = [2_000, 5_000, 10_000, 20_000, 30_000] as const;
const laterLooksMs = 60_000;

/** The longest time a timer of the platform can hold, a little under 25 days. */
const longestWaitMs = 2 ** 31 - 1;

type Looks = {
  /** How often the service has been asked about this task. */
  looks: number;
  task: Task | null;
  nowMs: number;
  /** The start the plan asked for, for answers that leave it out. */
  plannedStart?: Start;
};

/** How long to wait before the next look, in milliseconds; null when there is nothing more to see. */
export function nextLookAfterMs({ looks, task, nowMs, plannedStart = 'now' }: Looks): number | null {
  if (task?.final) return null;
  const pauseMs = firstLooksMs[looks] ?? laterLooksMs;
  return Math.min(Math.max(pauseMs, startOf(task, plannedStart) - nowMs), longestWaitMs);
}

/** How often one of many tasks is worth a look: what runs can end soon, what waits changes rarely. */
const waveLooksMs: Readonly<Partial<Record<Task['state'], number>>> = { running: 90_000, queued: 600_000 };
const otherWaveLooksMs = 120_000;

type WaveLooks = Omit<Looks, 'looks'> & {
  /** How many tasks are followed at once. */
  count: number;
  /** Resource units a minute that all looks may use; one look is one unit. */
  budget: number;
};

/** The same for one task of many, so that all of them stay inside the budget. Null when there is nothing more to see. */
export function waveLookAfterMs({ task, nowMs, plannedStart = 'now', count, budget }: WaveLooks): number | null {
  if (task?.final) return null;
  const pauseMs = (task && waveLooksMs[task.state]) ?? otherWaveLooksMs;
  const roundMs = (count / Math.max(1, budget)) * 60_000;
  return Math.min(Math.max(pauseMs, roundMs, startOf(task, plannedStart) - nowMs), longestWaitMs);
}

/** A task that has not begun cannot change before its start time. */
function startOf(task: Task | null, plannedStart: Start): number {
  if (task?.state === 'running' || (task && task.startedAt !== null)) return 0;
  const planned = plannedStart === 'now' ? 0 : plannedStart;
  return readInstant(task?.parameters.preferredStartDateTime) ?? planned;
}
