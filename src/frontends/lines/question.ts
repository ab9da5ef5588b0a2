import type { Known } from '../../plan/answers.ts';
import { labelled } from '../../plan/describe.ts';
import { type Progress, progress } from '../../plan/progress.ts';
import { questionAt } from '../../plan/questions.ts';
import type { Entry } from '../../plan/typed.ts';
import { fixFor, offerFor, originOf } from '../../wizard/answering.ts';
import { contextOf } from '../../wizard/asking.ts';
import type { Happening } from '../../wizard/event.ts';
import { sideOf } from '../../wizard/names.ts';
import type { StateOf } from '../../wizard/state.ts';
import { completionFor } from '../../wizard/suggest.ts';

export type Asking = StateOf<'asking'>;

export const walkOf = (state: Asking, now: number): Progress => progress(state.typed, contextOf(state, now));

/** What the open question asks for and what Enter alone takes, on one line. */
export function questionPrompt(state: Asking, now: number): string {
  const walked = walkOf(state, now);
  const question = questionAt(state.at);
  const label = `${question.label(walked.known)}${sideOf(state.at, state.session)}`;
  const [enter, fix] = [onEnter(state, walked.known), fixFor(state)];
  const fixText = fix === undefined || fix === enter?.text ? '' : `, fix for ${fix}`;
  const kept = enter !== null && enter === state.typed[state.at];
  const shown = enter === null ? null : enterText(state, walked, enter);
  const enterHint =
    shown === null
      ? question.default === ''
        ? ', or Enter for none'
        : ''
      : `, or Enter ${kept ? 'to keep' : 'for'} ${shown}`;
  return `${label}${question.choices ? '. Number' : ''}${fixText}${enterHint}:`;
}

/** What Enter alone answers: what stands there if it can be read, else what is offered. */
export function onEnter(state: Asking, known: Known): Entry | null {
  const entry = state.typed[state.at];
  const isWrong = state.findings.some(({ field, severity }) => field === state.at && severity === 'error');
  if (entry && !isWrong && state.at in known) return entry;
  return offerFor(state, known) ?? firstChoice(state);
}

/** Where there are choices, Enter takes the first, as the line that a list opens on. */
function firstChoice({ at }: Asking): Entry | null {
  const [first] = questionAt(at).choices ?? [];
  return first ? { text: first.value, origin: 'typed' } : null;
}

/** As the prompt names it: the number of a choice, a time as clocks show it, else the text. Null for an empty one. */
function enterText({ at, typed, session }: Asking, walked: Progress, { text }: Entry): string | null {
  const { choices } = questionAt(at);
  if (choices) return String(choices.findIndex(({ value }) => value === text) + 1);
  if (text === '') return null;
  const isKept = typed[at]?.text === text;
  const shown = isKept ? labelled(typed, walked, session.zone).find(({ id }) => id === at)?.shown : undefined;
  return shown ?? text;
}

/** What a line answers: a choice by its number, a beginning that is completed, or what Enter alone takes. */
export function answerOf(state: Asking, line: string, now: number): Happening {
  const { known } = walkOf(state, now);
  const { at: id, typed, session } = state;
  const answered = (text: string, origin: Entry['origin']): Happening => ({ type: 'answered', id, text, origin });
  if (line === '') {
    const { text, origin } = onEnter(state, known) ?? { text: '', origin: 'default' as const };
    return answered(text, questionAt(id).choices ? 'typed' : origin);
  }
  const offered = offerFor(state, known);
  const chosen = /^\d+$/.test(line) ? questionAt(id).choices?.[Number(line) - 1]?.value : undefined;
  const whole = chosen ?? completionFor(session.hints, known, id, line, offered);
  const text = whole?.startsWith(line) || chosen !== undefined ? (whole ?? line) : line;
  return answered(
    text,
    questionAt(id).choices ? 'typed' : originOf(text, typed[id], line === offered?.text ? offered : null),
  );
}

/** What was made of a line, where it differs from what was typed; null where there is nothing to tell. */
export function takenText(before: Asking, after: Asking, heard: string, now: number): string | null {
  const entry = after.typed[before.at];
  const { label, choices } = questionAt(before.at);
  // What Enter took was in the prompt, but for choices, which it names by number.
  if (!entry || entry === before.typed[before.at] || entry.text === '' || (heard === '' && !choices)) return null;
  const walked = walkOf(after, now);
  const shown =
    labelled(after.typed, walked, after.session.zone).find(({ id }) => id === before.at)?.shown ??
    choices?.find(({ value }) => value === entry.text)?.label;
  return shown === undefined || shown === heard ? null : `${label(walked.known)}: ${shown}`;
}
