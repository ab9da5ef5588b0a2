import { glossary, onePassInShort } from '../../wizard/sentences.ts';
import type { State } from '../../wizard/state.ts';
import type { Word } from './view.ts';

const howToAnswer: readonly string[] = [
  'Enter alone takes what the question offers.',
  'An equals sign before a word makes an answer of it, as in =help.',
];

/** The words of a place, each with what it does. */
export const helpLines = (words: readonly Word[], status: State['status']): string[] => [
  ...(status === 'asking' ? howToAnswer : []),
  'Words here:',
  ...words.flatMap(({ word, about, isQuiet }) => (isQuiet === 'always' ? [] : [`${word}: ${about}`])),
];

/** The words in one line, as in "full, copy, help or quit". */
export function inLine(words: readonly Pick<Word, 'word' | 'isQuiet'>[]): string {
  const names = words.filter(({ isQuiet }) => !isQuiet).map(({ word }) => word);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

export const glossaryLines: readonly string[] = [
  ...glossary.map(([word, meaning]) => `${word}: ${meaning}`),
  onePassInShort,
];
