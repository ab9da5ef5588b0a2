import type { Finding } from '../../src/plan/finding.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { explain } from '../../src/problems/explain.ts';
import { contextOf } from '../../src/wave/findings.ts';
import { noon, session } from './session.ts';

const meta = {
  status: 200,
  requestId: '9d0c0000-0000-4000-8000-000000000041',
  clientRequestId: 'c-1',
  date: noon,
};

/** What a dry run says of two tenants that do not trust each other. */
export const trustMissing = (move: PlannedMove): Finding =>
  explain(
    {
      kind: 'task',
      call: 'validate',
      meta,
      code: 'MnATrustNoSetupForPartner',
      message:
        'There is no Cross-Tenant relationship established for partner https://fabrikam-my.sharepoint.com and role target.',
      rawStatus: 'failed',
      taskId: null,
    },
    contextOf(move, session),
  );

/** What a submission comes to when nobody has the licence. */
export const notLicensed = (move: PlannedMove): Finding =>
  explain(
    {
      kind: 'http',
      call: 'create',
      meta: { ...meta, status: 400 },
      code: 'MnAOdbUsersAreNotLicensed',
      message: 'Neither the source nor the target user is licensed.',
      innerCodes: [],
      retryAfterMs: null,
    },
    contextOf(move, session),
  );

/** What a look comes to when no answer came. */
export const noAnswer = (move: PlannedMove): Finding =>
  explain(
    { kind: 'network', call: 'read', reason: 'timeout', reached: 'maybe', clientRequestId: 'c-1', detail: '' },
    contextOf(move, session),
  );
