import type { NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { lookAtTask } from '../runtime/look.ts';
import { commandLine } from '../wizard/way-back.ts';
import type { Raw } from './command.ts';
import type { Target } from './targets.ts';
import { reportTasks, type Seen } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/** The state of tasks, asked once. It exits with 0 whatever the state. */
export const run = (raw: Raw, ports: Ports): Promise<number> => withTargets(raw, ports, { submits: false }, show);

async function show(around: Around): Promise<number> {
  const seen = await Promise.all(around.targets.map((target) => lookOnce(around, target)));
  return reportTasks('status', 0, seen, nextFor(seen, around), around);
}

/** A target as the service tells of it now. A submission nobody answered is left to resume. */
export async function lookOnce({ opened }: Pick<Around, 'opened'>, target: Target): Promise<Seen> {
  const { label, followed, isOpen } = target;
  if (isOpen || followed.task === null) return { label, followed, isOpen, finding: followed.trouble };
  const look = await lookAtTask(opened.services, followed);
  if (!look.ok) return { label, followed, isOpen, finding: look.finding };
  return { label, followed: { ...followed, task: look.task }, isOpen, finding: null };
}

/** What is worth doing about tasks in these states. */
export function nextFor(seen: readonly Seen[], { opened: { session } }: Pick<Around, 'opened'>): NextStep[] {
  return seen.flatMap(({ followed: { task, runId }, isOpen }): NextStep[] => {
    if (isOpen)
      return [{ do: 'Find out whether it arrived.', who: 'you', command: commandLine(session, 'resume', runId) }];
    if (task?.id && !task.final)
      return [{ do: 'Watch it.', who: 'you', command: commandLine(session, 'watch', task.id) }];
    return [];
  });
}
