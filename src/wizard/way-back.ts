import type { Session, State } from './state.ts';

/** The flags that lead back to the same place: a command copied from the simulator must not reach a tenant. */
export function sessionFlags(session: Session): string[] {
  if (session.mode === 'simulator') return ['--simulator'];
  return [
    ...(session.profile === null ? [] : ['--profile', session.profile]),
    ...(session.mode === 'custom' ? ['--graph-url', session.endpoint] : []),
  ];
}

export const commandLine = (session: Session, ...words: string[]): string =>
  ['crossorg', ...words, ...sessionFlags(session)].join(' ');

/** The command that finds the task, or the run, of this state again. */
export function wayBack(state: State): string {
  if (state.status === 'submitting') return commandLine(state.session, 'resume', '--last');
  if (!('followed' in state)) return commandLine(state.session, 'migrate');
  const { runId, task } = state.followed;
  return state.status === 'unconfirmed'
    ? commandLine(state.session, 'resume', runId)
    : commandLine(state.session, 'watch', task?.id ?? runId);
}
