import { type Finding, finding } from '../../plan/finding.ts';

/** Signed in, but the disk did not take it. */
export const notKept = ({ message }: Error): Finding =>
  finding(
    {
      field: 'signIn',
      code: 'signInNotKept',
      what: 'The sign-in worked, but it cannot be written down, so it is lost.',
      why: `The system says: ${message}`,
      next: 'Make room on the disk, or give this account the right to write to the state folder, and sign in again.',
    },
    { from: 'program' },
  );

/** Signed in still: the disk kept what was to go. */
export const notRemoved = ({ message }: Error): Finding =>
  finding(
    {
      field: 'signIn',
      code: 'signInNotRemoved',
      what: 'The kept sign-in cannot be removed, so it is still there.',
      why: `The system says: ${message}`,
      next: 'Give this account the right to write to the folder sign-in of the state folder, and sign out again.',
    },
    { from: 'program' },
  );
