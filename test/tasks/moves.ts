import { planMove } from '../../src/plan/id.ts';
import type { Plan, PlannedMove } from '../../src/plan/plan.ts';
import { readTask } from '../../src/tasks/read.ts';
import type { Task } from '../../src/tasks/task.ts';

export const endpoint = 'https://graph.microsoft.com/beta';

const host = { by: 'host', host: 'https://fabrikam-my.sharepoint.com' } as const;
const when = { start: 'now', latestStart: null } as const;

export const userPlan: Plan & { type: 'user' } = {
  type: 'user',
  source: { by: 'upn', upn: 'dana@contoso.com' },
  sourceUpn: null,
  target: { by: 'upn', upn: 'dana.lee@fabrikam.com' },
  destination: host,
  ...when,
};

export const idPlan: Plan & { type: 'user' } = {
  ...userPlan,
  source: { by: 'id', id: 'da157a29-f793-4dd6-9c73-41d2c73c2546' },
  target: { by: 'id', id: 'cb53ea98-6151-44cc-9c21-098a3c3e3988' },
};

export const sitePlan: Plan & { type: 'site' } = {
  type: 'site',
  source: { url: 'https://contoso.sharepoint.com/sites/IT' },
  target: { url: 'https://fabrikam.sharepoint.com/sites/IT' },
  destination: host,
  ...when,
};

export const groupPlan: Plan & { type: 'group' } = {
  type: 'group',
  source: { mailNickname: 'finance' },
  target: { mailNickname: 'finance-eu' },
  destination: host,
  ...when,
};

const tenants = { sourceTenantId: null, targetTenantId: null };

export const moveOf = (plan: Plan, at = endpoint): PlannedMove => planMove(plan, at, tenants);

/** A task as the service would answer it. */
export function taskOf(json: object): Task {
  const task = readTask({ id: '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0', status: 'notStarted', ...json });
  if (!task.ok) throw new Error(task.error);
  return task.value;
}
