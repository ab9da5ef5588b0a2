import type { Known, QuestionId } from '../plan/answers.ts';
import type { Finding } from '../plan/finding.ts';
import { defaultOf, type Progress } from '../plan/progress.ts';
import { questionAt } from '../plan/questions.ts';
import type { Entry, Origin } from '../plan/typed.ts';
import type { StateOf } from './state.ts';
import { suggestionFor } from './suggest.ts';

type Asking = StateOf<'asking'>;

/** The fields of the open question's step: all, those that stand before it, and those after it that are answered. */
export function fieldsInStep({ at }: Asking, { asked, known }: Pick<Progress, 'asked' | 'known'>) {
  const all = asked.filter((id) => questionAt(id).step === questionAt(at).step);
  const place = all.indexOf(at);
  return { all, before: all.slice(0, place), after: all.slice(place + 1).filter((id) => id in known) };
}

/** Findings about this step's answers; those about the open question first. */
export const aboutStep = ({ findings, at }: Asking, inStep: readonly QuestionId[]): Finding[] =>
  findings
    .filter(({ field }) => inStep.some((id) => id === field))
    .sort((a, b) => Number(b.field === at) - Number(a.field === at));

/** What is taken when nothing is typed: what the session suggests, else the default; null where there is nothing. */
export const offerFor = (state: Asking, known: Known): Entry | null =>
  suggestionFor(state.session.hints, known, state.at) ?? defaultEntry(state);

const defaultEntry = ({ typed, at }: Asking): Entry | null => {
  const text = defaultOf(typed, at);
  return text ? { text, origin: 'default' } : null;
};

/** The text that takes the open question's finding away, where there is one. */
export const fixFor = ({ findings, at }: Asking): string | undefined =>
  findings.find(({ field, suggestion }) => field === at && suggestion !== undefined)?.suggestion;

/** An answer left as it was offered keeps the origin of the offer. */
export function originOf(text: string, entry: Entry | undefined, offered: Entry | null): Origin {
  if (entry && entry.text === text) return entry.origin;
  if (text === '') return 'default';
  return offered && offered.text === text ? offered.origin : 'typed';
}
