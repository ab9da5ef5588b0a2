import type { CleanDryRun, Confirmation } from '../plan/confirmed.ts';
import type { Finding } from '../plan/finding.ts';
import type { Task, TaskState } from '../tasks/task.ts';
import type { EntryIds, LedgerEntry, Look, RowPlan } from './entry.ts';

/**
 * Where a row stands between us and the service. `intended`: a create may have left and nobody recorded what came of it;
 * `unconfirmed`: it left, and its answer was lost.
 */
export type Place = 'draft' | 'intended' | 'unconfirmed' | 'accepted' | 'adopted' | 'rejected' | 'conflicted';

/** One create that was let go. */
export type Intent = {
  at: number;
  /** When its answer was given up; the intent's own time until then. The wait before a resend counts from here. */
  openSince: number;
  clientRequestId: string;
  baseline: Look | null;
};

/** One row as the entries about it tell. Times are service times. */
export type RowState = {
  plan: RowPlan;
  confirmation: Confirmation;
  /** The plan ids that the confirmation covers. */
  covered: readonly string[];
  place: Place;
  baseline: Look | null;
  /** The last create that was let go; null while none was. */
  intent: Intent | null;
  /** How many creates were let go. */
  intents: number;
  /** Looks since the last create that found nothing new. */
  looks: number;
  /** Set from a clean dry run after long empty looks until the create that follows. */
  cleared: CleanDryRun | null;
  task: Task | null;
  ids: EntryIds | null;
  acceptedAt: number | null;
  /** Why it was rejected, conflicted, not sent or unconfirmed. */
  finding: Finding | null;
  /** What the comparison of the accepted task with the plan brought. */
  findings: readonly Finding[];
  cancelAsked: boolean;
  cancelRefused: Finding | null;
  /** When the last entry about it was written. */
  at: number;
};

export type RowEntry = Extract<LedgerEntry, { row: number }>;
type Opened = Extract<LedgerEntry, { kind: 'opened' }>;

export const firstState = (plan: RowPlan, { confirmation, at }: Opened, covered: readonly string[]): RowState => ({
  plan,
  confirmation,
  covered,
  place: 'draft',
  baseline: null,
  intent: null,
  intents: 0,
  looks: 0,
  cleared: null,
  task: null,
  ids: null,
  acceptedAt: null,
  finding: null,
  findings: [],
  cancelAsked: false,
  cancelRefused: null,
  at,
});

/** One entry about a row taken in. Kinds it does not know change nothing. */
export const afterEntry = (row: RowState, entry: RowEntry): RowState => {
  const change = changeOf(row, entry);
  return change === null ? row : { ...row, ...change, at: entry.at };
};

function changeOf(row: RowState, entry: RowEntry): Partial<RowState> | null {
  switch (entry.kind) {
    case 'baseline':
      return { baseline: entry.look };
    case 'intended':
      return afterIntent(row, entry);
    case 'accepted':
    case 'adopted':
      return {
        place: entry.kind,
        task: entry.task,
        ids: entry.ids,
        findings: entry.findings,
        acceptedAt: entry.at,
        finding: null,
      };
    case 'unconfirmed':
      return {
        place: entry.kind,
        finding: entry.finding,
        intent: row.intent && { ...row.intent, openSince: entry.at },
      };
    case 'rejected':
    case 'conflicted':
      return { place: entry.kind, finding: entry.finding };
    case 'unsent':
      return { place: 'draft', finding: entry.finding };
    case 'looked':
      return { looks: row.looks + 1 };
    case 'cleared':
      return { cleared: entry.dryRun };
    case 'observed':
      return { task: entry.task, ids: entry.ids };
    case 'cancelAsked':
      return { cancelAsked: true, cancelRefused: null };
    case 'cancelRefused':
      return { cancelRefused: entry.finding };
    default:
      return null;
  }
}

const afterIntent = (
  row: RowState,
  { at, clientRequestId }: Extract<LedgerEntry, { kind: 'intended' }>,
): Partial<RowState> => ({
  place: 'intended',
  intent: { at, openSince: at, clientRequestId, baseline: row.baseline },
  intents: row.intents + 1,
  looks: 0,
  cleared: null,
  finding: null,
});

/** Whether a create is out and nobody knows whether its task exists. */
export const isOpen = ({ place }: RowState): boolean => place === 'intended' || place === 'unconfirmed';

/** The word screens and scripts know. Refused rows are drafts: nothing of them is in the service. */
export function stateOf(row: RowState): TaskState {
  if (isOpen(row)) return 'unconfirmed';
  return row.place === 'accepted' || row.place === 'adopted' ? (row.task?.state ?? 'unknown') : 'draft';
}
