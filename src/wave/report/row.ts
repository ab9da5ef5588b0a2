import type { ResourceType } from '../../plan/answers.ts';
import type { CleanDryRun } from '../../plan/confirmed.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Destination } from '../../plan/plan.ts';
import { sourceLabel, targetLabel } from '../../tasks/source-key.ts';
import type { TaskState } from '../../tasks/task.ts';
import { type TaskJson, taskJson } from '../../tasks/task-json.ts';
import type { EntryIds } from '../entry.ts';
import { type RowEntry, type RowState, stateOf } from '../row-state.ts';
import { cleaned } from './cleaned.ts';
import { type Person, personIn } from './person.ts';
import { type ReportRequest, requestsOf } from './requests.ts';
import { type ReportStep, stepsOf } from './steps.ts';
import { type ReportTime, type Times, timeOrNull } from './times.ts';

/** One move as a report tells of it. Every text is clean; renderers only escape. */
export type ReportRow = {
  row: number;
  line: number | null;
  /** The whole plan id. */
  plan: string;
  type: ResourceType;
  source: string;
  /** The object id, where the source is shown by its sign-in name but was given by its id. */
  sourceId: string | null;
  target: string;
  /** Where it lands: a host, or an organization with its data location. */
  destination: string;
  start: ReportTime | null;
  latestStart: ReportTime | null;
  state: TaskState;
  /** What the state alone does not say, such as `refused` for a draft; null where it says all. */
  detail: string | null;
  task: TaskJson | null;
  dryRun: ReportTime & EntryIds & { ok: true; status: string };
  sent: ReportTime | null;
  accepted: ReportTime | null;
  /** The service's own times. */
  started: ReportTime | null;
  updated: ReportTime | null;
  finished: ReportTime | null;
  history: readonly ReportStep[];
  requests: readonly ReportRequest[];
  findings: readonly Finding[];
  /** Old and new address, for the moves of people. */
  person: Person | null;
};

/** A row with what was recorded about it, in the order of writing. */
export type Recorded = { first: RowState; now: RowState; entries: readonly RowEntry[] };

export function reportRow({ first, now, entries }: Recorded, findings: readonly Finding[], times: Times): ReportRow {
  const { plan, task } = now;
  const { plan: wanted, id } = plan.move;
  return cleaned({
    row: plan.row,
    line: plan.line,
    plan: id,
    type: wanted.type,
    source: sourceLabel(wanted),
    sourceId: wanted.type === 'user' && wanted.source.by === 'id' && wanted.sourceUpn ? wanted.source.id : null,
    target: targetLabel(wanted),
    destination: destinationText(wanted.destination),
    start: wanted.start === 'now' ? null : times(wanted.start),
    latestStart: timeOrNull(times, wanted.latestStart),
    state: stateOf(now),
    detail: detailOf(now),
    task: taskJson(task),
    dryRun: dryRunOf(plan.dryRun, times),
    sent: timeOrNull(times, now.intent?.at),
    accepted: timeOrNull(times, now.acceptedAt),
    started: timeOrNull(times, task?.startedAt),
    updated: timeOrNull(times, task?.updatedAt),
    finished: timeOrNull(times, task?.finishedAt),
    history: stepsOf(first, entries, times),
    requests: requestsOf(plan.dryRun, entries, times),
    findings,
    person: personIn(wanted, task),
  });
}

/** The dry run that was confirmed. One before a second create stands among the requests. */
const dryRunOf = ({ status, at, requestId, clientRequestId }: CleanDryRun, times: Times): ReportRow['dryRun'] => ({
  ok: true,
  status,
  ...times(at),
  requestId,
  clientRequestId,
});

function destinationText(destination: Destination): string {
  if (destination.by === 'host') return destination.host;
  const { organizationId, location } = destination;
  const where = location === null ? ', the default location' : location === 'unset' ? '' : `, location ${location}`;
  return `organization ${organizationId}${where}`;
}

function detailOf({ place, task, finding }: RowState): string | null {
  switch (place) {
    case 'rejected':
      return 'refused';
    case 'conflicted':
      return 'another task has this source';
    case 'draft':
      return finding === null ? 'not sent yet' : 'not taken in';
    case 'intended':
    case 'unconfirmed':
      return 'sent, answer not known';
    default:
      return task?.state === 'unknown' ? task.rawStatus : null;
  }
}
