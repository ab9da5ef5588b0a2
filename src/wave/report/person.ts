import type { Plan } from '../../plan/plan.ts';
import type { Task } from '../../tasks/task.ts';

/** The addresses of one person before and after; null where only an object id is known. */
export type Person = { oldAddress: string | null; newAddress: string | null };

/** Who is moved, or null for a site or a group. The service often fills in the name where an object id was given. */
export function personIn(plan: Plan, task: Task | null): Person | null {
  if (plan.type !== 'user') return null;
  const { source, sourceUpn, target } = plan;
  const echo = task?.parameters;
  return {
    oldAddress: (source.by === 'upn' ? source.upn : sourceUpn) ?? nameIn(echo?.sourceUserIdentity),
    newAddress: target.by === 'upn' ? target.upn : nameIn(echo?.targetUserIdentity),
  };
}

/** What the service wrote may be of any kind. */
function nameIn(identity: { userPrincipalName?: unknown } | undefined): string | null {
  const name = identity?.userPrincipalName;
  return typeof name === 'string' && name.includes('@') ? name : null;
}
