import { cancelWord } from '../../wizard/following.ts';
import type { State } from '../../wizard/state.ts';
import { type WordFor, wordQuestions, wordSubject } from '../../wizard/word-questions.ts';
import { modeLine } from '../plain-lines.ts';
import { dispatch, type Reply, tell } from './view.ts';
import type { Line } from './voice.ts';

/** Said before a word that cancels, or sends once more. */
export const wordLines = (wordFor: WordFor, state: State): Line[] => {
  const { question, lines } = wordQuestions[wordFor];
  const about = 'followed' in state ? [`Source: ${wordSubject(state.followed)}`] : [];
  return [`${question} ${modeLine(state.session)}`, ...about, ...lines];
};

export const wordPrompt = (wordFor: WordFor): string =>
  `Type ${cancelWord} ${wordQuestions[wordFor].purpose}, or back:`;

/** What a line means where a word is asked for; only the whole word does anything. */
export function replyToWord(wordFor: WordFor, line: string): { reply: Reply; isClosed: boolean } {
  const word = line.trim();
  switch (word.toLowerCase()) {
    case 'back':
      return { reply: tell(['Nothing was done.']), isClosed: true };
    case 'quit':
      return { reply: { do: 'go', way: 'leave' }, isClosed: true };
    case 'help':
      return { reply: tell(wordHelp(wordFor)), isClosed: false };
    default:
      return word === cancelWord
        ? { reply: dispatch({ type: wordFor === 'cancel' ? 'cancelAsked' : 'resendAsked', word }), isClosed: true }
        : { reply: tell([`That is not the word ${cancelWord}, so nothing was done.`]), isClosed: false };
  }
}

const wordHelp = (wordFor: WordFor): Line[] => [
  `${cancelWord}: typed in full, ${wordQuestions[wordFor].purpose}`,
  'back: nothing is done',
  'quit: leaves, and says how to come back',
];
