import type { CleanDryRun } from '../../plan/confirmed.ts';
import type { EntryIds } from '../entry.ts';
import type { RowEntry } from '../row-state.ts';
import type { ReportTime, Times } from './times.ts';

/** One call to the service with the ids that Microsoft support asks for. */
export type ReportRequest = ReportTime &
  EntryIds & {
    call: 'dry run' | 'create' | 'look' | 'cancel';
  };

/**
 * The calls about one row. Of the looks only those that found its task and the last one are kept: a task is looked at
 * hundreds of times.
 */
export function requestsOf(dryRun: CleanDryRun, entries: readonly RowEntry[], times: Times): ReportRequest[] {
  const requests: ReportRequest[] = [ofDryRun(dryRun, times)];
  let lastLook: ReportRequest | null = null;
  for (const entry of entries) {
    const time = times(entry.at);
    if (entry.kind === 'intended')
      requests.push({ call: 'create', ...time, requestId: null, clientRequestId: entry.clientRequestId });
    else if (entry.kind === 'cleared') requests.push(ofDryRun(entry.dryRun, times));
    else if (entry.kind === 'observed') lastLook = { call: 'look', ...time, ...idsOf(entry.ids) };
    else if (entry.kind === 'cancelAsked') requests.push({ call: 'cancel', ...time, ...idsOf(entry.ids) });
    else answer(requests, entry, time);
  }
  return lastLook === null ? requests : [...requests, lastLook];
}

const ofDryRun = ({ at, requestId, clientRequestId }: CleanDryRun, times: Times): ReportRequest => ({
  call: 'dry run',
  ...times(at),
  requestId,
  clientRequestId,
});

/** An answer belongs to the create whose id it carries; a task that was found later came of a look of its own. */
function answer(requests: ReportRequest[], entry: RowEntry, time: ReportTime): void {
  const ids = idsIn(entry);
  if (ids === null || (ids.requestId === null && ids.clientRequestId === null)) return;
  const at = requests.findLastIndex(({ call }) => call === 'create');
  const create = requests[at];
  if (create && ids.clientRequestId === create.clientRequestId)
    requests[at] = { ...create, requestId: ids.requestId ?? create.requestId };
  else if (entry.kind === 'accepted' || entry.kind === 'adopted') requests.push({ call: 'look', ...time, ...ids });
}

function idsIn(entry: RowEntry): EntryIds | null {
  if ('ids' in entry) return idsOf(entry.ids);
  return 'finding' in entry ? idsOf(entry.finding) : null;
}

const idsOf = ({ requestId, clientRequestId }: EntryIds): EntryIds => ({ requestId, clientRequestId });
