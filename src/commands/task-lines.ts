import { besideFindings, documentOf, nextSteps, uniqueSteps } from '../frontends/output.ts';
import { stateWords } from '../frontends/plain-lines.ts';
import type { Finding, NextStep } from '../plan/finding.ts';
import { duration, utcTime } from '../plan/schedule.ts';
import type { TaskState } from '../tasks/task.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { Place } from '../wave/row-state.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { Followed, Session } from '../wizard/state.ts';
import { taskFinding } from '../wizard/task-finding.ts';
import type { Console } from './console.ts';
import { countsOf, mostLines, mostSteps } from './many-rows.ts';
import { isUnsent } from './targets.ts';
import { tellGroups } from './wave/group-lines.ts';
import type { Around } from './with-targets.ts';

/** What came of looking at one target. */
export type Seen = { label: string; followed: Followed; place: Place | null; finding: Finding | null };

/** A create is out, and nobody knows yet whether its task exists. */
export const isOpenPlace = (place: Place | null): boolean => place === 'intended' || place === 'unconfirmed';

/** The word for a state: our own where the service's is not the whole truth. */
export function stateOfSeen({ place, followed: { task } }: Seen): TaskState {
  if (isOpenPlace(place)) return 'unconfirmed';
  return isUnsent(place) ? 'draft' : (task?.state ?? 'unknown');
}

/** A task as one line: id, state, source, and since when. */
export function taskLine(seen: Seen, now: number): string {
  const { task } = seen.followed;
  const raw = task?.state === 'unknown' ? ` (${task.rawStatus})` : '';
  const at = task?.finishedAt ?? task?.updatedAt ?? task?.startedAt ?? null;
  const time = at === null ? '' : `  ${utcTime(at)}${task?.final ? '' : `, ${duration(now - at)} ago`}`;
  return `${task?.id ?? 'no task id'}  ${stateWords[stateOfSeen(seen)]}${raw}  ${seen.label}${time}`;
}

export type Report = {
  kind: string;
  exitCode: number;
  seen: readonly Seen[];
  /** What to do beside what the findings say. */
  next: readonly NextStep[];
  /** What was asked for: nothing is to be said about tasks in this state. */
  wanted?: TaskState;
  /** What the document holds in place of `tasks`. */
  body?: Readonly<Record<string, unknown>>;
};

/** Prints tasks and findings, ends the output, and returns the exit code. */
export function report(
  { kind, exitCode, seen, next, wanted, body }: Report,
  around: Pick<Around, 'console' | 'opened' | 'findings'>,
): number {
  const { console, opened } = around;
  const { session, services } = opened;
  const { output } = console;
  const now = services.clock.now();
  const rows = seen.map((one) => ({ one, about: inPlace(findingsAbout(one, session, wanted), session) }));
  const general = inPlace([...(session.warnings ?? []), ...around.findings], session);
  const findings = [...general, ...rows.flatMap(({ about }) => about)];
  const own = besideFindings(next, findings);
  if (seen.length > mostLines) tellTogether(rows, general, console);
  else {
    output.text(seen.map((one) => taskLine(one, now)));
    console.findings(findings);
  }
  console.steps(own);
  const tasks = seen.map((one) => taskJson(one.followed.task, { source: one.label, state: stateOfSeen(one) }));
  const all = uniqueSteps([...own, ...nextSteps(findings)]).slice(0, mostSteps);
  const steps = { findings, next: all, timeZone: session.zone };
  output.finish(documentOf(kind, exitCode, session, { ...(body ?? { tasks }), ...steps }), now);
  return exitCode;
}

type About = { one: Seen; about: readonly Finding[] };

/** Many tasks in numbers; what there is to say about them once for all that have the same. */
function tellTogether(rows: readonly About[], general: readonly Finding[], console: Console): void {
  const { output } = console;
  output.text(`${rows.length} rows: ${countsOf(rows.map(({ one }) => stateOfSeen(one)))}`);
  const grouped = rows.map(({ one, about }) => ({ row: one.followed.row, line: null, findings: about }));
  tellGroups(grouped, console);
  console.findings(general);
}

/** What is to say about a task: why it failed or was cancelled, what the look itself brought. */
function findingsAbout({ followed, finding }: Seen, session: Session, wanted: TaskState | undefined): Finding[] {
  const { task, move, findings } = followed;
  const about = task === null || task.state === wanted ? null : taskFinding(task, move, session);
  return [...findings, about, finding].filter((one) => one !== null);
}
