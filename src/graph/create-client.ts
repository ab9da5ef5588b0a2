import { ConfirmedMove } from '../plan/confirmed.ts';
import { type CreateRequest, dryRunRequest, liveRequest } from '../plan/request.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Call, Failure } from '../problems/failure.ts';
import { readTask } from '../tasks/read.ts';
import { readTaskAnswer } from '../tasks/read-answer.ts';
import type { SourceKey, Task } from '../tasks/task.ts';
import type { Answered, GraphClient } from './client.ts';
import { cancelPath, sourcePath, taskPath } from './paths.ts';
import type { Answer, Outcome, Outgoing } from './policy.ts';
import { createSend, type SendOptions } from './send.ts';
import { unreadable } from './transport.ts';

/** The client for one endpoint and one sign-in. See `GraphClient` for what each call promises. */
export function createGraphClient(options: SendOptions): GraphClient {
  const send = createSend(options);
  const read = (path: string, signal?: AbortSignal) =>
    send({ ...repeatable('read', 'GET'), url: `${options.endpoint}${path}`, signal });
  return {
    async validate(move, signal) {
      return taskIn(
        'validate',
        await send({ ...repeatable('validate', 'POST'), ...posted(dryRunRequest(move)), signal }),
      );
    },
    async create(confirmed, clientRequestId) {
      if (!ConfirmedMove.is(confirmed)) throw new Error('A create was asked for without a confirmed, unchanged move');
      const outcome = await send({ ...once('create'), ...posted(liveRequest(confirmed)), clientRequestId });
      return taskIn('create', outcome, isTraceable);
    },
    async taskById(id, signal) {
      const reply = taskIn('read', await read(taskPath(id), signal), (task) => isTask(task, id));
      return reply.ok ? ok({ ...reply.value, value: { ...reply.value.value, id } }) : reply;
    },
    async taskBySource(source, signal) {
      return latestIn(source, await read(sourcePath(source), signal));
    },
    async cancel(id, signal) {
      const outcome = await send({
        ...repeatable('cancel', 'POST'),
        url: `${options.endpoint}${cancelPath(id)}`,
        signal,
      });
      return outcome.ok ? ok({ value: null, meta: outcome.value.meta }) : outcome;
    },
  };
}

type Fixed = Omit<Outgoing, 'url' | 'body' | 'signal'>;

const repeatable = (call: Call, method: Outgoing['method']): Fixed => ({
  call,
  method,
  headers: {},
  repeatable: true,
  clientRequestId: null,
});

const once = (call: Call): Fixed => ({ ...repeatable(call, 'POST'), repeatable: false });

const posted = ({ url, body }: CreateRequest) => ({ url, body });

type Checked<T> = Result<Answered<T>, Failure>;

/** An answer that is no task, or not the one meant, is a failure: for a create it leaves open what happened. */
function taskIn(call: Call, outcome: Outcome, accepts: (task: Task) => boolean = () => true): Checked<Task> {
  if (!outcome.ok) return outcome;
  const task = readTask(outcome.value.json);
  if (!task.ok) return err(unread(call, outcome.value, task.error));
  if (!accepts(task.value)) return err(unread(call, outcome.value, 'The answer is not the task that was asked for.'));
  return ok({ value: task.value, meta: outcome.value.meta });
}

/** A created task without an id cannot be followed. An echo that says it was only validated is for the caller to see. */
const isTraceable = ({ id, parameters }: Task): boolean => id !== null || parameters.validateOnly === true;

const isTask = (task: Task, id: string): boolean => task.id === null || task.id.toLowerCase() === id.toLowerCase();

/** The service says 404 for a source it knows no task of. */
function latestIn(source: SourceKey, outcome: Outcome): Checked<Task | null> {
  if (!outcome.ok)
    return outcome.error.kind === 'http' && outcome.error.meta.status === 404
      ? ok({ value: null, meta: outcome.error.meta })
      : outcome;
  const { json, meta } = outcome.value;
  if (json === undefined && meta.status === 204) return ok({ value: null, meta });
  const task = json === undefined ? err('') : readTaskAnswer(json, source);
  if (!task.ok) return err(unread('read', outcome.value, task.error));
  // A task of the service always has an id; one without would be taken for the answer to a lost create.
  if (task.value?.id === null) return err(unread('read', outcome.value, 'The task in the answer has no id.'));
  return ok({ value: task.value, meta });
}

const unread = (call: Call, { json, meta, excerpt }: Answer, why: string): Failure =>
  json === undefined ? unreadable(call, meta, 'empty', '') : unreadable(call, meta, 'wrong type', `${why} ${excerpt}`);
