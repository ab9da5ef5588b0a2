import { hasErrors } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { sourceLabel } from '../../tasks/source-key.ts';
import type { State, StateOf } from '../../wizard/state.ts';
import { mayTryAgain } from '../../wizard/status-words.ts';
import { purposeOfWord, wordToSubmit } from '../../wizard/submit-word.ts';
import { targetToSave } from '../../wizard/target-to-save.ts';
import { followedSince } from './following.ts';
import { spelled } from './heartbeat.ts';
import { inLine } from './help.ts';
import { answerOf, questionPrompt } from './question.ts';
import { dispatch, type Reply, tell, type View, type Word } from './view.ts';
import { wordsOf } from './words.ts';

/** What is asked in a state; null where it goes on by itself and words are only listened to. */
export function promptOf(view: View): string | null {
  const prompt = promptIn(view);
  return view.maySignIn && prompt !== null ? prompt.replace(/^Type /, 'Type sign in, ') : prompt;
}

function promptIn({ state, now }: View): string | null {
  switch (state.status) {
    case 'asking':
      return questionPrompt(state, now);
    case 'reviewing':
      return `Type dry run (or press Enter), full, command, save, ${targetToSave(state) ? 'save to profile, ' : ''}1 to 4, or back:`;
    case 'dryRunDone':
      return state.report.clean === null ? runAgain : null;
    case 'confirming':
      return confirmPrompt(state);
    case 'refused':
      return 'Type dry run for a new one, full, 1 to 4 to edit, or back:';
    case 'finished':
      return mayTryAgain(state)
        ? 'Type new try, another, full, or press Enter to leave:'
        : 'Type another for another migration, full, or press Enter to leave:';
    case 'watching':
      return state.waitingFor === null ? 'Type look to ask again, full, or quit:' : null;
    default:
      return null;
  }
}

const runAgain = 'Type dry run to run it again, full, 1 to 4 to edit, or back:';

function confirmPrompt(state: StateOf<'confirming'>): string | null {
  if (state.waitingFor !== null) return null;
  const { session } = state;
  const word = `${wordToSubmit(session)} ${purposeOfWord(session)}`;
  return isBlocked(state) ? runAgain : `Type ${word}, full, 1 to 4 to edit, or back:`;
}

const isBlocked = ({ findings }: StateOf<'confirming'>): boolean =>
  hasErrors(findings.filter(({ field }) => field !== 'confirm'));

/** Whether a typed word moves or cancels here: what was typed before it was asked for does not count. */
export const asksForWord = (state: State): boolean =>
  state.status === 'confirming' && state.waitingFor === null && !isBlocked(state);

/** What a line means in a state. */
export function replyTo(view: View, line: string): Reply {
  const text = line.trim();
  const word = wordIn(view, text);
  return word ? word.reply(view) : otherwise(view, text);
}

/** The word that a line is, where it is one: in any case, with any spaces. */
export const wordIn = (view: View, line: string): Word | undefined =>
  wordsOf(view).find(({ word }) => word === line.trim().toLowerCase().replace(/\s+/g, ' '));

function otherwise(view: View, text: string): Reply {
  const { state, now } = view;
  switch (state.status) {
    case 'asking':
      return dispatch(answerOf(state, text.replace(/^=\s*/, ''), now));
    case 'reviewing':
      return text === '' ? dispatch({ type: 'dryRunAsked' }) : unknown(view, text);
    case 'confirming':
      return asksForWord(state) ? dispatch({ type: 'confirmed', word: text }) : unknown(view, text);
    case 'finished':
      return text === '' ? { do: 'go', way: 'leave' } : unknown(view, text);
    default:
      return unknown(view, text);
  }
}

/** Enter alone means nothing where nothing is offered, and needs no answer while something is under way. */
const unknown = (view: View, text: string): Reply =>
  text === '' && promptOf(view) === null
    ? tell([])
    : tell([`${text === '' ? 'Enter alone' : quoted(text)} means nothing here. Type ${inLine(wordsOf(view))}.`]);

/** A sign of life of what takes long. `sinceMs` is when the state began, by the clock of the migration. */
export function stillLine({ state, now }: View, sinceMs: number): string | null {
  const about = stillDoing(state);
  return about === null ? null : `Still ${about}, ${spelled(Math.max(0, now - (followedSince(state) ?? sinceMs)))}.`;
}

function stillDoing(state: State): string | null {
  switch (state.status) {
    case 'dryRunning':
      return 'waiting for the dry run';
    case 'confirming':
      return state.waitingFor === null ? null : `asking the service about ${sourceLabel(state.move.plan)}`;
    case 'submitting':
      return 'submitting';
    case 'unconfirmed':
      return 'looking for the task';
    case 'watching':
      return state.followed.task?.state ?? 'unknown';
    case 'cancelling':
      return 'cancelling';
    default:
      return null;
  }
}
