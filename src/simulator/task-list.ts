import type { StoredTask, World } from './world.ts';

/** The latest task of a source; older attempts may stand before it under ids of their own. */
export const latestTask = (world: World, key: string): StoredTask | null =>
  world.tasks.findLast((task) => task.move.key === key) ?? null;

export const taskById = (world: World, id: string): StoredTask | null =>
  world.tasks.findLast((task) => task.id === id.toLowerCase()) ?? null;
