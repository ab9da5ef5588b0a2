import type { CleanDryRun, ConfirmedMove } from '../../plan/confirmed.ts';
import type { Finding } from '../../plan/finding.ts';
import type { PlannedMove } from '../../plan/plan.ts';
import type { Typed } from '../../plan/typed.ts';
import type { Task, TaskState } from '../../tasks/task.ts';
import type { SubmitOutcome } from '../event.ts';
import type { EffectId } from '../state.ts';
import type { LineCheck, WaveFile, WaveLine, WaveState } from './wave-state.ts';

/** Past-tense facts about a wave. Those that answer an effect carry its id. `at` is our clock. */
export type WaveEvent = {
  at: number;
} /** The file was read, or read again with mends. Checks of lines that did not change are kept. */ & (
  | { type: 'fileRead'; file: WaveFile; lines: readonly WaveLine[] }
  | { type: 'rowsChosen'; rows: ReadonlySet<number> | null }
  | { type: 'checkAsked' }
  | { type: 'rowsChecked'; effect: EffectId; checks: ReadonlyMap<number, LineCheck> }
  | { type: 'checkEnded'; effect: EffectId; breaker: Finding | null }
  | { type: 'wentBack' }
  | { type: 'confirmationOpened' }
  /** The name of the target tenant, on a profile's first live use. */
  | { type: 'targetNamed'; name: string }
  | { type: 'confirmed'; word: string }
  | { type: 'runOpened'; effect: EffectId; runId: string }
  | { type: 'rowsSent'; effect: EffectId; outcomes: ReadonlyMap<number, SubmitOutcome | 'leaving'> }
  | { type: 'waitBegan'; effect: EffectId; ms: number; finding: Finding | null }
  | {
      type: 'submitEnded';
      effect: EffectId;
      runId: string | null;
      reason: 'done' | 'stopped' | 'breaker' | 'error';
      finding: Finding | null;
    }
  /** Begin nothing new; what has left gets its answer. */
  | { type: 'stopAsked' }
  | { type: 'goOnAsked' }
  | { type: 'rowsSeen'; effect: EffectId; seen: ReadonlyMap<number, SeenRow> }
  | { type: 'followEnded'; effect: EffectId }
  | { type: 'lookAsked' }
  /** The word is the number of rows. */
  | { type: 'cancelAsked'; rows: readonly number[]; word: string }
  | { type: 'rowCancelled'; effect: EffectId; row: number; task: Task | null; refused: Finding | null }
  | { type: 'cancelEnded'; effect: EffectId }
);

/** How the record has a row; another process may have sent it meanwhile. */
export type Recorded = { state: TaskState; findings: readonly Finding[] };

/** What a look at a row brought. */
export type SeenRow = { task: Task | null; trouble: Finding | null; recorded?: Recorded };

export type WaveSubmission = {
  row: number;
  line: number | null;
  typed: Typed;
  confirmed: ConfirmedMove;
  dryRun: CleanDryRun;
};

/** Work for the shell, as data. */
export type WaveEffect = { id: EffectId } & (
  | {
      type: 'check';
      rows: readonly { row: number; move: PlannedMove; own: readonly Finding[] }[];
      known: ReadonlyMap<string, LineCheck>;
    }
  | { type: 'submit'; rows: readonly WaveSubmission[] }
  /** `resend`: rows that the service still does not know are sent once more, where that is allowed. */
  | { type: 'resume'; runId: string; resend: boolean }
  | { type: 'follow'; runId: string }
  | { type: 'cancel'; runId: string; rows: readonly number[] }
);

export type WaveStep = { state: WaveState; effects: readonly WaveEffect[] };

type Untimed<E> = E extends WaveEvent ? Omit<E, 'at'> : never;
/** An event as front ends say it; the runtime adds the time. */
export type WaveHappening = Untimed<WaveEvent>;
