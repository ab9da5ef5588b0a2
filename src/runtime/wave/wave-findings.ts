import { type Finding, finding } from '../../plan/finding.ts';

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
