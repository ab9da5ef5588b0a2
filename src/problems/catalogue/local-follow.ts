import type { LocalWords } from '../rule.ts';

/** What is noticed while a task is followed or cancelled. */
export const followWords = {
  stuck: {
    from: 'service',
    field: 'task',
    severity: 'warning',
    retry: 'wait',
    exit: 8,
    what: 'The move of {source} has not changed for {seconds}.',
    why: 'The service reports no progress inside a move. Large ones take hours; waiting in the queue is normal too.',
    next: [
      { do: 'Let it be. Watching or not makes no difference to it.', who: 'nobody' },
      {
        do: 'After a day without change, open a case with Microsoft and give the task id.',
        who: 'Microsoft support',
        command: 'crossorg bundle',
      },
    ],
  },
  watchTimedOut: {
    from: 'check',
    field: 'command',
    retry: 'wait',
    exit: 8,
    what: 'The time given to watch is over. The work goes on in the service.',
    why: '--timeout ends the watching only.',
    next: [{ do: 'Watch on whenever you like.', who: 'you', command: 'crossorg watch {what}' }],
  },
  cancelNotYetConfirmed: {
    from: 'service',
    field: 'task',
    severity: 'warning',
    retry: 'wait',
    exit: 5,
    what: 'The service took the request to cancel, but the task does not read as cancelled yet.',
    why: 'It says {status}. The service may still let it run.',
    next: [
      { do: 'Look again in a minute. Only "cancelled" is sure.', who: 'you', command: 'crossorg status {taskId}' },
    ],
  },
  cancelNotPossible: {
    from: 'check',
    field: 'task',
    retry: 'never',
    exit: 9,
    what: 'The move of {source} can no longer be cancelled.',
    why: 'It says {status}. Only what still waits in the queue can be cancelled.',
    next: [
      {
        do: 'Let it finish, then decide what to do with the result.',
        who: 'nobody',
        command: 'crossorg status {taskId}',
      },
    ],
  },
  taskCancelled: {
    from: 'service',
    field: 'task',
    retry: 'fix',
    exit: 6,
    what: 'The move of {source} was cancelled. Nothing was moved.',
    why: 'Somebody cancelled it, or it had not started by its latest start and the service cancelled it.',
    next: [{ do: 'If it is still wanted, start again with a new dry run and a later latest start.', who: 'you' }],
  },
  taskEndedUnknown: {
    from: 'service',
    field: 'task',
    retry: 'never',
    exit: 6,
    what: 'The move of {source} ended with a word crossorg does not know: {status}.',
    why: 'Whether it worked cannot be told from that.',
    next: [
      { do: 'Look at the target: is the content there and complete?', who: 'target admin' },
      { do: 'Look for a newer version of crossorg.', who: 'you', command: 'crossorg -V' },
    ],
  },
  clockSkew: {
    from: 'program',
    field: 'program',
    severity: 'warning',
    retry: 'fix',
    exit: 0,
    what: 'The clock of this computer is off by {seconds}.',
    why: 'Times you type are read by this clock, so a move could start earlier or later than you mean.',
    next: [{ do: 'Set the clock of this computer, then check the times again.', who: 'you' }],
  },
} as const satisfies Record<string, LocalWords>;
