import type { PlannedMove } from '../plan/plan.ts';
import { sourceNames } from '../tasks/source-key.ts';

/**
 * Texts that name the source of a move across runs: two moves with one in common are about the same source. A user
 * given by object id and by sign-in name has both.
 */
export function sourceTexts({ plan, endpoint, tenants }: PlannedMove): readonly string[] {
  const scope = `${endpoint} ${tenants.sourceTenantId ?? ''} ${plan.type}`;
  return sourceNames(plan).map((name) => `${scope} ${name}`.toLowerCase());
}

export function sameSource(one: PlannedMove, other: PlannedMove): boolean {
  const texts = sourceTexts(other);
  return sourceTexts(one).some((text) => texts.includes(text));
}
