import { ConfirmedMove } from '../plan/confirmed.ts';
import { type Finding, hasErrors } from '../plan/finding.ts';
import { progress } from '../plan/progress.ts';
import { baseOf, contextOf, only, reopen, reopenLast, settle } from './asking.ts';
import type { Effect, Event, Step } from './event.ts';
import type { Base, DryRunReport, EffectId, State, StateOf } from './state.ts';
import { whyNotSubmit, wordToSubmit } from './submit-word.ts';
import { tokenEndFindings } from './token-end.ts';

type EffectBody<E> = E extends Effect ? Omit<E, 'id'> : never;

/** A new state that waits for one new effect. */
export function waitFor(base: Base, effect: EffectBody<Effect>, state: (base: Base, id: EffectId) => State): Step {
  const id = base.effects + 1;
  return { state: state({ ...baseOf(base), effects: id }, id), effects: [{ ...effect, id } as Effect] };
}

export function whileReviewing(state: StateOf<'reviewing'>, event: Event): Step {
  switch (event.type) {
    case 'dryRunAsked':
      return startDryRun(state, event.at);
    case 'reopened':
      return only(reopen(state, event.to, event.at));
    case 'wentBack':
      return only(reopenLast(state, event.at));
    default:
      return only(state);
  }
}

/** Own checks run again first: time has passed, and a start may now lie behind us. */
export function startDryRun(base: Base, at: number): Step {
  const settled = settle(base, at);
  if (settled.status !== 'reviewing') return only(settled);
  const { move, findings } = settled;
  return waitFor(base, { type: 'dryRun', move, own: findings }, (next, waitingFor) => ({
    ...next,
    status: 'dryRunning',
    move,
    findings,
    waitingFor,
  }));
}

export function whileDryRunning(state: StateOf<'dryRunning'>, event: Event): Step {
  if (event.type === 'wentBack') return only(settle(state, event.at));
  if (event.type !== 'dryRunFinished' || event.effect !== state.waitingFor) return only(state);
  return only({ ...baseOf(state), status: 'dryRunDone', move: state.move, report: event.report });
}

export function whileDryRunDone(state: StateOf<'dryRunDone'>, event: Event): Step {
  switch (event.type) {
    case 'dryRunAsked':
      return startDryRun(state, event.at);
    case 'reopened':
      return only(reopen(state, event.to, event.at));
    case 'wentBack':
      return only(settle(state, event.at));
    case 'confirmationOpened':
      return isClean(state.report) ? openConfirmation(state, state.report) : only(state);
    default:
      return only(state);
  }
}

type CleanReport = StateOf<'confirming'>['report'];

const isClean = (report: DryRunReport): report is CleanReport => report.clean !== null;

function openConfirmation(state: StateOf<'dryRunDone'>, report: CleanReport): Step {
  const against = whyNotSubmit(state.session);
  return against === null ? askForWord(state, report) : only(refuseWord(state, report, against));
}

const refuseWord = (state: StateOf<'dryRunDone'>, report: CleanReport, against: Finding): StateOf<'confirming'> => ({
  ...baseOf(state),
  status: 'confirming',
  move: state.move,
  report,
  look: null,
  findings: [against],
  waitingFor: null,
});

const askForWord = (state: StateOf<'dryRunDone'>, report: CleanReport): Step =>
  waitFor(state, { type: 'lookUpSource', move: state.move }, (base, waitingFor) => ({
    ...base,
    status: 'confirming',
    move: state.move,
    report,
    look: null,
    findings: [],
    waitingFor,
  }));

export function whileConfirming(state: StateOf<'confirming'>, event: Event): Step {
  switch (event.type) {
    case 'wentBack':
      return only(settle(state, event.at));
    case 'reopened':
      return only(reopen(state, event.to, event.at));
    case 'sourceLookedUp':
      if (event.effect !== state.waitingFor) return only(state);
      return only({
        ...state,
        look: event.look,
        findings: [...event.findings, ...tokenEndFindings(state.session, state.move)],
        waitingFor: null,
      });
    case 'confirmed':
      return afterWord(state, event.word, event.at);
    default:
      return only(state);
  }
}

/** Nothing is submitted while the source is being looked up, or when what was found stands against it. */
function afterWord(state: StateOf<'confirming'>, word: string, at: number): Step {
  if (state.waitingFor !== null || hasErrors(state.findings.filter(isNotAboutWord))) return only(state);
  const walked = progress(state.typed, contextOf(state, at));
  if (walked.next !== null) return only(settle(state, at));
  const { move, report } = state;
  const confirmed = ConfirmedMove.confirm(move, {
    word,
    expected: wordToSubmit(state.session),
    dryRun: report.clean,
    now: at,
  });
  if (!confirmed.ok) return only({ ...state, findings: [...state.findings.filter(isNotAboutWord), confirmed.error] });
  return waitFor(
    state,
    { type: 'submit', confirmed: confirmed.value, dryRun: report.clean, typed: state.typed },
    (base, waitingFor) => ({
      ...base,
      status: 'submitting',
      move,
      report,
      waitingFor,
    }),
  );
}

const isNotAboutWord = (finding: Finding): boolean => finding.field !== 'confirm';
