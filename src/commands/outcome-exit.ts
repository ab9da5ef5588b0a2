import { exitCodeForConflict } from '../frontends/migrate-exit.ts';
import { exitCodeForFindings, exitCodeForRejected, exits } from '../problems/exit.ts';
import type { SubmitOutcome } from '../wizard/event.ts';

/** The exit code of one submission on its own: 0 when it has its task, an alarm about it apart. */
export function exitCodeForOutcome({ result, findings }: SubmitOutcome): number {
  if (result === 'accepted' || result === 'adopted') return exitCodeForFindings(findings);
  if (result === 'unconfirmed') return exits.unreachable;
  return result === 'conflict' ? exitCodeForConflict(findings) : exitCodeForRejected(findings);
}

/** What a script should know first when nothing at all went through. */
const worstFirst: readonly number[] = [
  exits.fault,
  exits.signIn,
  exits.unreachable,
  exits.conflict,
  exits.failed,
  exits.notReady,
];

/** One code for several rows: their common one; 5 when only some went through. */
export function exitCodeForRows(codes: readonly number[]): number {
  const all = new Set(codes);
  const [only = exits.done] = all;
  if (all.size <= 1) return only;
  if (all.has(exits.done)) return exits.mixed;
  return worstFirst.find((code) => all.has(code)) ?? exits.mixed;
}
