import type { QuestionId } from '../plan/answers.ts';
import type { CleanDryRun } from '../plan/confirmed.ts';
import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { Profile } from '../plan/profile.ts';
import type { Typed } from '../plan/typed.ts';
import type { Task } from '../tasks/task.ts';
import type { Look, Mode, TenantFace } from '../wave/entry.ts';
import type { HistoryLine } from '../wave/history.ts';
import type { Hints } from './suggest.ts';

/** What a migration happens in; fixed from the first screen to the last. */
export type Session = {
  mode: Mode;
  endpoint: string;
  profile: string | null;
  /** The profile itself, where there is one: what holds answers to its two tenants. */
  saved?: Profile;
  /** The target tenant's name, which is typed in place of yes on a profile's first live use. */
  targetWord?: string;
  source: TenantFace;
  target: TenantFace;
  /** IANA name; dates without an offset are in it. */
  zone: string;
  account: string | null;
  /** What is to be said of the sign-in with every plan, such as that it is a guest's. */
  warnings?: readonly Finding[];
  /** When a token that was brought ends, in milliseconds since 1970; a sign-in is renewed, so it has none. */
  tokenEndsAt?: number;
  change: string | null;
  /** What saves typing; null where nothing is known. */
  hints: Hints | null;
};

/** One answer of the service to `validateOnly`. `findings` hold what it found, own warnings included. */
export type DryRunReport = {
  planId: string;
  clean: CleanDryRun | null;
  rawStatus: string | null;
  at: number;
  findings: readonly Finding[];
  requestId: string | null;
  clientRequestId: string | null;
  /** The service's own text, cleaned, for the curious. */
  raw: string;
};

/** A submitted migration as the screens follow it. */
export type Followed = {
  runId: string;
  row: number;
  move: PlannedMove;
  task: Task | null;
  history: readonly HistoryLine[];
  /** What the submission itself brought, an alarm about the echo included. */
  findings: readonly Finding[];
  /** Why the last look brought nothing; null after a good one. */
  trouble: Finding | null;
  /** When the task was accepted, service time. */
  acceptedAt: number;
  /** When the service is asked next, by our clock; null while asking or when there is nothing to ask. */
  nextLookAt: number | null;
  /** How often the service has been asked about this task. */
  looks: number;
};

export type Base = { session: Session; typed: Typed; effects: number };

/**
 * The life of one migration. Serialisable: dates are numbers, nothing is a function. `submitting` is never restored
 * from it, only from the ledger.
 */
export type State = Base &
  (
    | { status: 'asking'; at: QuestionId; findings: readonly Finding[] }
    | { status: 'reviewing'; move: PlannedMove; findings: readonly Finding[] }
    | { status: 'dryRunning'; move: PlannedMove; findings: readonly Finding[]; waitingFor: EffectId }
    | { status: 'dryRunDone'; move: PlannedMove; report: DryRunReport }
    | {
        status: 'confirming';
        move: PlannedMove;
        report: DryRunReport & { clean: CleanDryRun };
        /** Null while the service is still being asked about the source. */
        look: Look | null;
        findings: readonly Finding[];
        waitingFor: EffectId | null;
      }
    | { status: 'submitting'; move: PlannedMove; report: DryRunReport; waitingFor: EffectId }
    | {
        status: 'refused';
        move: PlannedMove;
        report: DryRunReport;
        runId: string | null;
        findings: readonly Finding[];
        conflict: boolean;
      }
    /** Sent, and nobody knows yet whether the task exists. */
    | { status: 'unconfirmed'; followed: Followed; waitingFor: EffectId | null; mayResend: boolean }
    | { status: 'watching'; followed: Followed; waitingFor: EffectId | null }
    | { status: 'cancelling'; followed: Followed; waitingFor: EffectId }
    | { status: 'finished'; followed: Followed }
  );

export type EffectId = number;
export type StateOf<S extends State['status']> = Extract<State, { status: S }>;
