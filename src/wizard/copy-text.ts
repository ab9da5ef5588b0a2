import { commandFor, quotePosix } from '../plan/command.ts';
import type { State } from './state.ts';
import { placeOf, wayBack } from './way-back.ts';

/** What is worth taking along from a screen, and what it is called; null where nothing is. */
export type Copyable = { text: string; name: string };

export function copyableOf(state: State): Copyable | null {
  switch (state.status) {
    case 'reviewing':
      return { text: commandOf(state), name: 'command' };
    case 'dryRunDone':
      return requestOrPlan(state.report.requestId ?? state.report.clientRequestId, state.move.id);
    case 'refused':
      return requestOrPlan(idsIn(state), state.move.id);
    case 'unconfirmed':
      return { text: wayBack(state), name: 'command' };
    case 'watching':
    case 'cancelling':
    case 'finished':
      return state.followed.task?.id ? { text: state.followed.task.id, name: 'task id' } : null;
    default:
      return null;
  }
}

/** The same move as a command for a POSIX shell. */
export const commandOf = ({ typed, session }: Pick<State, 'typed' | 'session'>): string =>
  quotePosix(['crossorg', ...commandFor(typed, placeOf(session))]);

const requestOrPlan = (requestId: string | null, planId: string): Copyable =>
  requestId === null ? { text: planId, name: 'plan number' } : { text: requestId, name: 'request id' };

const idsIn = ({ findings }: Extract<State, { status: 'refused' }>): string | null =>
  findings.find(({ requestId }) => requestId !== null)?.requestId ?? null;
