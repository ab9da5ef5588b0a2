import type { Finding } from '../../plan/finding.ts';
import type { Task } from '../../tasks/task.ts';
import type { SubmitOutcome } from '../../wizard/event.ts';

/** What happens while many rows are sent. `at` is by our clock, in milliseconds since 1970. */
export type WaveNews = { at: number } & (
  | { kind: 'intended'; row: number }
  | { kind: 'outcome'; row: number; outcome: SubmitOutcome }
  /** A task that is under way was looked at while rows waited for room, and has changed. */
  | { kind: 'seen'; row: number; task: Task }
  /** Nothing more is begun for so long; `finding` says why. */
  | { kind: 'waiting'; ms: number; finding: Finding }
);

/**
 * Why a run of rows came to its end. `breaker`: something would stop every row; `error`: one row failed and that was to be the
 * end; `stopped` with a finding: somebody asked for it from elsewhere.
 */
export type WaveEnd = { reason: 'done' | 'stopped' } | { reason: 'breaker' | 'error' | 'stopped'; finding: Finding };

export type Conduct = {
  /** The rows were confirmed just now: a start that passes while they are sent is no obstacle. */
  isFresh: boolean;
  /** Aborted, nothing new is begun; what has left gets its answer. */
  signal: AbortSignal;
  onNews: (news: WaveNews) => void;
  /** Ends at the first row that is refused. */
  stopOnError?: boolean;
  /** Tasks of this run that may wait in the service at once. */
  maxPending?: number;
  /** Rows that nobody answered are sent once more, where that is allowed. */
  resend?: boolean;
};
