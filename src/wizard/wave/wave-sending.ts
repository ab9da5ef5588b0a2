import { whyNotSubmit } from '../submit-word.ts';
import { afterLooking, afterSending, areUnconfirmed, isUnderWay, leftLines, withLines } from './lines.ts';
import type { WaveEvent, WaveStep } from './wave-event.ts';
import type { WaveBase, WaveState, WaveStateOf } from './wave-state.ts';
import { baseOf, begin, only } from './wave-steps.ts';

export function whileSubmitting(state: WaveStateOf<'submitting'>, event: WaveEvent): WaveStep {
  if ('effect' in event && event.effect !== state.waitingFor) return only(state);
  switch (event.type) {
    case 'runOpened':
      return only({ ...state, runId: event.runId });
    case 'rowsSent':
      return only(withOutcomes(state, event));
    case 'rowsSeen':
      return only(withSeen(state, event));
    case 'waitBegan':
      return only({ ...state, waiting: { finding: event.finding, until: event.at + event.ms } });
    case 'stopAsked':
      return only(state.isStopping ? state : { ...state, isStopping: true });
    case 'submitEnded':
      return afterSubmitting(state, event);
    default:
      return only(state);
  }
}

type Sent = Extract<WaveEvent, { type: 'rowsSent' }>;
type Ended = Extract<WaveEvent, { type: 'submitEnded' }>;

const withOutcomes = (state: WaveStateOf<'submitting'>, { outcomes, at }: Sent): WaveState => ({
  ...state,
  lines: withLines(state.lines, outcomes, (line, outcome) => afterSending(line, outcome, at)),
  done: state.done + [...outcomes.values()].filter((outcome) => outcome !== 'leaving').length,
  // Answers that were on their way when the wait began do not end it.
  waiting: state.waiting !== null && state.waiting.until > at ? state.waiting : null,
});

function afterSubmitting(state: WaveStateOf<'submitting'>, { runId, reason, finding }: Ended): WaveStep {
  // Nothing could be written down, so nothing was sent.
  if (runId === null)
    return only({
      ...baseOf(state),
      status: 'confirming',
      findings: finding === null ? [] : [finding],
      isTargetNamed: true,
    });
  if (reason !== 'done') return only({ ...baseOf(state), status: 'paused', runId, reason, finding });
  return follow(state, runId);
}

function follow(base: WaveBase, runId: string): WaveStep {
  return base.lines.some(isUnderWay) ? startFollowing(base, runId) : only({ ...baseOf(base), status: 'over', runId });
}

/** Also where nothing is under way here: another process may have gone on with the run. */
function startFollowing(base: WaveBase, runId: string): WaveStep {
  return begin(base, { type: 'follow', runId }, (next, waitingFor) => ({
    ...next,
    status: 'watching',
    runId,
    waitingFor,
  }));
}

/** The rows that are left can go on, or be left for `resume`. */
export function whilePaused(state: WaveStateOf<'paused'>, event: WaveEvent): WaveStep {
  switch (event.type) {
    case 'goOnAsked':
      return goOn(state, state.runId);
    case 'wentBack':
    case 'lookAsked':
      return follow(state, state.runId);
    case 'cancelAsked':
      return startCancelling(state, state.runId, event);
    default:
      return only(state);
  }
}

function goOn(state: WaveState, runId: string): WaveStep {
  if (whyNotSubmit(state.session) !== null) return only(state);
  const left = leftLines(state);
  return begin(state, { type: 'resume', runId, resend: areUnconfirmed(left) }, (next, waitingFor) => ({
    ...next,
    status: 'submitting',
    runId,
    done: 0,
    total: left.length,
    waiting: null,
    isStopping: false,
    waitingFor,
  }));
}

export function whileWatching(state: WaveStateOf<'watching'>, event: WaveEvent): WaveStep {
  if ('effect' in event && event.effect !== state.waitingFor) return only(state);
  switch (event.type) {
    case 'rowsSeen':
      return only(withSeen(state, event));
    case 'followEnded':
      return only({ ...baseOf(state), status: 'over', runId: state.runId });
    case 'lookAsked':
      return follow(state, state.runId);
    case 'goOnAsked':
      return goOn(state, state.runId);
    case 'cancelAsked':
      return startCancelling(state, state.runId, event);
    default:
      return only(state);
  }
}

type Seen = Extract<WaveEvent, { type: 'rowsSeen' }>;

const withSeen = <S extends WaveState>(state: S, { seen, at }: Seen): S => ({
  ...state,
  lines: withLines(state.lines, seen, (line, one) => afterLooking(line, one, at)),
});

type CancelAsked = Extract<WaveEvent, { type: 'cancelAsked' }>;

/** Only tasks that wait can be cancelled; the word is how many. */
function startCancelling(state: WaveState, runId: string, { rows, word }: CancelAsked): WaveStep {
  const queued = new Set(state.lines.filter((line) => line.state === 'queued').map(({ row }) => row));
  const meant = rows.filter((row) => queued.has(row));
  if (meant.length === 0 || word.trim() !== String(meant.length)) return only(state);
  return begin(state, { type: 'cancel', runId, rows: meant }, (next, waitingFor) => ({
    ...next,
    status: 'cancelling',
    runId,
    rows: meant,
    done: 0,
    waitingFor,
  }));
}

export function whileCancelling(state: WaveStateOf<'cancelling'>, event: WaveEvent): WaveStep {
  if (!('effect' in event) || event.effect !== state.waitingFor) return only(state);
  if (event.type === 'rowCancelled') {
    const seen = new Map([[event.row, { task: event.task, trouble: event.refused }]]);
    const lines = withLines(state.lines, seen, (line, one) => afterLooking(line, one, event.at));
    return only({ ...state, lines, done: state.done + 1 });
  }
  return event.type === 'cancelEnded' ? follow(state, state.runId) : only(state);
}

/** What failed can be looked at; a new try of failed rows is a new run. */
export function whileOver(state: WaveStateOf<'over'>, event: WaveEvent): WaveStep {
  if (event.type === 'goOnAsked') return goOn(state, state.runId);
  return event.type === 'lookAsked' ? startFollowing(state, state.runId) : only(state);
}
