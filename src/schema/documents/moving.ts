import Type from 'typebox';
import { count, orNull, text } from '../basics.ts';
import { documentOf, timeZone } from '../document.ts';
import { findings } from '../finding.ts';
import { dryRun, plan } from '../plan.ts';
import { task } from '../task.ts';

const body = {
  plan: orNull(plan, 'What was planned; null when the answers did not make a plan.'),
  dryRun: orNull(dryRun, 'The last dry run; null when there was none.'),
  task: orNull(task, 'The task; null before anything was submitted.'),
  submitted: count('How many tasks there are now because of this: 0 or 1.'),
  run: orNull(text('A run id.'), 'The run it was recorded in, for status, watch, resume and runs.'),
  planFile: Type.Optional(orNull(text('A path.'), 'Where --plan-out saved the plan; null where it was not ready.')),
  findings,
  timeZone,
};

export const movingDocuments = [
  documentOf('migrate', {
    title: 'One migration',
    description: 'What came of crossorg migrate, wherever it stopped.',
    body,
  }),
  documentOf('demo', {
    title: 'The demonstration',
    description: 'The same for the story that crossorg demo tells on the simulator.',
    body,
  }),
];
