import type { WireCreateBody } from '../wire/task.ts';
import { ConfirmedMove } from './confirmed.ts';
import { parametersOf } from './parameters.ts';
import type { PlannedMove } from './plan.ts';

/** Follows "Create sharePointMigrationTask" in the Microsoft Graph reference (beta). */
export const tasksPath = '/solutions/sharePoint/migrations/crossOrganizationMigrationTasks';

export type CreateRequest = { method: 'POST'; url: string; body: WireCreateBody };

/** Always says `validateOnly: true`: the service moves nothing. */
export const dryRunRequest = (move: PlannedMove): CreateRequest => requestOf(move, true);

/** Always says `validateOnly: false`, and can only be built from a confirmed move. */
export function liveRequest(confirmed: ConfirmedMove): CreateRequest {
  if (!ConfirmedMove.is(confirmed)) throw new TypeError('A live request was asked for a move that nobody confirmed');
  return requestOf(confirmed.move, false);
}

/** What the live request will be, to look at before anything is confirmed. It is text for people, never sent. */
export const livePreview = (move: PlannedMove): CreateRequest => requestOf(move, false);

const requestOf = (move: PlannedMove, validateOnly: boolean): CreateRequest => ({
  method: 'POST',
  url: `${move.endpoint}${tasksPath}`,
  body: { parameters: { ...parametersOf(move.plan), validateOnly } },
});
