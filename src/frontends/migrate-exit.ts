import { exitCodeForFindings, exitCodeForRejected } from '../problems/exit.ts';
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
      return watched && state.followed.trouble ? exitCodeForFindings([state.followed.trouble]) : 0;
    case 'finished':
      return afterEnd(state, watched);
    case 'asking':
    case 'confirming':
      return exitCodeForFindings(state.findings);
    default:
      return 0;
  }
}

/** What the service refused after it was sent is 6; sign-in and unreachable keep the code of their reason. */
function afterRefusal(state: StateOf<'refused'>): ExitCode {
  if (state.conflict) return 9;
  return state.runId === null ? exitCodeForFindings(state.findings) : exitCodeForRejected(state.findings);
}

const afterEnd = ({ followed }: StateOf<'finished'>, watched: boolean): ExitCode =>
  !watched || followed.task?.state === 'completed' ? 0 : 6;
