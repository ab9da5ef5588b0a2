import type { PlannedMove } from '../plan/plan.ts';

/**
 * Texts that name the source of a move across runs: two moves with one in common are about the same source. A user
 * given by object id and by sign-in name has both.
 */
export function sourceTexts({ plan, endpoint, tenants }: PlannedMove): readonly string[] {
  const scope = `${endpoint} ${tenants.sourceTenantId ?? ''}`;
  return namesOf(plan).map((name) => `${scope} ${name}`.toLowerCase());
}

function namesOf(plan: PlannedMove['plan']): string[] {
  switch (plan.type) {
    case 'user': {
      const id = plan.source.by === 'id' ? [`user id ${plan.source.id}`] : [];
      const upn = plan.source.by === 'upn' ? plan.source.upn : plan.sourceUpn;
      return upn === null ? id : [`user ${upn}`, ...id];
    }
    case 'site':
      return [`site ${plan.source.url.replace(/\/+$/, '')}`];
    case 'group':
      return [`group ${plan.source.mailNickname}`];
  }
}

export function sameSource(one: PlannedMove, other: PlannedMove): boolean {
  const texts = sourceTexts(other);
  return sourceTexts(one).some((text) => texts.includes(text));
}
