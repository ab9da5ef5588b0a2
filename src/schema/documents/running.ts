import Type from 'typebox';
import type { TaskState } from '../../tasks/task.ts';
import { count, oneOf, orNull, planId, text, time } from '../basics.ts';
import { documentOf, face, timeZone } from '../document.ts';
import { finding, findings } from '../finding.ts';
import { dryRun } from '../plan.ts';
import { task } from '../task.ts';
import { modes, states } from '../words.ts';

export const counts = Type.Partial(
  Type.Object(
    Object.fromEntries(
      Object.entries(states).map(([state, meaning]) => [state, count(`Rows of which ${meaning}.`)]),
    ) as Record<TaskState, ReturnType<typeof count>>,
  ),
  { description: 'How many rows are in which state; states without rows are left out.' },
);

const row = Type.Object(
  {
    row: Type.Integer({ minimum: 1, description: 'Its number in the run.' }),
    line: orNull(Type.Integer({ minimum: 1 }), 'Its line in the file it came from.'),
    plan: orNull(planId('The id of its plan.'), 'Null for a line of a file that is no plan.'),
    source: text('What moves.'),
    target: text('Where it goes.'),
    state: oneOf(states),
    task: orNull(task, 'Its task; null where there is none.'),
    findings: Type.Array(finding, { description: 'What there is to say about it.' }),
    dryRun: Type.Optional(orNull(dryRun, 'Its last dry run; null when there was none.')),
    run: Type.Optional(text('Its run, where several runs are told of.')),
  },
  { $id: 'Row', title: 'Row of a run', description: 'One move of a run.' },
);

const run = {
  run: orNull(text('A run id.'), 'The run id; null while nothing was submitted, and where several runs are told of.'),
  runs: Type.Optional(Type.Array(text('A run id.'), { description: 'Of resume: the runs, where they are several.' })),
  rows: Type.Array(row, { description: 'By number.' }),
  counts,
  submitted: count('How many rows have a task.'),
  failedFile: orNull(text('A path.'), "A file with the rows to repeat, in the input's form."),
  planFile: Type.Optional(orNull(text('A path.'), 'Where --plan-out saved the plan; null where no row was ready.')),
  dryRun: Type.Optional(orNull(dryRun, 'The dry run, where there is one row only.')),
  planId: Type.Optional(planId('Of apply: the id of the plan, or of all plans in the file together.')),
  retryOf: Type.Optional(text('Of retry: the run whose rows were tried again.')),
  file: Type.Optional(text('Of wave: the file that was read.')),
  leftOut: Type.Optional(count('Of wave: lines that were read and left out on purpose.')),
  findings,
  timeZone,
};

const readable = Type.Object(
  {
    run: text('The run id.'),
    readable: Type.Literal(true),
    at: time('When it was confirmed.'),
    ...face,
    mode: oneOf(modes),
    change: orNull(Type.String(), 'The change number.'),
    counts,
  },
  { description: 'A run of this computer.' },
);

const unreadable = Type.Object(
  { run: text('The run id.'), readable: Type.Literal(false) },
  { description: 'A run whose record cannot be read; findings say why.' },
);

export const runningDocuments = [
  documentOf('run', {
    title: 'One run',
    description: 'A run with its rows, after apply, resume, retry or wave, and from runs RUN.',
    body: run,
  }),
  documentOf('runs', {
    title: 'Runs of this computer',
    description: 'What was submitted from here, newest first.',
    body: {
      runs: Type.Array(Type.Union([readable, unreadable]), { description: 'Newest first.' }),
      findings,
      timeZone,
    },
  }),
];
