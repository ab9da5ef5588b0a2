import type { NextStep } from '../plan/finding.ts';
import type { State, StateOf } from '../wizard/state.ts';
import { commandLine, wayBack } from '../wizard/way-back.ts';

/** What to do after a migration stopped in this state; empty after a plain success. */
export function nextSteps(state: State): NextStep[] {
  switch (state.status) {
    case 'dryRunDone':
      return afterDryRun(state);
    case 'watching':
    case 'cancelling':
      return [back('Watch it.', state)];
    case 'unconfirmed':
      return [back('Find out whether the task exists. Nothing is sent again by this.', state)];
    case 'submitting':
      return [back('Find out what came of the submission.', state)];
    case 'refused':
      return afterRefusal(state);
    case 'finished':
      return afterEnd(state);
    default:
      return findingsOf(state).flatMap((finding) => finding.next);
  }
}

const step = (text: string, state: State, ...words: string[]): NextStep => ({
  do: text,
  who: 'you',
  command: commandLine(state.session, ...words),
});

const back = (text: string, state: State): NextStep => ({ do: text, who: 'you', command: wayBack(state) });

function afterDryRun(state: StateOf<'dryRunDone'>): NextStep[] {
  if (!state.report.clean) return state.report.findings.flatMap((finding) => finding.next);
  return [{ do: 'Submit it: run the same command without --dry-run and with --confirm yes.', who: 'you' }];
}

function afterRefusal(state: StateOf<'refused'>): NextStep[] {
  const fromFindings = state.findings.flatMap((finding) => finding.next);
  const source = state.typed.source?.text;
  return state.conflict && source
    ? [...fromFindings, step('See the task that exists.', state, 'status', source)]
    : fromFindings;
}

function afterEnd(state: StateOf<'finished'>): NextStep[] {
  const { task } = state.followed;
  if (task?.state === 'completed') return [];
  if (task?.state === 'failed')
    return [step('Read what the code means.', state, 'explain', task.error?.code ?? 'failed')];
  return [step('Plan it again when it may go.', state, 'runs', state.followed.runId)];
}

/** What the state has to say about the plan, warnings included. */
export function findingsOf(state: State): NextFindings {
  switch (state.status) {
    case 'asking':
    case 'reviewing':
    case 'dryRunning':
      return state.findings;
    case 'dryRunDone':
    case 'submitting':
      return state.report.findings;
    case 'confirming':
      return [...state.report.findings, ...state.findings];
    case 'refused':
      return state.findings;
    default:
      return [...state.followed.findings, ...(state.followed.trouble ? [state.followed.trouble] : [])];
  }
}

type NextFindings = StateOf<'asking'>['findings'];
