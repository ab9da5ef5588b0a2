import { type Finding, finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { type Difference, differences } from './differences.ts';
import type { Task } from './task.ts';

/**
 * Compares the answer to a live create with what was confirmed. Another source, target or destination, or a mere dry
 * run, is an alarm and not a success; another schedule is a warning.
 */
export function compareEcho(move: PlannedMove, task: Task): readonly Finding[] {
  const alarms = differences(move, task).map((difference) => differenceFinding(difference, task));
  return task.parameters.validateOnly === true ? [onlyValidated(task), ...alarms] : alarms;
}

const words: Record<Difference['name'], string> = {
  type: 'type',
  source: 'source',
  sourceUpn: 'source sign-in name',
  target: 'target',
  targetBy: 'target',
  targetHost: 'target host',
  targetOrgId: 'target organization id',
  targetLocation: 'target data location',
  start: 'start time',
  latestStart: 'latest start',
};

function differenceFinding({ name, ours, theirs }: Difference, task: Task): Finding {
  const schedule = name === 'start' || name === 'latestStart';
  return finding(
    {
      field: name,
      code: 'echoDiffers',
      what: `The service's ${words[name]} is ${theirs}; confirmed was ${ours}.`,
      why: schedule
        ? 'The service repeated the request with another time, so the move may start at that time.'
        : 'The service repeated the request with another value, so the task may not do what was confirmed.',
      next: [
        { do: 'Cancel the task before it starts, then read back that it is cancelled.', who: 'you', ...cancel(task) },
        { do: 'Keep the request ids for Microsoft support.', who: 'you' },
      ],
    },
    { severity: schedule ? 'warning' : 'error', from: 'service' },
  );
}

const onlyValidated = (task: Task): Finding =>
  finding(
    {
      field: 'task',
      code: 'echoDiffers',
      what: 'The service took the confirmed move as a dry run, so nothing may be moving.',
      why: 'Its answer says validateOnly: true, although the request said false.',
      next: [
        { do: 'Look up the source to see whether there is a task.', who: 'you', ...status(task) },
        { do: 'Keep the request ids for Microsoft support.', who: 'you' },
      ],
    },
    { from: 'service' },
  );

const cancel = (task: Task) => command('cancel', task);
const status = (task: Task) => command('status', task);

/** Only an id that a shell takes as one plain word becomes part of a command. */
const command = (name: string, { id }: Task): { command?: string } =>
  id !== null && /^\w[\w-]*$/.test(id) ? { command: `crossorg ${name} ${id}` } : {};
