import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { Task } from '../tasks/task.ts';
import { nextLookAfterMs } from '../tasks/when.ts';
import type { HistoryLine } from '../wave/history.ts';
import { baseOf, only, reopen, settle } from './asking.ts';
import { startDryRun, waitFor } from './checking.ts';
import type { Event, LookOutcome, Step, SubmitOutcome } from './event.ts';
import type { Base, Followed, StateOf } from './state.ts';
import { whyNotSubmit } from './submit-word.ts';
import { tokenEndFindings } from './token-end.ts';

/** How long an open submission waits between looks while somebody watches. */
const settleEveryMs = 15_000;

/** What is typed to cancel one task, or to send an unconfirmed move once more. */
export const cancelWord = 'yes';

export function whileSubmitting(state: StateOf<'submitting'>, event: Event): Step {
  if (event.type !== 'submitted' || event.effect !== state.waitingFor) return only(state);
  return afterSubmission(state, state, event.outcome);
}

type Submitted = { move: PlannedMove; report: StateOf<'submitting'>['report'] };

function afterSubmission(base: Base, { move, report }: Submitted, outcome: SubmitOutcome): Step {
  switch (outcome.result) {
    case 'accepted':
    case 'adopted':
      return beginWatch(base, acceptedTask(move, outcome), outcome.at);
    case 'unconfirmed':
      return keepSettling(base, unconfirmedTask(move, outcome), outcome.mayResend);
    default: {
      const { runId, findings, result } = outcome;
      return only({
        ...baseOf(base),
        status: 'refused',
        move,
        report,
        runId,
        findings,
        conflict: result === 'conflict',
      });
    }
  }
}

type Accepted = Extract<SubmitOutcome, { result: 'accepted' | 'adopted' }>;
type Unconfirmed = Extract<SubmitOutcome, { result: 'unconfirmed' }>;

const acceptedTask = (move: PlannedMove, { runId, row, task, at, findings, result }: Accepted): Followed => ({
  runId,
  row,
  move,
  task,
  history: [{ at, state: task.state, note: result === 'adopted' ? 'found in the service' : 'accepted by the service' }],
  findings,
  trouble: null,
  acceptedAt: at,
  nextLookAt: null,
  looks: 0,
});

const unconfirmedTask = (move: PlannedMove, { runId, row, at, findings }: Unconfirmed): Followed => ({
  runId,
  row,
  move,
  task: null,
  history: [{ at, state: 'unconfirmed', note: 'sent, the answer was lost' }],
  findings,
  trouble: null,
  acceptedAt: at,
  nextLookAt: null,
  looks: 0,
});

/** The beginning of a watch: what may keep it from seeing the end is said now. */
export function beginWatch(base: Base, followed: Followed, at: number): Step {
  const isWaiting = followed.task?.state === 'queued';
  const early = isWaiting ? tokenEndFindings(base.session, followed.move) : [];
  return follow(base, { ...followed, findings: [...followed.findings, ...early] }, at);
}

/** Goes on with a task: watching while it can still change, finished when it cannot. */
function follow(base: Base, followed: Followed, at: number): Step {
  const { task } = followed;
  if (!task) return keepSettling(base, followed, false);
  const afterMs = nextLookAfterMs({ task, looks: followed.looks, nowMs: at });
  if (afterMs === null)
    return only({ ...baseOf(base), status: 'finished', followed: { ...followed, nextLookAt: null } });
  return lookAfter(base, followed, afterMs, at);
}

function lookAfter(base: Base, followed: Followed, afterMs: number, at: number): Step {
  const planned = { ...followed, nextLookAt: at + afterMs };
  return waitFor(base, { type: 'look', followed: planned, afterMs }, (next, waitingFor) => ({
    ...next,
    status: 'watching',
    followed: planned,
    waitingFor,
  }));
}

function keepSettling(base: Base, followed: Followed, mayResend: boolean): Step {
  const effect = { type: 'settle' as const, followed, resend: false, afterMs: settleEveryMs };
  return waitFor(base, effect, (next, waitingFor) => ({
    ...next,
    status: 'unconfirmed',
    followed,
    waitingFor,
    mayResend: mayResend && whyNotSubmit(base.session) === null,
  }));
}

