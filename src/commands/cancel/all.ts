import { localFinding } from '../../problems/explain.ts';
import { cancelTask } from '../../runtime/cancel.ts';
import { cancelsAtOnce, soonestFirst } from '../../runtime/wave/cancel-order.ts';
import { limited } from '../../runtime/wave/limited.ts';
import { contextOf } from '../../wave/findings.ts';
import { withinGrace } from '../grace.ts';
import { seenAsRecorded, whyNotAsked } from '../look-once.ts';
import { mostLines } from '../many-rows.ts';
import type { Stopper } from '../stopper.ts';
import { isUnsent, type Target } from '../targets.ts';
import type { Seen } from '../task-lines.ts';
import { countsEvery } from '../wave/counts.ts';
import type { Around } from '../with-targets.ts';
import type { Halted } from './brake.ts';
import { withoutId } from './words.ts';

type Meaning = Pick<Halted, 'targets' | 'whole'> & { meant: readonly Target[] };

/** Cancels what is meant, soonest start first and several at a time; tells of all targets in their order. */
export async function cancelAll(around: Around, { targets, whole, meant }: Meaning, end: Stopper): Promise<Seen[]> {
  const { opened, console, ports } = around;
  const seen = new Map(targets.map((target) => [target, seenBefore(target, whole)]));
  const isMany = meant.length > mostLines;
  const say = countsEvery({ console, clock: opened.services.clock, total: meant.length });
  const queue = soonestFirst(meant, ({ followed }) => followed.move);
  const working = limited(queue, { most: cancelsAtOnce, isOver: () => end.reason() !== null }, async (target) => {
    if (!isMany && console.output.format === 'text')
      console.output.notice(`Asking the service to cancel ${target.label}.`);
    const one = await cancelOne(around, target);
    seen.set(target, one);
    if (isMany) say(one.followed.task?.state === 'cancelled' ? 'cancelled' : 'not cancelled');
  });
  await withinGrace(working, end, ports.clock);
  return [...seen.values()];
}

/** How a target stands when nothing is done about it, and why nothing can be. */
function seenBefore(target: Target, whole: ReadonlySet<string>): Seen {
  const seen = seenAsRecorded(target);
  const { followed, place } = target;
  if (!whole.has(followed.runId)) return seen;
  // What was never sent is told once for the run.
  if (isUnsent(place)) return { ...seen, finding: null };
  const { task, move } = followed;
  const isTooLate = task !== null && (task.final || task.state === 'running');
  if (!isTooLate || task.state === 'cancelled' || task.state === 'failed') return seen;
  const facts = { ...contextOf(move), taskId: task.id, status: task.rawStatus };
  return { ...seen, finding: localFinding('cancelNotPossible', facts) };
}

async function cancelOne({ opened }: Around, target: Target): Promise<Seen> {
  const { label, followed, place } = target;
  const unknowable = whyNotAsked(target) ?? (followed.task?.id ? null : withoutId(label));
  if (unknowable) return { label, followed, place, finding: unknowable };
  const { outcome, refused } = await cancelTask(opened.services, followed);
  const task = outcome.ok ? outcome.task : followed.task;
  return { label, followed: { ...followed, task }, place, finding: refused };
}
