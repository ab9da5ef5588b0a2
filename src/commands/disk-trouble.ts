import { type Finding, finding } from '../plan/finding.ts';

/** The record could not be written in the middle of the work: what was sent may not be in it. */
export const diskTrouble = ({ message }: Error): Finding =>
  finding(
    {
      field: 'ledger',
      code: 'ledgerStopped',
      what: 'The record of runs cannot be written any more, so crossorg stopped.',
      why: `The system says: ${message}. What was sent before goes on in the service.`,
      next: [
        { do: 'Make room on the disk, or give this account the right to write there.', who: 'you' },
        { do: 'Then find out what came of it. Nothing is sent twice.', who: 'you', command: 'crossorg resume --last' },
      ],
    },
    { from: 'program' },
  );
