import { documentOf } from '../frontends/output.ts';
import { stateWords } from '../frontends/plain-lines.ts';
import { findingLines } from '../frontends/print-findings.ts';
import type { Finding, NextStep } from '../plan/finding.ts';
import { duration, utcTime } from '../plan/schedule.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { Followed, Session } from '../wizard/state.ts';
import { taskFinding } from '../wizard/task-finding.ts';
import type { Around } from './with-targets.ts';

/** What came of looking at one target. */
export type Seen = { label: string; followed: Followed; isOpen: boolean; finding: Finding | null };

/** A task as one line: id, state, source, and since when. */
export function taskLine({ label, followed: { task }, isOpen }: Seen, now: number): string {
  const word = stateWords[isOpen ? 'unconfirmed' : (task?.state ?? 'unknown')];
  const raw = task?.state === 'unknown' ? ` (${task.rawStatus})` : '';
  const at = task?.finishedAt ?? task?.updatedAt ?? task?.startedAt ?? null;
  const time = at === null ? '' : `  ${utcTime(at)}${task?.final ? '' : `, ${duration(now - at)} ago`}`;
  return `${task?.id ?? 'no task id'}  ${word}${raw}  ${label}${time}`;
}

/** What is to say about a task: why it failed or was cancelled, what the look itself brought. */
const findingsAbout = (seen: Seen, session: Session): Finding[] => {
  const about = seen.followed.task ? taskFinding(seen.followed.task, seen.followed.move, session) : null;
  return [...seen.followed.findings, ...(about ? [about] : []), ...(seen.finding ? [seen.finding] : [])];
};

/** Prints tasks and findings, ends the output, and returns the exit code. */
export function reportTasks(
  kind: string,
  exitCode: number,
  seen: readonly Seen[],
  next: readonly NextStep[],
  around: Around,
): number {
  const { console, opened, settings, ports } = around;
  const { session, services } = opened;
  const { output } = console;
  const findings = [...around.findings, ...seen.flatMap((one) => findingsAbout(one, session))];
  output.text(seen.map((one) => taskLine(one, services.clock.now())));
  if (output.format === 'text') {
    const paper = { width: Math.max(40, (ports.streams.err.columns || 80) - 1), ascii: settings.ascii };
    output.notice(findings.flatMap((finding) => findingLines(finding, paper)));
    output.notice(next.flatMap(({ do: what, command }) => (command ? [`${what} ${command}`] : [])));
  }
  const tasks = seen.map(({ label, followed: { task }, isOpen }) =>
    isOpen
      ? taskJson(task, { source: label, state: 'unconfirmed' })
      : taskJson(task, { source: label, state: task?.state ?? 'unknown' }),
  );
  output.finish(documentOf(kind, exitCode, session, { tasks, findings, next, timeZone: session.zone }));
  return exitCode;
}
