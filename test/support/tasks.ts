import type { Task } from '../../src/tasks/task.ts';

/** A queued task without times, as the service first answers it; change what a test is about. */
export const aTask = (more: Partial<Task> = {}): Task => ({
  id: '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0',
  state: 'queued',
  rawStatus: 'notStarted',
  final: false,
  startedAt: null,
  updatedAt: null,
  finishedAt: null,
  error: null,
  parameters: {},
  ...more,
});
