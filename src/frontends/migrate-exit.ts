import type { Finding } from '../plan/finding.ts';
import { exitCodeForFindings, exitCodeForRejected, exits } from '../problems/exit.ts';
import type { ExitCode } from '../problems/rule.ts';
import type { State, StateOf } from '../wizard/state.ts';

/** The exit code of a migration that stopped in this state by itself. */
export function exitCodeOf(state: State, { watched }: { watched: boolean }): ExitCode {
  switch (state.status) {
    case 'dryRunDone':
      return state.report.clean ? 0 : exitCodeForFindings(state.report.findings);
    case 'refused':
      return afterRefusal(state);
    case 'unconfirmed':
      return 7;
    case 'watching':
      return afterSubmission(state, watched);
    case 'finished':
      return afterEnd(state, watched);
    case 'asking':
    case 'confirming':
      return exitCodeForFindings(state.findings);
    default:
      return 0;
  }
}

/** What the service refused after it was sent is 6; sign-in, unreachable and a broken disk keep the code of their reason. */
function afterRefusal(state: StateOf<'refused'>): ExitCode {
  if (state.conflict) return exitCodeForConflict(state.findings);
  return state.runId === null ? exitCodeForFindings(state.findings) : exitCodeForRejected(state.findings);
}

/** A record that cannot be written stands in the way like another task, but only somebody at this computer can help. */
export const exitCodeForConflict = (findings: readonly Finding[]): ExitCode =>
  exitCodeForFindings(findings) === exits.fault ? exits.fault : exits.conflict;

/** A task that is not the confirmed plan is an alarm, however it ends. */
function afterSubmission({ followed }: StateOf<'watching'>, watched: boolean): ExitCode {
  const { findings, trouble } = followed;
  return exitCodeForFindings(watched && trouble ? [...findings, trouble] : findings);
}

function afterEnd({ followed }: StateOf<'finished'>, watched: boolean): ExitCode {
  const isAsked = !watched || followed.task?.state === 'completed';
  return isAsked ? exitCodeForFindings(followed.findings) : 6;
}
