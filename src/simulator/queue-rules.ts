import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';
import { latestTask } from './task-list.ts';
import type { StoredTask } from './world.ts';

/** What the service does with another request for a source that it knows already. */
function refusesAgain({ world, move }: Facts): boolean {
  const task = latestTask(world, move.key);
  if (task === null || task.status === 'failed' || task.status === 'cancelled') return false;
  return task.status !== 'notStarted' || task.cancelAt !== null || world.options.createReading === 'refuse';
}

const isPending = (task: StoredTask): boolean => task.status === 'notStarted';

function isQueueFull({ world, move }: Facts): boolean {
  const { tasks, elsewhere, options } = world;
  if (latestTask(world, move.key)?.status === 'notStarted') return false;
  const room = options.queueLimit - elsewhere.pending;
  return tasks.length >= room && tasks.filter(isPending).length >= room;
}

export const queueRules: readonly Rule[] = [
  {
    code: 'MnASiteMoveIsInprogressOrFinished',
    applies: refusesAgain,
    text: ({ sourceUrl }) => `Another job for the same source URL ${sourceUrl} is in progress or has finished.`,
  },
  {
    code: 'MnAMoveJobCreationFailed',
    applies: isQueueFull,
    text: ({ world }) =>
      `The job creation failed. Error: [The limit of ${world.options.queueLimit} pending jobs is reached]`,
  },
];
