import type { QuestionId } from '../plan/answers.ts';
import type { Finding } from '../plan/finding.ts';
import type { Result } from '../plan/result.ts';
import type { TaskState } from '../tasks/task.ts';
import type { Mode } from '../wave/entry.ts';
import type { Happening } from './event.ts';
import type { FirstRun } from './first-run.ts';
import type { Signing } from './signing.ts';
import type { State } from './state.ts';
import type { SavedTarget } from './target-to-save.ts';
import type { WaveEngine } from './wave/wave-screens.ts';

/** A running migration as the screens see it. */
export type Engine = {
  state(): State;
  dispatch(event: Happening): void;
  subscribe(listener: () => void): () => void;
  /** Milliseconds since 1970 by the clock that this migration lives in; simulated in the simulator. */
  now(): number;
  /** The same answers' place with nothing answered yet: another migration. */
  another(): Engine;
  /** Earlier answers to a question, newest first. */
  recall(id: QuestionId): readonly string[];
  /** Saves the plan that is looked at as a file in the current folder; says where, or why not. */
  savePlan(): Promise<Result<string, Finding>>;
  /** Saves where this move lands in its profile; left out where no profile is used. */
  saveTarget?: (target: SavedTarget) => Promise<Result<null, Finding>>;
  /** Begins to sign a person in anew; left out where no person can, as with a token that was brought. */
  signIn?: () => Promise<Signing>;
  /** Ends what may be ended: everything but a submission on its way. */
  stop(): Promise<void>;
};

/** One row of the welcome screen: where to work. */
export type Place = {
  id: string;
  name: string;
  about: string;
  /** What stands at the right, such as "No tenant needed". */
  status: string;
  mode: Mode;
  /** The saved profile that it is; null where no profile holds anything. */
  profile?: string | null;
  /** When it was worked in last, such as "used today"; empty where that is not known. */
  used?: string;
  /** More about it, as terms and values. */
  facts: readonly { term: string; value: string }[];
};

/** A run that is not finished, or was not long ago; one of many rows stands there once. */
export type Work = {
  runId: string;
  label: string;
  state: TaskState;
  when: string;
  /** Of a run with many rows: how many are where, and how many are left to go on with. */
  many?: { counts: string; left: number };
  /** The command that leads back to it. */
  command: string;
};

/** A draft as the welcome screen offers it. */
export type DraftOffer = { draftId: string; label: string; step: number; when: string };

/** No findings where a person gave up their sign-in. */
export type Opening = Promise<Result<Engine, readonly Finding[]>>;

/** Hears of a sign-in that waits for a person. What was begun goes on when it is done. */
export type OnSignIn = (signing: Signing) => void;

/** What the screens do with the terminal besides drawing. */
export type Hands = {
  /** Where the text went: the clipboard, the terminal that was asked to take it, or nowhere. */
  copy(text: string): Promise<'clipboard' | 'terminal' | 'none'>;
  setTitle(text: string): void;
  /** A bell, or a notice of the terminal. */
  notify(text: string): void;
  /** Gives the shell its terminal until it wakes this program up again; null where that cannot be. */
  suspend: (() => Promise<void>) | null;
};

/** Everything the screens need from outside; the front end builds it. */
export type Model = {
  hands: Hands;
  /** The one that is most likely meant stands first. */
  places: readonly Place[];
  /** They were shown before in this program: what is said once is not said again. */
  isAgain?: boolean;
  /** What could not be read of them, such as a broken profile. */
  findings?: readonly Finding[];
  /** What to prepare, while nothing is saved yet. */
  firstRun?: FirstRun;
  /** Where the first frame is: the welcome screen, or a migration that was opened already. */
  engine: Engine | null;
  /** Or a wave that was opened already; it takes the first frame. */
  wave?: WaveEngine | null;
  open(place: Place, onSignIn: OnSignIn): Opening;
  /** Known work in a place, read after the first frame. */
  work(place: Place): Promise<readonly Work[]>;
  follow(place: Place, runId: string, onSignIn: OnSignIn): Opening;
  /** The same for a run of many rows: it leads to their table. */
  followMany(place: Place, runId: string, onSignIn: OnSignIn): WaveOpening;
  /** Migrations that were begun and not submitted, read after the first frame. */
  drafts(place: Place): Promise<readonly DraftOffer[]>;
  continueDraft(place: Place, draftId: string, onSignIn: OnSignIn): Opening;
  /** Makes a profile, or changes one, once the screens have given the terminal back; they are shown again afterwards. */
  changeProfile?: (wish: ProfileWish) => void;
  /** Reads many moves; the place is null where a migration was opened without choosing one. */
  openWave?: (place: Place | null, source: WaveSource) => WaveOpening;
};

/** Many moves: a file by its path, or text under a name, such as lines that were pasted. */
export type WaveSource = { path: string } | { name: string; text: string };

export type WaveOpening = Promise<Result<WaveEngine, readonly Finding[]>>;

/** The name of the profile to change; null for a new one. */
export type ProfileWish = { edit: string | null };

/** How the screens were left. */
export type Farewell = { engine: Engine | null; wave?: WaveEngine | null; findings: readonly Finding[] };
