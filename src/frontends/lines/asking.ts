import { questionAt } from '../../plan/questions.ts';
import { aboutStep, fieldsInStep, fixFor } from '../../wizard/answering.ts';
import { manyAtOnce } from '../../wizard/sentences.ts';
import type { State } from '../../wizard/state.ts';
import { requestStep, stepNumber } from '../../wizard/steps.ts';
import type { News } from './news.ts';
import { type Asking, answerOf, onEnter, takenText, walkOf } from './question.ts';
import { spokenFinding } from './spoken-finding.ts';
import { dispatch, type Reply, tell, type View, type Word } from './view.ts';
import type { Line } from './voice.ts';

/** What is said when a question is asked, or asked again because its answer did not do. */
export function askingNews(after: Asking, { before, heard, memory, now }: News): Line[] {
  const walked = walkOf(after, now);
  const findings = memory.fresh(aboutStep(after, fieldsInStep(after, walked).all)).flatMap(spokenFinding);
  if (before?.status === 'asking' && before.at === after.at) return findings;
  const taken = before?.status === 'asking' && heard !== null ? takenText(before, after, heard, now) : null;
  return [
    ...(taken === null ? [] : [taken]),
    ...findings,
    ...(memory.knowsPlan() ? [] : skippedSteps(before, stepNumber[questionAt(after.at).step])),
    ...questionLines(after, now),
  ];
}

function questionLines(state: Asking, now: number): Line[] {
  const { known } = walkOf(state, now);
  const { prompt, step, choices, help, example } = questionAt(state.at);
  const isOffered = onEnter(state, known) !== null;
  const listed = [...(choices ?? []), ...(state.at === 'type' ? [manyAtOnce] : [])];
  const count = choices ? ` ${listed.length} choices.` : '';
  return [
    `Step ${stepNumber[step]} of 7. ${prompt(known)}${count}`,
    ...[help(known)].filter((text) => text !== ''),
    ...(isOffered ? [] : [`For example ${example(known)}`]),
    ...listed.map(({ label, needs }, index) => `${index + 1}. ${label}. ${needs}`),
  ];
}

/** Steps that were answered in another way are not asked, and can be changed later. */
export function skippedSteps(before: State | null, to: number): Line[] {
  if (before?.status !== 'asking') return [];
  const from = stepNumber[questionAt(before.at).step];
  const numbers = Object.values(stepNumber).filter((number) => number > from && number < to);
  if (numbers.length === 0) return [];
  const [text, are] = [numbers.join(' and '), numbers.length === 1 ? 'Step' : 'Steps'];
  return [`${are} ${text} of 7: answered already. At step ${requestStep} a number changes it.`];
}

/** The words that are understood at a question, beside its answers. */
export function askingWords(state: Asking, { now, recall }: Pick<View, 'now' | 'recall'>): Word[] {
  const walked = walkOf(state, now);
  const fix = fixFor(state);
  const [later] = fieldsInStep(state, walked).after;
  const isFirst = walked.asked[0] === state.at;
  const back: Word = {
    word: 'back',
    about: 'goes to the question before; what was answered is kept',
    reply: () => (isFirst ? { do: 'go', way: 'back' } : dispatch({ type: 'wentBack' })),
  };
  return [
    ...(fix === undefined ? [] : [answerWord('fix', `takes ${fix}`, fix)]),
    ...(state.typed[state.at]?.text && !questionAt(state.at).choices
      ? [answerWord('clear', 'empties the answer', null)]
      : []),
    ...(later === undefined ? [] : [nextField(later)]),
    ...earlierWords(recall),
    ...(state.at === 'type' ? manyWords : []),
    back,
  ];
}

const openMany = (): Reply => ({ do: 'many' });

const manyWords: readonly Word[] = [
  { word: 'many', about: 'moves many at once, from a CSV file', reply: openMany },
  { word: String((questionAt('type').choices?.length ?? 0) + 1), about: '', reply: openMany, isQuiet: 'always' },
];

/** A word that answers for the person; null stands for an empty answer. */
const answerWord = (word: string, about: string, text: string | null): Word => ({
  word,
  about,
  reply: ({ state, now }) =>
    state.status !== 'asking'
      ? tell([])
      : dispatch(
          text === null ? { type: 'answered', id: state.at, text: '', origin: 'default' } : answerOf(state, text, now),
        ),
});

const nextField = (to: Asking['at']): Word => ({
  word: 'next',
  about: 'goes to the next answer of this step',
  reply: () => dispatch({ type: 'reopened', to }),
});

const mostEarlier = 5;

function earlierWords(recall: readonly string[]): Word[] {
  const offered = recall.slice(0, mostEarlier);
  if (offered.length === 0) return [];
  const words = offered.map(
    (text, index): Word => ({ ...answerWord(`earlier ${index + 1}`, `takes ${text}`, text), isQuiet: 'always' }),
  );
  const list = words.map(({ word }, index) => `${word}: ${offered[index]}`);
  return [{ word: 'earlier', about: 'lists earlier answers', reply: () => tell(list) }, ...words];
}
