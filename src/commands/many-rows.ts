import { stateWords } from '../frontends/plain-lines.ts';
import { type Finding, finding } from '../plan/finding.ts';
import type { TaskState } from '../tasks/task.ts';
import { counted } from '../wizard/wave/wave-summary.ts';
import { plainCommand } from '../wizard/way-back.ts';
import type { Seen } from './task-lines.ts';

/** So many tasks are told one by one; more of them in numbers: nobody listens to a table. */
export const mostLines = 20;

/** So many steps are worth reading. */
export const mostSteps = 20;

/** `38 Completed, 2 Failed` */
export function countsOf(states: readonly TaskState[]): string {
  const groups = Map.groupBy(states, (state) => state);
  return [...groups].map(([state, { length }]) => `${length} ${stateWords[state]}`).join(', ');
}

type Named = Pick<Seen, 'label' | 'followed'>;

/** What leads back to a task: itself, or its run where several of the run are meant. */
export function wayTo(all: readonly Named[]): (one: Named) => string {
  const perRun = Map.groupBy(all, ({ followed }) => followed.runId);
  return ({ label, followed: { runId, task } }) =>
    runId !== '' && (perRun.get(runId)?.length ?? 0) > 1 ? runId : (task?.id ?? label);
}

/** Rows of a run of which nothing was sent are told together, once for each run. */
export function unsentTogether(seen: readonly Seen[]): { seen: Seen[]; findings: Finding[] } {
  const unsent = seen.filter(({ finding: one }) => one?.code === 'notSent');
  const many = [...Map.groupBy(unsent, ({ followed }) => followed.runId)].filter(([, { length }]) => length > 1);
  const together = new Set(many.flatMap(([, rows]) => rows));
  return {
    seen: seen.map((one) => (together.has(one) ? { ...one, finding: null } : one)),
    findings: many.map(([runId, { length }]) => rowsNotSent(length, runId)),
  };
}

const rowsNotSent = (count: number, runId: string): Finding =>
  finding({
    field: 'run',
    code: 'notSent',
    what: `${counted(count, 'row')} of ${runId} ${count === 1 ? 'was' : 'were'} confirmed and not sent.`,
    why: 'The run ended before their turn. The service knows nothing of them.',
    next: [{ do: 'Go on with the run.', who: 'you', command: plainCommand('resume', runId) }],
  });
