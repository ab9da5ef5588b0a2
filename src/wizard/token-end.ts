import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import { bothTimes } from '../plan/schedule.ts';
import { localFinding } from '../problems/explain.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { Session } from './state.ts';

/** Until when a move may start: the end of its window, else its start; null where it starts as soon as it can. */
const lastStart = ({ plan: { start, latestStart } }: PlannedMove): number | null =>
  latestStart ?? (start === 'now' ? null : start);

/** The same for many moves, said once: how many of them, and the last of their times. */
export function tokenEndOfMany({ tokenEndsAt, zone }: Session, moves: readonly PlannedMove[]): Finding[] {
  if (tokenEndsAt === undefined) return [];
  const late = moves.map(lastStart).filter((until) => until !== null && until > tokenEndsAt);
  const last = late.reduce((latest: number, until) => Math.max(latest, until ?? latest), tokenEndsAt);
  if (late.length === 0) return [];
  return [
    localFinding('tokenEndsEarlyForMany', {
      what: late.length === 1 ? '1 move has' : `${late.length} moves have`,
      actual: bothTimes(tokenEndsAt, zone),
      expected: bothTimes(last, zone),
    }),
  ];
}

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
