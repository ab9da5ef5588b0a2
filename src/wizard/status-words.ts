import { shortId } from '../plan/plan.ts';
import { duration, utcTime } from '../plan/schedule.ts';
import { cleanText } from '../problems/clean.ts';
import type { Followed, Session, StateOf } from './state.ts';

/** What is said about a submitted task, in every front end. */

/** Said once it runs. */
export const tooLateToCancel = 'It has started: cancelling is no longer possible.';

export const noProgressKnown = 'The service reports no percent and no bytes, so none are shown.';

/** A code on a task that goes on is the service's note, and no failure. */
export const noteOf = ({ code }: { code: string }): string =>
  `The service notes ${cleanText(code)} and goes on by itself.`;

/** A yes to a cancel is not the end of it. */
export const cancelIsPromise = 'A yes of the service is a promise only. The task is read back until it says cancelled.';

/** Since when it is as it is. */
export const sinceOf = ({ task, acceptedAt, history }: Followed): number =>
  task?.startedAt ?? history.findLast(({ state }) => state === task?.state)?.at ?? acceptedAt;

export type StatusRow = { term: string; value: string };

/** Everything known about a task that is watched; `lookKey` is how a look is asked for. */
export function statusRows(
  { task, acceptedAt, move, runId, nextLookAt }: Followed,
  { account }: Session,
  { now, lookKey }: { now: number; lookKey: string },
): StatusRow[] {
  const { start } = move.plan;
  const waits = task?.state === 'queued' && start !== 'now' && start > now;
  return [
    { term: 'Task', value: task?.id ?? 'not named by the service' },
    {
      term: 'Submitted',
      value: `${utcTime(acceptedAt)}${account === null ? '' : ` by ${account}`}, plan ${shortId(move.id)}`,
    },
    { term: 'Run', value: runId },
    ...(waits ? [{ term: 'Waits', value: `for its start at ${utcTime(start)}` }] : []),
    {
      term: 'Service update',
      value: task?.updatedAt ? `${duration(Math.max(0, now - task.updatedAt))} ago` : 'none reported yet',
    },
    {
      term: 'Next look',
      value: nextLookAt === null ? lookKey : nextLookAt <= now ? 'now' : `in ${duration(nextLookAt - now)}`,
    },
  ];
}

/** How long it took and when it ended; empty where the service does not say. */
export function endText({ task, acceptedAt }: Followed): string {
  const at = task?.finishedAt ?? task?.updatedAt ?? null;
  if (at === null) return '';
  return `after ${duration(at - (task?.startedAt ?? acceptedAt))}, at ${utcTime(at)}`;
}

/** Whether the same answers may be tried once more. */
export const mayTryAgain = ({ followed: { task } }: StateOf<'finished'>): boolean =>
  task?.state === 'failed' || task?.state === 'cancelled';