export function whileUnconfirmed(state: StateOf<'unconfirmed'>, event: Event): Step {
  const { followed, mayResend } = state;
  if (event.type === 'lookAsked') return settleNow(state, followed, mayResend, false);
  if (event.type === 'resendAsked' && mayResend && event.word === cancelWord)
    return settleNow(state, followed, false, true);
  if (event.type !== 'submitted' || event.effect !== state.waitingFor) return only(state);
  const { outcome } = event;
  if (outcome.result !== 'unconfirmed')
    return afterSubmission(state, { move: followed.move, report: noReport(followed) }, outcome);
  return keepSettling(state, { ...followed, findings: outcome.findings, looks: followed.looks + 1 }, outcome.mayResend);
}

function settleNow(base: Base, followed: Followed, mayResend: boolean, resend: boolean): Step {
  const effect = { type: 'settle' as const, followed, resend, afterMs: 0 };
  return waitFor(base, effect, (next, waitingFor) => ({
    ...next,
    status: 'unconfirmed',
    followed,
    waitingFor,
    mayResend,
  }));
}

/** A run that is settled in another process has no dry run at hand; the ledger has it. */
const noReport = ({ move, acceptedAt, findings }: Followed): Submitted['report'] => ({
  planId: move.id,
  clean: null,
  rawStatus: null,
  at: acceptedAt,
  findings,
  requestId: null,
  clientRequestId: null,
  raw: '',
});

export function whileWatching(state: StateOf<'watching'>, event: Event): Step {
  switch (event.type) {
    case 'lookAsked':
      return lookAfter(state, state.followed, 0, event.at);
    case 'cancelAsked':
      return event.word.trim() === cancelWord ? startCancelling(state) : only(state);
    case 'looked':
      return event.effect === state.waitingFor ? afterLook(state, event.outcome, event.at) : only(state);
    default:
      return only(state);
  }
}

const startCancelling = (state: StateOf<'watching'>): Step =>
  waitFor(state, { type: 'cancelTask', followed: state.followed }, (base, waitingFor) => ({
    ...base,
    status: 'cancelling',
    followed: { ...state.followed, nextLookAt: null },
    waitingFor,
  }));

/** `now` is our clock, for the next look; what is recorded carries the service's time. */
function afterLook(base: Base & { followed: Followed }, outcome: LookOutcome, now: number): Step {
  const looked = { ...base.followed, looks: base.followed.looks + 1 };
  if (outcome.ok) return follow(base, seen(looked, outcome.task, outcome.at), now);
  const failed = { ...looked, trouble: outcome.finding };
  if (!outcome.fatal) return follow(base, failed, now);
  return only({ ...baseOf(base), status: 'watching', followed: { ...failed, nextLookAt: null }, waitingFor: null });
}

const touched = 'the service touched the task';

/** Takes in what the service says now. A state gets one line, and one more that follows the service's last touch. */
function seen(followed: Followed, task: Task, at: number): Followed {
  const line = historyLine(followed, task, at);
  if (!line) return { ...followed, task, trouble: null };
  const { history } = followed;
  const kept = line.note === touched && history.at(-1)?.note === touched ? history.slice(0, -1) : history;
  return { ...followed, task, trouble: null, history: [...kept, line] };
}

function historyLine({ task: before, history }: Followed, task: Task, at: number): HistoryLine | null {
  if (task.state !== history.at(-1)?.state) return { at, state: task.state, note: task.error?.code ?? '' };
  return task.updatedAt !== null && task.updatedAt !== before?.updatedAt
    ? { at: task.updatedAt, state: task.state, note: touched }
    : null;
}

export function whileCancelling(state: StateOf<'cancelling'>, event: Event): Step {
  if (event.type !== 'cancelFinished' || event.effect !== state.waitingFor) return only(state);
  const step = afterLook(state, event.outcome, event.at);
  return event.refused ? { ...step, state: withTrouble(step, event.refused) } : step;
}

function withTrouble({ state }: Step, finding: Finding): Step['state'] {
  if (!('followed' in state)) return state;
  return { ...state, followed: { ...state.followed, trouble: finding } };
}

/** After a failed or cancelled task: the same answers, a new dry run. */
export function whileFinished(state: StateOf<'finished'>, event: Event): Step {
  const ended = state.followed.task?.state;
  if (event.type !== 'triedAgain' || (ended !== 'failed' && ended !== 'cancelled')) return only(state);
  return only(settle(state, event.at));
}

export function whileRefused(state: StateOf<'refused'>, event: Event): Step {
  switch (event.type) {
    case 'triedAgain':
    case 'dryRunAsked':
      return startDryRun(state, event.at);
    case 'wentBack':
      return only(settle(state, event.at));
    case 'reopened':
      return only(reopen(state, event.to, event.at));
    default:
      return only(state);
  }
}
