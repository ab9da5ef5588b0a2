import type { Finding } from '../plan/finding.ts';
import { isKnownZone } from '../plan/zone.ts';
import type { TaskState } from '../tasks/task.ts';
import type { LedgerEntry, RunHeader } from './entry.ts';
import { cleaned } from './report/cleaned.ts';
import { type Recorded, type ReportRow, reportRow } from './report/row.ts';
import { type ReportTime, type Times, timesIn } from './report/times.ts';
import { firstState, type RowEntry, type RowState } from './row-state.ts';
import { countStates, foldEntries, type RunState } from './run-state.ts';

/** One typed confirmation and how many rows it covers. A run that is gone on with later has more than one. */
export type ReportConfirmation = ReportTime & { word: string; rows: number; covers: string };

/** Everything a change board wants to know of a run, ready to be written in any form. */
export type Report = Omit<RunHeader, 'runId'> & {
  run: string;
  opened: ReportTime;
  /** When the last thing was recorded. By the simulated clock in the simulator, as all times but `written`. */
  recorded: ReportTime;
  written: ReportTime;
  confirmations: readonly ReportConfirmation[];
  counts: Partial<Record<TaskState, number>>;
  /** How many rows have a task in the service. */
  submitted: number;
  /** How many rows may still change: their task was not final when it was last looked at, or nobody knows of one. */
  unfinished: number;
  rows: readonly ReportRow[];
};

type Around = {
  /** In place of the zone of the run. */
  zone?: string | undefined;
  /** This computer's clock, in milliseconds since 1970. */
  now: number;
  /** What there is to say about a row. */
  findingsOf(row: RowState): readonly Finding[];
};

/** A run's ledger as a report; null while the run was not opened. Takes time in proportion to the entries. */
export function reportOf(entries: readonly LedgerEntry[], { zone, now, findingsOf }: Around): Report | null {
  const run = foldEntries(entries);
  const { header, openedAt } = run;
  if (header === null || openedAt === null) return null;
  const shown = zone ?? (isKnownZone(header.zone) ? header.zone : 'UTC');
  const times = timesIn(shown);
  const { runId, ...rest } = header;
  return {
    run: runId,
    ...cleaned(rest),
    zone: shown,
    opened: times(openedAt),
    recorded: times(entries.reduce((latest, { at }) => Math.max(latest, at), openedAt)),
    written: times(now),
    confirmations: confirmationsIn(entries, times),
    counts: countStates(run),
    submitted: run.rows.filter(({ task }) => task !== null).length,
    unfinished: run.rows.filter(mayChange).length,
    rows: recordedRows(run, entries).map((recorded) => reportRow(recorded, findingsOf(recorded.now), times)),
  };
}

/** Whether anything may still come of a row: it waits to be sent, nobody knows whether it was, or its task goes on. */
export const mayChange = ({ place, task }: Pick<RowState, 'place' | 'task'>): boolean =>
  place === 'accepted' || place === 'adopted' ? task?.final !== true : place !== 'rejected' && place !== 'conflicted';

const confirmationsIn = (entries: readonly LedgerEntry[], times: Times): ReportConfirmation[] =>
  entries.flatMap((entry) =>
    entry.kind === 'opened'
      ? [
          cleaned({
            ...times(entry.confirmation.at),
            word: entry.confirmation.word,
            rows: entry.rows.length,
            covers: entry.confirmation.covers,
          }),
        ]
      : [],
  );

/** Each row with its own entries, in one pass over all of them. */
function recordedRows({ rows }: RunState, entries: readonly LedgerEntry[]): Recorded[] {
  const firsts = new Map<number, RowState>();
  const about = new Map<number, RowEntry[]>();
  for (const entry of entries) {
    if (entry.kind === 'opened') {
      for (const plan of entry.rows) if (!firsts.has(plan.row)) firsts.set(plan.row, firstState(plan, entry, []));
    } else if (firsts.has(entry.row)) {
      const known = about.get(entry.row);
      if (known) known.push(entry);
      else about.set(entry.row, [entry]);
    }
  }
  return rows.flatMap((now) => {
    const first = firsts.get(now.plan.row);
    return first ? [{ first, now, entries: about.get(now.plan.row) ?? [] }] : [];
  });
}
