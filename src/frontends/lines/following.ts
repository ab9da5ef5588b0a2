import { utcTime } from '../../plan/schedule.ts';
import { afterCompletion, sourceCheck } from '../../wizard/after-the-end.ts';
import { allFindings } from '../../wizard/all-findings.ts';
import type { State, StateOf } from '../../wizard/state.ts';
import { cancelIsPromise, endText, noteOf, sinceOf, statusRows, tooLateToCancel } from '../../wizard/status-words.ts';
import { modeLine, progressLine, stateWords } from '../plain-lines.ts';
import { spelled, spellOut } from './heartbeat.ts';
import type { News } from './news.ts';
import { spokenFinding } from './spoken-finding.ts';
import type { Line } from './voice.ts';

type Followed = StateOf<'unconfirmed' | 'watching' | 'cancelling' | 'finished'>;

/** What there is to say about a submitted task: its changes, and nothing that stayed as it was. */
export function followingNews(after: State, news: News): Line[] {
  switch (after.status) {
    case 'unconfirmed':
      return unconfirmedNews(after, news);
    case 'watching':
      return watchingNews(after, news);
    case 'cancelling':
      return ['Asking the service to cancel.', cancelIsPromise];
    case 'finished':
      return finishedNews(after, news);
    default:
      return [];
  }
}

/** A task that was submitted earlier begins with where it is. */
const arrival = (after: Followed, before: State | null): Line[] => (before === null ? [modeLine(after.session)] : []);

function lineOf(after: Followed, { before }: News): Line[] {
  const line = progressLine(before, after);
  return line === null ? [] : [line];
}

const freshFindings = (after: Followed, { memory }: News): Line[] =>
  memory.fresh(allFindings(after)).flatMap(spokenFinding);

function unconfirmedNews(after: StateOf<'unconfirmed'>, news: News): Line[] {
  const { before } = news;
  const couldResend = before?.status === 'unconfirmed' && before.mayResend;
  return [
    ...arrival(after, before),
    ...lineOf(after, news),
    ...freshFindings(after, news),
    ...(after.mayResend && !couldResend ? ['The words send again send it once more, after a dry run.'] : []),
  ];
}

function watchingNews(after: StateOf<'watching'>, news: News): Line[] {
  const { before } = news;
  const { task } = after.followed;
  const earlier = before && 'followed' in before ? before.followed : null;
  const line = lineOf(after, news);
  const isNew = line.length > 0;
  return [
    ...arrival(after, before),
    ...line.map((text) => `${text} At ${utcTime(news.now)}.`),
    ...(isNew && task?.state === 'running' ? [tooLateToCancel] : []),
    ...(isNew && earlier === null ? waits(after, news.now) : []),
    ...(task?.error && earlier?.task?.error?.code !== task.error.code ? [noteOf(task.error)] : []),
    ...freshFindings(after, news),
    ...(earlier?.trouble && !after.followed.trouble ? ['The service answers again.'] : []),
  ];
}

const waits = ({ followed, session }: Followed, now: number): Line[] =>
  statusRows(followed, session, { now, lookKey: '' }).flatMap(({ term, value }) =>
    term === 'Waits' ? [`Waits ${value}, in ${spelled(startOf(followed) - now)}.`] : [],
  );

const startOf = ({ move: { plan } }: Followed['followed']): number => (plan.start === 'now' ? 0 : plan.start);

function finishedNews(after: StateOf<'finished'>, news: News): Line[] {
  const { task, move } = after.followed;
  const [line] = lineOf(after, news);
  const end = endText(after.followed);
  return [
    ...arrival(after, news.before),
    ...(line === undefined ? [] : [line]),
    ...(end === '' ? [] : [`Ended ${spellOut(end)}.`]),
    ...freshFindings(after, news),
    ...(task?.state === 'completed' ? ['What now:', ...afterCompletion[move.plan.type].map(numbered)] : []),
    ...(task?.state === 'failed' ? ['Is the source all right?', sourceCheck] : []),
  ];
}

const numbered = (text: string, index: number): string => `${index + 1}. ${text}`;

/** The answer to a look that found everything as it was. */
export function unchangedLine(state: State, now: number): string {
  const word = state.status === 'unconfirmed' ? stateWords.unconfirmed : stateWords[stateWordOf(state)];
  return `No change at ${utcTime(now)}: ${word}.`;
}

const stateWordOf = (state: State) => ('followed' in state ? (state.followed.task?.state ?? 'unknown') : 'unknown');

/** Since when a task is as it is; null where nothing is followed. */
export const followedSince = (state: State): number | null => {
  if (!('followed' in state)) return null;
  return state.status === 'unconfirmed' ? state.followed.acceptedAt : sinceOf(state.followed);
};
