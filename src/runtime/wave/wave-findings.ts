import { type Finding, finding } from '../../plan/finding.ts';
import { cleanText } from '../../problems/clean.ts';

export const queueLimit = (limit: number): Finding =>
  finding(
    {
      field: 'service',
      code: 'pendingLimit',
      what: `${limit} tasks of this run wait in the service, which is as many as are allowed.`,
      why: 'A source takes 4,000 at most, and other admins need room too.',
      next: 'Nothing: the next row is sent when one of them has begun.',
    },
    { severity: 'info', from: 'service' },
  );

const longestName = 120;

/** `crossorg cancel RUN` was called elsewhere while this process sent the rows of the run. */
export const stoppedFromElsewhere = (runId: string, by: string): Finding =>
  finding(
    {
      field: 'run',
      code: 'runStopped',
      what: `${cleanText(by, { maxLength: longestName }) || 'Somebody'} asked to stop this run, so nothing more of it is sent.`,
      why: 'The run is being cancelled in another window. What was sent before that is being cancelled there.',
      next: [
        { do: 'See how it stands.', who: 'you', command: `crossorg runs ${runId}` },
        { do: 'Send what is left, if that is wanted after all.', who: 'you', command: `crossorg resume ${runId}` },
      ],
    },
    { from: 'check' },
  );
