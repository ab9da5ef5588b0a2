import type { WireParameters, WireTask } from '../wire/task.ts';
import { worded } from './answer.ts';
import type { Options } from './options.ts';
import type { Problem, StoredTask, World } from './world.ts';

/** A task as Graph shows it. */
export const viewOf = ({ options }: World, task: StoredTask, parameters: WireParameters): WireTask => ({
  id: task.id,
  status: statusWord(task.status, options),
  ...timesOf(task, options),
  parameters,
  ...errorOf(task.error, options),
});

/** What a dry run answers: final at once, and nothing is kept. */
export const dryRunView = (
  { options }: World,
  parameters: WireParameters,
  found: Problem | null,
  id: string | null,
): WireTask => ({
  ...(id === null ? {} : { id }),
  status: found === null ? dryRunWord(options) : 'failed',
  parameters,
  ...errorOf(found, options),
});

function dryRunWord({ statusWords, dryRunWord: word }: Options): string {
  if (word === 'unknown') return 'unknownFutureValue';
  return statusWords === 'draft' ? 'Completed' : 'completed';
}

type Words = Partial<Record<StoredTask['status'], string>>;

const otherWords: Record<Options['statusWords'], Words> = {
  published: {},
  draft: { completed: 'success', cancelled: 'canceled' },
  future: { inProgress: 'replicating', completed: 'completedWithExceptions' },
};

const statusWord = (status: StoredTask['status'], { statusWords }: Options): string =>
  otherWords[statusWords][status] ?? status;

function timesOf(task: StoredTask, options: Options): WireTask {
  const updatedAt = task.updatedAt ?? (options.queuedHasTimes ? task.acceptedAt : null);
  return {
    ...(task.startedAt === null ? {} : { startedDateTime: timeText(task.startedAt, options) }),
    ...(updatedAt === null ? {} : { lastUpdatedDateTime: timeText(updatedAt, options) }),
    ...(task.finishedAt === null ? {} : { finishedDateTime: timeText(task.finishedAt, options) }),
  };
}

const timeText = (at: number, { paddedMonths }: Options): string => {
  const text = new Date(at).toISOString();
  return paddedMonths ? text : text.replace(/-0(\d)-/, '-$1-');
};

function errorOf(error: { code: string; message: string } | null, options: Options): WireTask {
  if (error === null) return {};
  const message = worded(error.message, options.wording);
  if (options.errorForm === 'errors') return { errors: [{ code: error.code, message }] };
  return { error: { code: error.code, message, target: null, details: [] } };
}
