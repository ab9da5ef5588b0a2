import type { ConfirmedMove } from '../plan/confirmed.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { Result } from '../plan/result.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import type { SourceKey, Task } from '../tasks/task.ts';

export type Answered<T> = { value: T; meta: AnswerMeta };
export type Reply<T> = Promise<Result<Answered<T>, Failure>>;

/**
 * The calls this product makes, one method each. Failures are values; every call carries a `client-request-id`.
 * Follows "sharePointMigrationTask" in the Microsoft Graph reference (beta). All calls go to the source tenant.
 */
export type GraphClient = {
  /** Asks the service to check a move without moving anything (`validateOnly: true`). May be repeated. */
  validate(move: PlannedMove, signal?: AbortSignal): Reply<Task>;
  /**
   * Creates the real task. Sent once, never repeated by itself: when the answer is lost, look the source up.
   * The id given here is on disk before the call, so that support can find the request.
   */
  create(confirmed: ConfirmedMove, clientRequestId: string): Reply<Task>;
  taskById(id: string, signal?: AbortSignal): Reply<Task>;
  /** The latest task of a source; null when the service knows none. */
  taskBySource(source: SourceKey, signal?: AbortSignal): Reply<Task | null>;
  /** Asks to cancel. 204 is a promise only: read back until `cancelled`. */
  cancel(id: string, signal?: AbortSignal): Reply<null>;
};
