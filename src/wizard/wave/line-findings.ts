import { type Finding, hasErrors } from '../../plan/finding.ts';
import type { Session } from '../state.ts';
import { taskFinding } from '../task-finding.ts';
import { isQuiet } from './attention.ts';
import type { WaveLine } from './wave-state.ts';

/** All there is to say about a row, what is nearest to it first. */
export function lineFindings(
  { task, move, findings, trouble, check, own, state }: WaveLine,
  session: Session,
): Finding[] {
  const ended = task === null || move === null ? null : taskFinding(task, move, session);
  const before = state === 'draft' ? [...(check?.findings ?? []), ...own] : [];
  const last = trouble ? [trouble] : [];
  // Of a lost answer the last look knows more than the loss itself.
  const sent = state === 'unconfirmed' ? [...last, ...findings] : [...findings, ...last];
  return [...(ended ? [ended] : []), ...sent, ...before];
}

/** What can be asked for again: it failed, was cancelled, was refused, or its dry run was not clean. */
export const mayRetry = ({ state, findings, check }: WaveLine): boolean =>
  state === 'failed' ||
  state === 'cancelled' ||
  (state === 'draft' && hasErrors([...findings, ...(check?.findings ?? [])]));

/** The service has not spoken about it for much longer than usual. */
export const quietText = (line: WaveLine, now: number): string | null =>
  isQuiet(line, now) ? 'The service has not touched this task for much longer than usual.' : null;
