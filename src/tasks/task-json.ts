import { isoTime } from '../plan/iso.ts';
import type { Task, TaskError, TaskState } from './task.ts';

/** A task as the JSON output shows it. Fields are only ever added. */
export type TaskJson = {
  source?: string | null;
  id: string | null;
  state: TaskState;
  rawStatus: string | null;
  startedAt: string | null;
  updatedAt: string | null;
  finishedAt: string | null;
  error: TaskError | null;
};

type Extra = {
  /** What moves; lists of tasks name it. */
  source?: string | null;
  /** Our own state where the service's is not the whole truth: a draft, or a create nobody answered. */
  state?: TaskState;
};

export function taskJson(task: Task, extra?: Extra): TaskJson;
export function taskJson(task: Task | null, extra: Extra & { state: TaskState }): TaskJson;
export function taskJson(task: Task | null, extra?: Extra): TaskJson | null;
/** The `task` of the output contract; null without a task, unless a state of our own is to be shown. */
export function taskJson(task: Task | null, { source, state }: Extra = {}): TaskJson | null {
  const shown = state ?? task?.state;
  if (shown === undefined) return null;
  return {
    ...(source === undefined ? {} : { source }),
    id: task?.id ?? null,
    state: shown,
    rawStatus: task?.rawStatus ?? null,
    startedAt: timeOf(task?.startedAt),
    updatedAt: timeOf(task?.updatedAt),
    finishedAt: timeOf(task?.finishedAt),
    error: task?.error ?? null,
  };
}

const timeOf = (at: number | null | undefined): string | null => (at == null ? null : isoTime(at));
