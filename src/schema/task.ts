import Type from 'typebox';
import { anyText, oneOf, orNull, text, time } from './basics.ts';
import { states } from './words.ts';

const errorDetail = Type.Object({ code: anyText('Its code.'), message: anyText('Its message.') });

const taskError = Type.Object(
  {
    code: anyText('Its code; crossorg explain CODE says more.'),
    message: anyText('Its message.'),
    target: orNull(Type.String(), 'What it is about.'),
    details: Type.Array(errorDetail, { description: 'More of the same.' }),
  },
  { $id: 'TaskError', title: 'Error of a task', description: 'What the service says on a task.' },
);

const taskFields = {
  id: orNull(text('A GUID.'), 'The id of the task; null where there is none, or none is known.'),
  state: oneOf(states),
  rawStatus: orNull(Type.String(), "The service's own word."),
  startedAt: orNull(time(), 'When the service began.'),
  updatedAt: orNull(time(), 'When the service last touched it.'),
  finishedAt: orNull(time(), 'When it was over.'),
  error: orNull(taskError, 'Can stand on a task that has not failed: the service tries again by itself.'),
};

export const task = Type.Object(taskFields, {
  $id: 'Task',
  title: 'Task',
  description: 'One migration task as the service last told of it.',
});

/** In a list it is said what moves. */
export const listedTask = Type.Object(
  {
    source: orNull(Type.String(), 'What moves: a sign-in name, an object id, a site address or a mail nickname.'),
    ...taskFields,
  },
  { $id: 'ListedTask', title: 'Task in a list', description: 'One migration task, and what it moves.' },
);
