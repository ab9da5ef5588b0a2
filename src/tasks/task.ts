import type { WireParameters } from '../wire/task.ts';

/** States an admin understands; `draft` and `unconfirmed` are ours, the others follow the service's status. */
export type TaskState =
  | 'draft'
  | 'unconfirmed'
  | 'queued'
  | 'running'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'unknown';

export type TaskError = {
  code: string;
  message: string;
  target: string | null;
  details: readonly { code: string; message: string }[];
};

/** One migration task as the service last reported it. Times are milliseconds since 1970, null when not reported. */
export type Task = {
  /** A dry run's answer may have none. */
  id: string | null;
  state: TaskState;
  /** The service's own word, cleaned but otherwise unchanged. */
  rawStatus: string;
  final: boolean;
  startedAt: number | null;
  updatedAt: number | null;
  finishedAt: number | null;
  /** Can stand on a task that has not failed: the service retries by itself. */
  error: TaskError | null;
  /** The echo of what was asked; the service may have rewritten it. */
  parameters: WireParameters;
};

/** How a source is looked up again. A user known only by object id cannot be. */
export type SourceKey =
  | { type: 'user'; upn: string }
  | { type: 'site'; url: string }
  | { type: 'group'; mailNickname: string };
