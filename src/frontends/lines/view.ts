import type { Happening } from '../../wizard/event.ts';
import type { State } from '../../wizard/state.ts';
import type { WordFor } from '../../wizard/word-questions.ts';
import type { Line } from './voice.ts';

/** What is known when a line is read. */
export type View = {
  state: State;
  /** By the clock of the migration. */
  now: number;
  /** Earlier answers to the open question, newest first. */
  recall: readonly string[];
  /** Signing in anew would help, and can be done. */
  maySignIn?: boolean;
};

/** What a line leads to. */
export type Reply =
  | { do: 'tell'; lines: readonly Line[] }
  | { do: 'dispatch'; happenings: readonly Happening[] }
  | { do: 'askWord'; wordFor: WordFor }
  | { do: 'copy' | 'save' | 'saveTarget' | 'signIn' | 'many' }
  | { do: 'go'; way: 'another' | 'back' | 'leave' };

/** A word that is understood in a place, and what it does there. */
export type Word = {
  word: string;
  about: string;
  reply: (view: View) => Reply;
  /** Left out where the words stand in one line, or also from help, where another word tells of it. */
  isQuiet?: 'in one line' | 'always';
};

export const dispatch = (...happenings: Happening[]): Reply => ({ do: 'dispatch', happenings });
export const tell = (lines: readonly Line[]): Reply => ({ do: 'tell', lines });
