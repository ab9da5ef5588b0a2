import type { Fix } from '../../../wave/csv/fix.ts';
import type { NumberQuestion } from '../../../wizard/wave/number-questions.ts';
import type { WaveHappening } from '../../../wizard/wave/wave-event.ts';
import type { WaveEngine, Written } from '../../../wizard/wave/wave-screens.ts';
import type { WaveLine, WaveState } from '../../../wizard/wave/wave-state.ts';
import type { Line } from '../voice.ts';
import type { Numbered } from './problems.ts';

/** What is known when a line is read. */
export type WaveView = {
  state: WaveState;
  /** By the clock of the wave. */
  now: number;
  /** What reading brought, under the numbers by which it is spoken of. */
  problems: readonly Numbered[];
  /** Signing in anew would help, and can be done. */
  maySignIn?: boolean;
  /** Rows were tried again in this sitting, so there is another wave to turn to. */
  isOneOfMany?: boolean;
  /** The run was chosen at the first question, which can be gone back to. */
  isChosen?: boolean;
};

/** What a line leads to. */
export type WaveReply =
  | { do: 'tell'; lines: readonly Line[] }
  | { do: 'dispatch'; happening: WaveHappening }
  | { do: 'mend'; fixes: readonly Fix[]; lines: readonly Line[] }
  | { do: 'write'; write: (engine: WaveEngine) => Promise<Written> }
  | { do: 'askNumber'; about: NumberQuestion }
  | { do: 'retry'; rows: readonly WaveLine[] }
  | { do: 'counts' | 'look' | 'copy' | 'signIn' | 'turn' }
  | { do: 'go'; way: 'back' | 'home' | 'leave' };

/** A word that is understood in a place, with what may stand behind it. */
export type WaveWord = {
  word: string;
  /** What stands behind it, as help shows it; empty where it is not worth showing, left out where nothing may stand there. */
  takes?: string;
  about: string;
  reply: (view: WaveView, rest: string) => WaveReply;
  /** Left out where the words stand in one line, or also from help, where another word tells of it. */
  isQuiet?: 'in one line' | 'always';
};

export const tell = (...lines: readonly Line[]): WaveReply => ({ do: 'tell', lines });
export const dispatch = (happening: WaveHappening): WaveReply => ({ do: 'dispatch', happening });

/** As help and prompts show it: `details 7`. */
export const shownWord = ({ word, takes }: Pick<WaveWord, 'word' | 'takes'>): string =>
  takes ? `${word} ${takes}` : word;
