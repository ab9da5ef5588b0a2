import { type Finding, finding, type NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { lookAtTask } from '../runtime/look.ts';
import { stillUnconfirmed } from '../wave/findings.ts';
import { commandLine } from '../wizard/way-back.ts';
import type { Raw } from './command.ts';
import { isUnsent, type Target } from './targets.ts';
import { isOpenPlace, report, type Seen } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/** The state of tasks, asked once. It exits with 0 whatever the state. */
export const run = (raw: Raw, ports: Ports): Promise<number> =>
  withTargets(raw, ports, { heldBy: 'nothing', needs: 'read' }, show);

async function show(around: Around): Promise<number> {
  const seen = await Promise.all(around.targets.map((target) => lookOnce(around, target)));
  const exitCode = around.findings.length === 0 ? 0 : 5;
  return report({ kind: 'status', exitCode, seen, next: nextFor(seen, around) }, around);
}

/** A target as the service tells of it now. A submission nobody answered is left to resume. */
export async function lookOnce({ opened }: Pick<Around, 'opened'>, target: Target): Promise<Seen> {
  const { label, followed, place } = target;
  const unknowable = whyNotAsked(target);
  if (unknowable) return { label, followed, place, finding: unknowable };
  const look = await lookAtTask(opened.services, followed);
  if (!look.ok) return { label, followed, place, finding: look.finding };
  return { label, followed: { ...followed, task: look.task }, place, finding: null };
}

/** Why the service is not asked about a target; null where it can be. */
export function whyNotAsked({ label, followed, place }: Target): Finding | null {
  if (isOpenPlace(place)) return stillUnconfirmed(followed.move, followed.runId, false);
  return isUnsent(place) ? (followed.trouble ?? notSent(label)) : null;
}

const notSent = (label: string): Finding =>
  finding({
    field: 'run',
    code: 'notSent',
    what: `The move of ${label} was confirmed but not sent.`,
    why: 'crossorg was stopped before it sent it. The service knows nothing of it.',
    next: 'Go on with the run, or plan the move again.',
  });

/** What is worth doing about tasks in these states. */
export function nextFor(seen: readonly Seen[], { opened: { session } }: Pick<Around, 'opened'>): NextStep[] {
  return seen.flatMap(({ followed: { task, runId }, place }): NextStep[] => {
    if (isOpenPlace(place))
      return [{ do: 'Find out whether it arrived.', who: 'you', command: commandLine(session, 'resume', runId) }];
    if (place === 'draft')
      return [{ do: 'Go on with it.', who: 'you', command: commandLine(session, 'resume', runId) }];
    if (task?.id && !task.final)
      return [{ do: 'Watch it.', who: 'you', command: commandLine(session, 'watch', task.id) }];
    return [];
  });
}
