import { createHash } from 'node:crypto';
import { parametersOf } from './parameters.ts';
import type { Plan, PlannedMove, Tenants } from './plan.ts';

/** JSON with its keys sorted, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
    .join(',')}}`;
}

/** SHA-256 in lower-case hex over the canonical JSON of a value. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/**
 * Binds a plan to its endpoint and tenants. The id covers both and the parameters without `validateOnly`; and the
 * sign-in name given beside an object id, because it decides whose task is looked up.
 */
export function planMove(plan: Plan, endpoint: string, tenants: Tenants): PlannedMove {
  const sourceUpn = plan.type === 'user' ? plan.sourceUpn : null;
  return { plan, endpoint, tenants, id: planIdFor({ endpoint, tenants, parameters: parametersOf(plan), sourceUpn }) };
}

/** Everything that a plan id stands for. */
export type Identified = {
  endpoint: string;
  tenants: Tenants;
  parameters: Readonly<Record<string, unknown>>;
  sourceUpn: string | null;
};

/** The id of a plan by what it covers: `planMove` has it for plans. */
export const planIdFor = ({ endpoint, tenants, parameters, sourceUpn }: Identified): string =>
  hashOf({ endpoint, ...tenants, parameters, sourceUpn: sourceUpn ?? undefined });

/** Whether a move still is what its id says. One read from a file may have any shape, also one that has no id at all. */
export function isIntact(planned: PlannedMove): boolean {
  try {
    return planMove(planned.plan, planned.endpoint, planned.tenants).id === planned.id;
  } catch {
    return false;
  }
}
