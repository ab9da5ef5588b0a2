import type { ResourceType } from './answers.ts';
import { type PlanValue, valuesOf } from './describe.ts';
import type { PlannedMove } from './plan.ts';
import { readAnswers } from './progress.ts';
import { type CreateRequest, livePreview } from './request.ts';
import type { Typed } from './typed.ts';

/** The `plan` of the output contract, in documents and in plan files. `request` is for reading and is never sent. */
export type PlanJson = { id: string; type: ResourceType; values: readonly PlanValue[]; request: CreateRequest };

export const planJson = (move: PlannedMove, typed: Typed): PlanJson => ({
  id: move.id,
  type: move.plan.type,
  // Times are kept as they were resolved, so neither now nor the zone matters.
  values: valuesOf(typed, readAnswers(typed, { now: 0, zone: 'UTC' })),
  request: livePreview(move),
});
