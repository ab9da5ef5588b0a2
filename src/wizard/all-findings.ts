import type { Finding } from '../plan/finding.ts';
import { inPlace } from './in-place.ts';
import type { State } from './state.ts';
import { taskFinding } from './task-finding.ts';

/** All there is to say in a state, what is nearest to it first; its commands lead back to the same place. */
export const allFindings = (state: State): Finding[] => inPlace(rawFindings(state), state.session);

function rawFindings(state: State): readonly Finding[] {
  if (!('followed' in state))
    return [...('findings' in state ? state.findings : []), ...('report' in state ? state.report.findings : [])];
  const { task, move, findings, trouble } = state.followed;
  const ended = task === null ? null : taskFinding(task, move, state.session);
  return [...(ended ? [ended] : []), ...findings, ...(trouble ? [trouble] : [])];
}
