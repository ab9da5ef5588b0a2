import { mayTurn } from '../../../wizard/wave/wave-actions.ts';
import { waveGlossary } from '../../../wizard/wave/wave-glossary.ts';
import { glossaryLines } from '../help.ts';
import { shownWord, tell, type WaveView, type WaveWord } from './view.ts';
import { runWords } from './words-after.ts';
import { checkedWords, confirmingWords, readingWords } from './words-before.ts';

/** Every word that is understood in this state, those of the place before those that go everywhere. */
export const wordsOf = (view: WaveView): readonly WaveWord[] => [
  ...(view.maySignIn ? [signIn] : []),
  ...wordsHere(view),
  ...(view.isOneOfMany && isSettled(view) ? [otherWave] : []),
  ...(view.isChosen && isSettled(view) ? [home] : []),
  ...everywhere,
];

/** A run that can be turned from: nothing that has left waits for its answer here. */
const isSettled = ({ state }: WaveView): boolean => 'runId' in state && mayTurn(state);

const signIn: WaveWord = {
  word: 'sign in',
  about: 'signs in anew; rows that are left are sent after their number only',
  reply: () => ({ do: 'signIn' }),
};

const otherWave: WaveWord = {
  word: 'other',
  about: 'turns to the other wave, after a retry: the one it came from, and back',
  reply: () => ({ do: 'turn' }),
};

const home: WaveWord = {
  word: 'back',
  about: 'goes back to the first question; what is under way goes on',
  reply: () => ({ do: 'go', way: 'home' }),
};

function wordsHere(view: WaveView): readonly WaveWord[] {
  const { state } = view;
  switch (state.status) {
    case 'reading':
      return readingWords(state, view.problems);
    case 'checking':
      return checkingWords;
    case 'checked':
      return checkedWords(state);
    case 'confirming':
      return confirmingWords(state);
    default:
      return runWords(state);
  }
}

const back = (about: string): WaveWord => ({
  word: 'back',
  about,
  reply: () => ({ do: 'dispatch', happening: { type: 'wentBack' } }),
});

const checkingWords: readonly WaveWord[] = [
  { word: 'counts', about: 'says how far it is', reply: () => ({ do: 'counts' }) },
  { ...back('stops asking, back to the file; what was answered is kept'), word: 'stop' },
  { ...back('the same as stop'), isQuiet: 'always' },
];

const everywhere: readonly WaveWord[] = [
  { word: 'help', about: 'says these words', reply: (view) => tell(...helpLines(view)) },
  {
    word: 'words',
    about: 'says what the terms of this program mean',
    reply: () => tell(...waveGlossary.map(([word, meaning]) => `${word}: ${meaning}`), ...glossaryLines),
    isQuiet: 'in one line',
  },
  {
    word: 'quit',
    about: 'leaves, and says what goes on and how to come back',
    reply: () => ({ do: 'go', way: 'leave' }),
  },
];

const helpLines = (view: WaveView): string[] => [
  'Words here:',
  ...wordsOf(view).flatMap((one) => (one.isQuiet === 'always' ? [] : [`${shownWord(one)}: ${one.about}`])),
];

/** A word and what stands behind it; the longest word that fits is meant. */
export function wordIn(view: WaveView, line: string): { word: WaveWord; rest: string } | undefined {
  const text = line.trim().toLowerCase().replace(/\s+/g, ' ');
  const [found] = wordsOf(view)
    .filter(({ word, takes }) => text === word || (takes !== undefined && text.startsWith(`${word} `)))
    .sort((one, other) => other.word.length - one.word.length);
  return found && { word: found, rest: text.slice(found.word.length).trim() };
}
