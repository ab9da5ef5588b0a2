import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { Result } from '../plan/result.ts';
import { effectOf, type Failure } from '../problems/failure.ts';
import { sameParameters } from '../tasks/differences.ts';
import type { Task } from '../tasks/task.ts';
import type { Look } from './entry.ts';
import { sourceTaken } from './findings.ts';

/** What a look before the create means for it. */
export type BaselineVerdict = { do: 'send' } | { do: 'adopt'; task: Task } | { do: 'conflict'; finding: Finding };

/**
 * The first of all decisions: a source that already has a live or finished task gets no second one. A failed or cancelled
 * task is over, and a new attempt may go.
 */
export function afterBaseline(move: PlannedMove, look: Look): BaselineVerdict {
  if (look.found !== 'task' || isOver(look.task)) return { do: 'send' };
  const { task } = look;
  return sameParameters(move, task) === 'same'
    ? { do: 'adopt', task }
    : { do: 'conflict', finding: sourceTaken(move, task) };
}

const isOver = ({ state }: Task): boolean => state === 'failed' || state === 'cancelled';

/** The service says that a job for this source exists, although the look before saw none that stood in the way. */
export function afterRefusal(move: PlannedMove, look: Look): BaselineVerdict | { do: 'reject' } {
  if (look.found !== 'task' || isOver(look.task)) return { do: 'reject' };
  const { task } = look;
  return sameParameters(move, task) === 'different'
    ? { do: 'conflict', finding: sourceTaken(move, task) }
    : { do: 'adopt', task };
}

/**
 * What the answer to a create means. `unsent`: turned away unread, the same row may be sent later. `lookUp`: another job
 * is named as the reason. `settle`: it stays open whether the task exists.
 */
export type AnswerVerdict =
  | { do: 'accept'; task: Task }
  | { do: 'reject'; failure: Failure }
  | { do: 'unsent'; failure: Failure; retryAfterMs: number | null }
  | { do: 'lookUp'; failure: Failure }
  | { do: 'settle'; failure: Failure | null };

export function afterAnswer(answer: Result<{ value: Task }, Failure>): AnswerVerdict {
  // Without an id nobody knows whether there is a task, so it is looked for.
  if (answer.ok)
    return answer.value.value.id === null
      ? { do: 'settle', failure: null }
      : { do: 'accept', task: answer.value.value };
  const failure = answer.error;
  if (namesAnotherJob(failure)) return { do: 'lookUp', failure };
  if (effectOf(failure) === 'open') return { do: 'settle', failure };
  return wasUnread(failure)
    ? { do: 'unsent', failure, retryAfterMs: 'retryAfterMs' in failure ? failure.retryAfterMs : null }
    : { do: 'reject', failure };
}

const anotherJobCode = 'mnasitemoveisinprogressorfinished';

/** The code decides; the wording is the last resort. A proxy's page never counts. */
function namesAnotherJob(failure: Failure): boolean {
  if (failure.kind !== 'http' && failure.kind !== 'task') return false;
  const codes = [failure.code, ...('innerCodes' in failure ? failure.innerCodes : [])];
  return (
    codes.some((code) => code.toLowerCase() === anotherJobCode) ||
    /another job\b.*\b(in.?progress|finished)/i.test(failure.message)
  );
}

/** Throttled, signed out, not permitted, or never arrived: nothing was judged about this row. */
const wasUnread = (failure: Failure): boolean =>
  failure.kind === 'network' ||
  failure.kind === 'stopped' ||
  (failure.kind !== 'task' && [401, 403, 429, 503].includes(failure.meta.status));

/**
 * Whether a look shows a task that was not there before the create: another id, or the old one with another state or
 * touched since. What it was asked to do is not compared: the service rewrites parameters.
 */
export function isNew(baseline: Look | null, look: Look): look is Extract<Look, { found: 'task' }> {
  if (look.found !== 'task') return false;
  if (baseline?.found !== 'task') return true;
  return fingerprint(baseline.task) !== fingerprint(look.task);
}

const fingerprint = ({ id, rawStatus, startedAt, updatedAt, finishedAt }: Task): string =>
  JSON.stringify([id, rawStatus.toLowerCase(), startedAt, updatedAt, finishedAt]);

/** The waits before the four looks after a lost answer: 0.5, 2, 5 and 15 seconds after it. */
export const lookGapsMs = [500, 1_500, 3_000, 10_000] as const;

/** A late commit is possible for minutes; before that nothing is sent again. */
export const resendAfterMs = 5 * 60_000;

/** What a look after a lost answer means. `mayResend` still needs a clean dry run, and somebody who wants it. */
export type LookVerdict =
  | { do: 'accept'; task: Task }
  | { do: 'lookAgain'; afterMs: number }
  | { do: 'park' }
  | { do: 'mayResend' };

type LookFacts = {
  /** What was there before the create. */
  baseline: Look | null;
  look: Look;
  /** Looks since the create, this one included. */
  looks: number;
  /** Service time since the answer was given up. */
  sinceLostMs: number;
};

export function afterLook({ baseline, look, looks, sinceLostMs }: LookFacts): LookVerdict {
  if (look.found === 'unknowable') return { do: 'park' };
  if (isNew(baseline, look)) return { do: 'accept', task: look.task };
  if (sinceLostMs >= resendAfterMs) return { do: 'mayResend' };
  return waitForLook(looks);
}

/** The next of the four looks, or none. */
export function waitForLook(looks: number): { do: 'lookAgain'; afterMs: number } | { do: 'park' } {
  const afterMs = lookGapsMs[looks];
  return afterMs === undefined ? { do: 'park' } : { do: 'lookAgain', afterMs };
}
