import Type from 'typebox';
import { documentOf, timeZone } from '../document.ts';
import { findings } from '../finding.ts';
import { listedTask } from '../task.ts';

const body = {
  tasks: Type.Array(listedTask, { description: 'What was looked at, in the order of the command line.' }),
  findings,
  timeZone,
};

export const followingDocuments = [
  documentOf('status', {
    title: 'State of tasks',
    description: 'The state of tasks, asked once. exitCode is 0 whatever the state.',
    body,
  }),
  documentOf('watch', { title: 'Watched tasks', description: 'Tasks at the end of crossorg watch.', body }),
  documentOf('cancel', {
    title: 'Cancelled tasks',
    description: 'Tasks as they were read back after cancelling.',
    body,
  }),
];
