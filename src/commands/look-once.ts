import { type Finding, finding } from '../plan/finding.ts';
import { lookAtTask } from '../runtime/look.ts';
import { stillUnconfirmed } from '../wave/findings.ts';
import { isUnsent, type Target } from './targets.ts';
import { isOpenPlace, type Seen } from './task-lines.ts';
import type { Around } from './with-targets.ts';

/** A target as the service tells of it now. A submission nobody answered is left to resume. */
export async function lookOnce(
  { opened }: Pick<Around, 'opened'>,
  target: Target,
  signal?: AbortSignal,
): Promise<Seen> {
  const { label, followed, place } = target;
  const unknowable = whyNotAsked(target);
  if (unknowable) return { label, followed, place, finding: unknowable };
  const look = await lookAtTask(opened.services, followed, signal);
  if (!look.ok) return { label, followed, place, finding: look.finding };
  return { label, followed: { ...followed, task: look.task }, place, finding: null };
}

/** The same without asking anybody. */
export const seenAsRecorded = (target: Target): Seen => {
  const { label, followed, place } = target;
  return { label, followed, place, finding: whyNotAsked(target) };
};

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
