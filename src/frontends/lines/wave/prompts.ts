import { hasErrors } from '../../../plan/finding.ts';
import { quoted } from '../../../plan/parse/readable.ts';
import { readyLines } from '../../../wizard/wave/lines.ts';
import type { NumberWords } from '../../../wizard/wave/number-questions.ts';
import type { WaveState, WaveStateOf } from '../../../wizard/wave/wave-state.ts';
import { counted } from '../../../wizard/wave/wave-summary.ts';
import { waveWord } from '../../../wizard/wave/wave-words.ts';
import { spelled } from '../heartbeat.ts';
import { inLine } from '../help.ts';
import { dispatch, shownWord, tell, type WaveReply, type WaveView } from './view.ts';
import { wordIn, wordsOf } from './words.ts';

/** The words of a state in one line, as in "counts, details 7, help or quit". */
export function wordsInLine(view: WaveView, without = ''): string {
  const words = wordsOf(view).filter(({ word }) => word !== without);
  return inLine(words.map((one) => ({ ...one, word: shownWord(one) })));
}

/**
 * What is asked in a state; null where it goes on by itself and words are only listened to. Asked again it is short where its
 * words were said before.
 */
export function promptOf(view: WaveView, isAgain = false): string | null {
  const { state } = view;
  switch (state.status) {
    case 'reading':
    case 'checked':
      return choicePrompt(view, isAgain);
    case 'confirming':
      return confirmPrompt(view, state);
    case 'paused':
      return isAgain ? 'Type go on, help, or quit:' : `Type ${wordsInLine(view)}:`;
    case 'over':
      return `Type ${isAgain ? 'a word, or help' : wordsInLine(view, 'quit')}, or press Enter to leave:`;
    default:
      return null;
  }
}

/** What Enter alone does: on to the next step, where there is one. */
const onEnter = (view: WaveView): string | null => {
  const next = view.state.status === 'reading' ? 'check' : 'confirm';
  return wordIn(view, next) === undefined ? null : next;
};

function choicePrompt(view: WaveView, isAgain: boolean): string {
  const next = onEnter(view);
  if (next === null) return `Type ${isAgain ? 'back, help, or quit' : wordsInLine(view)}:`;
  const { state } = view;
  const rows = next === 'confirm' ? readyLines(state).length : view.state.lines.filter(takesPart(state)).length;
  const others = isAgain ? 'or help' : wordsInLine(view, next);
  return `Type ${next} (or press Enter) to go on with ${counted(rows, 'row')}, ${others}:`;
}

const takesPart =
  ({ chosen }: WaveState) =>
  ({ row, move, state }: WaveState['lines'][number]): boolean =>
    move !== null && state === 'draft' && (chosen?.has(row) ?? true);

function confirmPrompt(view: WaveView, state: WaveStateOf<'confirming'>): string {
  if (isBlocked(state)) return 'Type back, or quit:';
  const { targetWord } = state.session;
  if (targetWord !== undefined && !state.isTargetNamed)
    return `Type ${targetWord}, the name of the target tenant (first live use), or back:`;
  return `Type ${waveWord(state)} to submit, ${wordsInLine(view)}:`;
}

/** Something other than what was typed stands against it. */
const isBlocked = ({ findings }: WaveStateOf<'confirming'>): boolean =>
  hasErrors(findings.filter(({ field }) => field !== 'confirm'));

/** Whether what is typed submits here: what was typed before it was asked for does not count. */
export const asksToSubmit = (state: WaveState): boolean => state.status === 'confirming' && !isBlocked(state);

/** What a line means in a state. */
export function replyTo(view: WaveView, line: string): WaveReply {
  const text = line.trim();
  const found = wordIn(view, text);
  return found ? found.word.reply(view, found.rest) : otherwise(view, text);
}

function otherwise(view: WaveView, text: string): WaveReply {
  const { state } = view;
  const next = text === '' && (state.status === 'reading' || state.status === 'checked') ? onEnter(view) : null;
  if (next !== null) return dispatch({ type: next === 'check' ? 'checkAsked' : 'confirmationOpened' });
  if (state.status === 'confirming' && !isBlocked(state))
    return state.isTargetNamed
      ? dispatch({ type: 'confirmed', word: text })
      : dispatch({ type: 'targetNamed', name: text });
  if (state.status === 'over' && text === '') return { do: 'go', way: 'leave' };
  return unknown(view, text);
}

/** Enter alone means nothing where nothing is offered, and needs no answer while something is under way. */
const unknown = (view: WaveView, text: string): WaveReply =>
  text === '' && promptOf(view) === null
    ? tell()
    : tell(`${text === '' ? 'Enter alone' : quoted(text)} means nothing here. Type ${wordsInLine(view)}.`);

export const numberPrompt = ({ rows, purpose }: NumberWords): string => `Type ${rows.length} ${purpose}, or back:`;

/** A sign of life of what takes long. `sinceMs` is when the state began, by the clock of the wave. */
export function stillLine({ state, now }: WaveView, sinceMs: number): string | null {
  const about = stillDoing(state);
  return about === null ? null : `Still ${about}, ${spelled(Math.max(0, now - sinceMs))}.`;
}

function stillDoing(state: WaveState): string | null {
  switch (state.status) {
    case 'checking':
      return 'asking the service';
    case 'submitting':
      return state.isStopping ? 'stopping' : 'sending';
    case 'watching':
      return 'watching';
    case 'cancelling':
      return 'cancelling';
    default:
      return null;
  }
}
