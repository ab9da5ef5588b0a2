import type { CleanDryRun, Confirmation } from '../plan/confirmed.ts';
import type { Finding } from '../plan/finding.ts';
import type { PlannedMove } from '../plan/plan.ts';
import type { Typed } from '../plan/typed.ts';
import type { Task } from '../tasks/task.ts';

export type Mode = 'live' | 'simulator' | 'custom';

/** One tenant as a run knew it. */
export type TenantFace = { tenantId: string | null; name: string | null };

/** Everything a run needs to go on in another process. Secrets are never in it. */
export type RunHeader = {
  runId: string;
  mode: Mode;
  endpoint: string;
  profile: string | null;
  source: TenantFace;
  target: TenantFace;
  zone: string;
  /** Who confirmed: the signed-in account, null for a brought token that does not say; and the computer. */
  account: string | null;
  machine: string;
  change: string | null;
  version: string;
};

/** A row as it was confirmed. Rows are numbered from 1; `line` is the line of the file it came from. */
export type RowPlan = { row: number; line: number | null; typed: Typed; move: PlannedMove; dryRun: CleanDryRun };

/** What a look at the source found. `unknowable`: a user known only by object id cannot be looked up. */
export type Look = { found: 'nothing' } | { found: 'task'; task: Task } | { found: 'unknowable' };

/** What identifies the answer behind an entry. */
export type EntryIds = { requestId: string | null; clientRequestId: string | null };

/**
 * One line of a run's ledger. Entries are only ever added; `at` is service time in milliseconds since 1970, or the
 * local clock's where the service has not spoken yet. Order is the order of writing.
 */
export type LedgerEntry = { at: number } & (
  | { kind: 'opened'; header: RunHeader; rows: readonly RowPlan[]; confirmation: Confirmation }
  | { kind: 'baseline'; row: number; look: Look }
  /** On disk before the request leaves. */
  | { kind: 'intended'; row: number; planId: string; clientRequestId: string }
  | { kind: 'accepted'; row: number; task: Task; ids: EntryIds; findings: readonly Finding[] }
  | { kind: 'adopted'; row: number; task: Task; ids: EntryIds; findings: readonly Finding[] }
  | { kind: 'rejected'; row: number; finding: Finding }
  | { kind: 'conflicted'; row: number; finding: Finding }
  /** Turned away unread (throttled, signed out) or never reached the service: the row is as if it had not been sent. */
  | { kind: 'unsent'; row: number; finding: Finding }
  /** No answer, or one that leaves open whether the task exists. */
  | { kind: 'unconfirmed'; row: number; finding: Finding }
  /** One look for a task that may have come of an unconfirmed create. */
  | { kind: 'looked'; row: number; look: Look }
  /** Five minutes of empty looks and a clean dry run: it may be sent once more. */
  | { kind: 'cleared'; row: number; dryRun: CleanDryRun }
  | { kind: 'observed'; row: number; task: Task; ids: EntryIds }
  | { kind: 'cancelAsked'; row: number; ids: EntryIds }
  | { kind: 'cancelRefused'; row: number; finding: Finding }
);
