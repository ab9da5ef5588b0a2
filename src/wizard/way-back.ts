import { quotePosix } from '../plan/command.ts';
import { cleanText } from '../problems/clean.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { Session, State } from './state.ts';

/** Where something was done; the head of a recorded run says as much. */
type Around = Pick<Session, 'mode' | 'profile' | 'saved' | 'endpoint' | 'source'>;

/** What leads a command back to the same place: one copied from the simulator must not reach a tenant. */
export const placeOf = (session: Around) => ({
  simulator: session.mode === 'simulator',
  profile: session.profile,
  saved: session.saved ?? null,
  graphUrl: session.mode === 'custom' ? session.endpoint : null,
  sourceTenant: session.mode === 'simulator' || session.profile !== null ? null : session.source.tenantId,
});

function sessionFlags(session: Around): string[] {
  const { simulator, profile, graphUrl, sourceTenant } = placeOf(session);
  return [
    ...(simulator ? ['--simulator'] : []),
    ...(profile === null ? [] : ['--profile', profile]),
    ...(graphUrl === null ? [] : ['--graph-url', graphUrl]),
    ...(sourceTenant === null ? [] : ['--source-tenant', sourceTenant]),
  ];
}

/** A command as one line for a shell. Its words may come from a tenant, so they are cleaned and quoted. */
export const commandLine = (session: Around, ...words: string[]): string =>
  plainCommand(...words, ...sessionFlags(session));

/** The same for commands that work anywhere. */
export const plainCommand = (...words: string[]): string =>
  quotePosix(['crossorg', ...words.map((word) => cleanText(word))]);

/** The command that finds the task, or the run, of this state again. */
export function wayBack(state: State): string {
  if (state.status === 'submitting') return commandLine(state.session, 'status', sourceLabel(state.move.plan));
  if (!('followed' in state)) return commandLine(state.session, 'migrate');
  const { runId, task } = state.followed;
  return state.status === 'unconfirmed'
    ? commandLine(state.session, 'resume', runId)
    : commandLine(state.session, 'watch', task?.id ?? runId);
}
