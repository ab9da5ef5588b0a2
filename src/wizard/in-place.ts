import type { Finding, NextStep } from '../plan/finding.ts';
import type { Session } from './state.ts';
import { commandLine } from './way-back.ts';

/** Commands that ask a tenant, or read what was recorded about one. */
const asksTenant = /^crossorg (migrate|status|watch|cancel|runs|resume|retry|report|whoami|doctor)\b/;

/** Commands that need to know whose sign-in is meant, and nothing else. */
const signsIn = /^crossorg (login|logout)\b/;

/** Steps whose commands lead back to the place they are about: one copied from the simulator must not reach a tenant. */
function stepsInPlace<T extends readonly NextStep[]>(steps: T, session: Session): T {
  const flags = commandLine(session).slice('crossorg'.length);
  const profile = session.profile === null ? '' : ` --profile ${session.profile}`;
  const placed = steps.map((step) => {
    const { command } = step;
    if (!command) return step;
    const added = asksTenant.test(command) ? flags : signsIn.test(command) ? profile : '';
    return command.includes(added) ? step : { ...step, command: command + added };
  });
  return placed as readonly NextStep[] as T;
}

/** The same for findings. */
export const inPlace = (findings: readonly Finding[], session: Session): Finding[] =>
  findings.map((finding) => ({ ...finding, next: stepsInPlace(finding.next, session) }));
