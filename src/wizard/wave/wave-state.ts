import type { ResourceType } from '../../plan/answers.ts';
import type { CleanDryRun } from '../../plan/confirmed.ts';
import type { Finding } from '../../plan/finding.ts';
import type { PlannedMove } from '../../plan/plan.ts';
import type { Typed } from '../../plan/typed.ts';
import type { Task, TaskState } from '../../tasks/task.ts';
import type { Column } from '../../wave/csv/columns.ts';
import type { Fix } from '../../wave/csv/fix.ts';
import type { EffectId, Session } from '../state.ts';

/** What the service said about a row before anything was sent. */
export type LineCheck = {
  planId: string;
  /** Null where it is not clean. */
  clean: CleanDryRun | null;
  findings: readonly Finding[];
  at: number;
};

/** One move of a wave on all its way. Rows are numbered from 1, lines as an editor counts them. */
export type WaveLine = {
  row: number;
  line: number | null;
  type: ResourceType | null;
  /** As they were written; empty where the line has none. */
  source: string;
  target: string;
  /** The target was made by the naming rule and looked up by nobody. */
  isByRule: boolean;
  typed: Typed;
  /** Null while an error of our own stands against it. */
  move: PlannedMove | null;
  /** What our own checks say. */
  own: readonly Finding[];
  check: LineCheck | null;
  state: TaskState;
  task: Task | null;
  /** Why it was not sent, was refused or is unconfirmed, or what is odd about its task. */
  findings: readonly Finding[];
  /** Why the last look brought nothing; null after a good one. */
  trouble: Finding | null;
  /** When it came into this state, service time where the service has spoken; null for drafts. */
  since: number | null;
};

/** The file as far as screens show it. */
export type WaveFile = {
  name: string;
  columns: readonly Column[];
  /** Findings about the file, its columns and lines that are no rows. */
  findings: readonly Finding[];
  /** Every mend that a finding offers. */
  fixes: readonly Fix[];
  /** Lines left out on purpose. */
  leftOut: number;
  /** Text of the whole file with the mends made so far; what `wave.fixed.csv` gets. */
  isMended: boolean;
  /** The flags that it is read with, as words of a command; left out where there are none. */
  words?: readonly string[];
  /** The run whose rows are asked for again. */
  retryOf?: string;
};

export type WaveBase = {
  session: Session;
  file: WaveFile;
  lines: readonly WaveLine[];
  /** Rows that take part; the others stay drafts. Null: all. */
  chosen: ReadonlySet<number> | null;
  effects: number;
};

/**
 * The life of a wave. What is under way in the service is never restored from it, only from the ledger.
 */
export type WaveState = WaveBase &
  /** Read, and nobody was asked yet. */
  (
    | { status: 'reading' }
    | { status: 'checking'; done: number; total: number; waitingFor: EffectId }
    /** The service was asked about every row, or said something that would stop all of them. */
    | { status: 'checked'; breaker: Finding | null }
    /** On a profile's first live use its target is named before the number is taken. */
    | { status: 'confirming'; findings: readonly Finding[]; isTargetNamed: boolean }
    | {
        status: 'submitting';
        runId: string | null;
        done: number;
        total: number;
        /** The service asked to wait, or its queue is full; until when, by our clock. */
        waiting: { finding: Finding | null; until: number } | null;
        isStopping: boolean;
        waitingFor: EffectId;
      }
    /** Some rows are not sent, and the run can go on. */
    | { status: 'paused'; runId: string; reason: 'breaker' | 'error' | 'stopped'; finding: Finding | null }
    | { status: 'watching'; runId: string; waitingFor: EffectId | null }
    | { status: 'cancelling'; runId: string; rows: readonly number[]; done: number; waitingFor: EffectId }
    /** Everything is final, or stays as it is. */
    | { status: 'over'; runId: string }
  );

export type WaveStateOf<S extends WaveState['status']> = Extract<WaveState, { status: S }>;
