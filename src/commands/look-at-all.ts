import { duration } from '../plan/schedule.ts';
import { limited } from '../runtime/wave/limited.ts';
import { lookOnce, seenAsRecorded } from './look-once.ts';
import { mostLines } from './many-rows.ts';
import type { Stopper } from './stopper.ts';
import type { Target } from './targets.ts';
import type { Seen } from './task-lines.ts';
import type { Around } from './with-targets.ts';

/** So many tasks are asked about at once: enough to fill several batches. */
const atOnce = 120;

type Looking = Pick<Around, 'opened' | 'console' | 'targets' | 'limits' | 'runs'>;

/**
 * All targets as the service tells of them now, in their order. Of a run with many rows only those are asked about that may
 * have changed; whoever stops it gets the others as they are recorded.
 */
export async function lookAtAll(around: Looking, end: Stopper): Promise<Seen[]> {
  const { targets, console } = around;
  const seen = new Map(targets.map((target) => [target, seenAsRecorded(target)]));
  const asked = targets.filter((target) => mayHaveChanged(target, around));
  if (asked.length > mostLines && console.output.format === 'text') console.output.notice(askingLine(asked, around));
  const stop = new AbortController();
  void end.ended.then(() => stop.abort(new Error('stopped')));
  const { signal } = stop;
  await limited(asked, { most: atOnce, isOver: () => signal.aborted }, async (target) => {
    const one = await lookOnce(around, target, signal);
    if (!signal.aborted) seen.set(target, one);
  });
  return [...seen.values()];
}

/** A task that was named itself is asked about whatever is recorded: somebody wants to know. */
const mayHaveChanged = (target: Target, { targets, runs }: Looking): boolean =>
  targets.length === 1 || !runs.includes(target.followed.runId) || target.followed.task?.final !== true;

function askingLine({ length }: readonly Target[], { limits: { budget } }: Looking): string {
  const tookMs = (length / budget) * 60_000;
  const time = tookMs < 60_000 ? '' : ` At ${budget} resource units a minute this takes about ${duration(tookMs)}.`;
  return `Asking the service about ${length} tasks.${time}`;
}
