import { contentRules, readyRules } from './content-rules.ts';
import { factsOf } from './facts.ts';
import { groupRules, siteRules } from './place-rules.ts';
import { queueRules } from './queue-rules.ts';
import { firstOf, type Rule } from './rule.ts';
import { tenantRules } from './tenant-rules.ts';
import { userRules } from './user-rules.ts';
import type { Move, Problem, World } from './world.ts';

const kindRules: Record<Move['kind'], readonly Rule[]> = { user: userRules, site: siteRules, group: groupRules };

/** The service's order: the tenants, the queue, the source and target of this kind, what would be moved. */
const rulesFor = (kind: Move['kind']): readonly Rule[] => [
  ...tenantRules,
  ...queueRules,
  ...kindRules[kind],
  ...contentRules,
  ...readyRules,
];

/** The one problem that the service reports for a move, the same for dry runs and creates; null when there is none. */
export const problemOf = (world: World, move: Move): Problem | null =>
  firstOf(rulesFor(move.kind), factsOf(world, move));

/** What stops a move when its turn comes: locks and targets may have changed since it was accepted. */
export const problemAtStart = (world: World, move: Move): Problem | null => firstOf(contentRules, factsOf(world, move));
