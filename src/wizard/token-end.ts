import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { bothTimes } from '../plan/schedule.ts';
import { localFinding } from '../problems/explain.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { Session } from './state.ts';

/** Until when a move may start: the end of its window, else its start; null where it starts as soon as it can. */
const lastStart = ({ plan: { start, latestStart } }: PlannedMove): number | null =>
  latestStart ?? (start === 'now' ? null : start);

/** A token that was brought is not renewed: where it ends before the move has to have started, nobody here sees it start. */
export function tokenEndFindings({ tokenEndsAt, zone }: Session, move: PlannedMove): Finding[] {
  const until = lastStart(move);
  if (tokenEndsAt === undefined || until === null || tokenEndsAt >= until) return [];
  return [
    localFinding('tokenEndsEarly', {
      actual: bothTimes(tokenEndsAt, zone),
      expected: bothTimes(until, zone),
      source: sourceLabel(move.plan),
    }),
  ];
}
