import type { QuestionId } from '../plan/answers.ts';
import type { CleanDryRun, ConfirmedMove } from '../plan/confirmed.ts';
import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { Origin, Typed } from '../plan/typed.ts';
import type { Task } from '../tasks/task.ts';
import type { Look } from '../wave/entry.ts';
import type { DryRunReport, EffectId, Followed, State } from './state.ts';

/** What came of a submission: exactly one of these, whatever happened on the way. */
export type SubmitOutcome =
  | { result: 'accepted' | 'adopted'; runId: string; row: number; task: Task; at: number; findings: readonly Finding[] }
  | { result: 'rejected' | 'conflict'; runId: string | null; findings: readonly Finding[] }
  | { result: 'unconfirmed'; runId: string; row: number; at: number; findings: readonly Finding[]; mayResend: boolean };

/** What one look at a task brought. A failed look keeps the task as it was. */
export type LookOutcome =
  | { ok: true; task: Task; at: number }
  | { ok: false; finding: Finding; at: number; fatal: boolean };

/** Past-tense facts. Those that answer an effect carry its id, so that stale ones can be ignored. `at` is our clock. */
export type Event = { at: number } & (
  | { type: 'answered'; id: QuestionId; text: string; origin: Origin }
  /** `text` is what stood in the field that was left. */
  | { type: 'wentBack'; text?: string }
  | { type: 'reopened'; to: QuestionId; text?: string }
  | { type: 'dryRunAsked' }
  | { type: 'dryRunFinished'; effect: EffectId; report: DryRunReport }
  | { type: 'confirmationOpened' }
  | { type: 'sourceLookedUp'; effect: EffectId; look: Look | null; findings: readonly Finding[] }
  | { type: 'confirmed'; word: string }
  | { type: 'submitted'; effect: EffectId; outcome: SubmitOutcome }
  | { type: 'lookAsked' }
  | { type: 'resendAsked'; word: string }
  | { type: 'looked'; effect: EffectId; outcome: LookOutcome }
  | { type: 'cancelAsked'; word: string }
  | { type: 'cancelFinished'; effect: EffectId; outcome: LookOutcome; refused: Finding | null }
  | { type: 'triedAgain' }
  | { type: 'draftKept'; effect: EffectId }
);

/** Work for the shell, as data. The shell echoes `id` in the event that answers it. */
export type Effect = { id: EffectId } & (
  | { type: 'dryRun'; move: PlannedMove; own: readonly Finding[] }
  | { type: 'lookUpSource'; move: PlannedMove }
  | { type: 'submit'; confirmed: ConfirmedMove; dryRun: CleanDryRun; typed: Typed }
  /** Waits, then goes on looking for a task whose create was not answered. */
  | { type: 'settle'; followed: Followed; resend: boolean; afterMs: number }
  /** Waits, then asks the service once. */
  | { type: 'look'; followed: Followed; afterMs: number }
  | { type: 'cancelTask'; followed: Followed }
  | { type: 'saveDraft'; typed: Typed }
  | { type: 'dropDraft' }
);

export type Step = { state: State; effects: readonly Effect[] };

type Untimed<E> = E extends Event ? Omit<E, 'at'> : never;
/** An event as front ends say it; the runtime adds the time. */
export type Happening = Untimed<Event>;
