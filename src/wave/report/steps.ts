import type { TaskState } from '../../tasks/task.ts';
import type { LedgerEntry } from '../entry.ts';
import { afterEntry, type RowEntry, type RowState, stateOf } from '../row-state.ts';
import type { ReportTime, Times } from './times.ts';

/** One thing that was recorded about a row, and the state it led to. */
export type ReportStep = ReportTime & { state: TaskState; note: string };

const notes: Partial<Record<LedgerEntry['kind'], string>> = {
  intended: 'sent, its answer is awaited',
  accepted: 'accepted by the service',
  adopted: 'found in the service',
  rejected: 'refused',
  conflicted: 'stopped, because another task has this source',
  unsent: 'not taken in, so nothing of it is in the service',
  unconfirmed: 'the answer was lost',
  cleared: 'a new dry run was clean, so it may be sent once more',
  cancelAsked: 'cancelling was asked for',
  cancelRefused: 'cancelling was refused',
};

const seen = 'seen at a look';
const foundNothing = 'last look so far, nothing found';

const noteOf = (entry: RowEntry): string | undefined =>
  entry.kind === 'looked' && entry.look.found === 'nothing' ? foundNothing : notes[entry.kind];

/** The story of one row, told by folding its entries once more. Looks that changed nothing are left out, but for the last of those that found nothing. */
export function stepsOf(first: RowState, entries: readonly RowEntry[], times: Times): ReportStep[] {
  const steps: ReportStep[] = [{ ...times(first.confirmation.at), state: stateOf(first), note: 'confirmed' }];
  let row = first;
  for (const entry of entries) {
    const before = stateOf(row);
    row = afterEntry(row, entry);
    const state = stateOf(row);
    const note = noteOf(entry);
    if (note === foundNothing && steps.at(-1)?.note === foundNothing) steps.pop();
    if (note !== undefined || state !== before) steps.push({ ...times(entry.at), state, note: note ?? seen });
  }
  return steps;
}
