import { quotePosix } from '../plan/command.ts';
import type { Finding, NextStep } from '../plan/finding.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { DryRunReport, Session, State, StateOf } from '../wizard/state.ts';
import { whyNotSubmit } from '../wizard/submit-word.ts';
import { taskFinding } from '../wizard/task-finding.ts';
import { commandLine, plainCommand, wayBack } from '../wizard/way-back.ts';
import { besideFindings, nextSteps as stepsOf, uniqueSteps } from './output.ts';

/** What to do after a migration stopped in this state; empty after a plain success. */
export function nextSteps(state: State, report: DryRunReport | null): NextStep[] {
  const findings = findingsOf(state, report);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return uniqueSteps([...stepsOf(errors), ...ownSteps(state, findings), ...stepsOf(findings)]);
}

/** What to do beside what the findings say. */
export const ownSteps = (state: State, findings: readonly Finding[]): NextStep[] =>
  besideFindings(stepsAfter(state), findings);

function stepsAfter(state: State): NextStep[] {
  switch (state.status) {
    case 'dryRunDone':
      return state.report.clean ? submitIt(state) : [];
    case 'reviewing':
    case 'dryRunning':
      return [startAgain];
    case 'confirming':
      return state.waitingFor === null ? [] : [startAgain];
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
      return [];
  }
}

/** The flags that confirm a submission: on a profile's first live use, the target's name beside the word. */
export const confirmFlags = (word: string, { targetWord }: Pick<Session, 'targetWord'>): string =>
  quotePosix(['--confirm', word, ...(targetWord === undefined ? [] : ['--confirm-target', targetWord])]);

/** A read-only profile has nothing more to do. */
function submitIt({ session }: State): NextStep[] {
  if (whyNotSubmit(session) !== null) return [];
  const text = `Submit it: run the same command without --dry-run and with ${confirmFlags('yes', session)}.`;
  return [{ do: text, who: 'you' }];
}

const startAgain: NextStep = {
  do: 'Nothing was submitted. Run the same command again when you are ready.',
  who: 'you',
};

const step = (text: string, state: State, ...words: string[]): NextStep => ({
  do: text,
  who: 'you',
  command: commandLine(state.session, ...words),
});

const back = (text: string, state: State): NextStep => ({ do: text, who: 'you', command: wayBack(state) });

function afterRefusal(state: StateOf<'refused'>): NextStep[] {
  const isTaken = state.conflict && state.findings.some(({ field }) => field === 'task' || field === 'source');
  return isTaken ? [step('See how it stands.', state, 'status', state.typed.source?.text ?? '')] : [];
}

function afterEnd(state: StateOf<'finished'>): NextStep[] {
  const { task, runId } = state.followed;
  const report = step('Write a report of it for your records.', state, 'report', runId);
  if (task?.state === 'completed') return [report];
  if (task?.state === 'failed' && task.error)
    return [{ do: 'Read what the code means.', who: 'you', command: plainCommand('explain', task.error.code) }, report];
  return [step('See what was planned, to plan it again.', state, 'runs', runId), report];
}

/** What there is to say where it stopped, warnings of the dry run included; `report` is the last one there was. */
export const findingsOf = (state: State, report: DryRunReport | null): Finding[] =>
  inPlace(rawFindings(state, report), state.session);

function rawFindings(state: State, report: DryRunReport | null): readonly Finding[] {
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
      return [...warningsOf(state.report), ...state.findings];
    default:
      return [...warningsOf(report), ...aboutTask(state)];
  }
}

const warningsOf = (report: DryRunReport | null): Finding[] =>
  report?.findings.filter(({ severity }) => severity !== 'error') ?? [];

type Following = Extract<State, { followed: unknown }>;

function aboutTask({ followed, session }: Following): Finding[] {
  const about = followed.task && taskFinding(followed.task, followed.move, session);
  return [...followed.findings, about, followed.trouble].filter((one) => one !== null);
}
