import type { TaskState } from '../tasks/task.ts';
import type { Place } from './row-state.ts';

/** How many rows of a run stand at one place, and how their tasks stood when they were seen last. */
export type RowCount = { place: Place; state: TaskState | null; isFinal: boolean; rows: number };
