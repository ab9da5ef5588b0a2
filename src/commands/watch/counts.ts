import { hasErrors } from '../../plan/finding.ts';
import { clockTime } from '../../plan/schedule.ts';
import { isQuiet } from '../../wizard/wave/attention.ts';
import { countsText } from '../../wizard/wave/counts-text.ts';
import { estimateEnd, estimateText, type Paced } from '../../wizard/wave/estimate.ts';
import { mostLines } from '../many-rows.ts';
import { type Seen, stateOfSeen, taskLine } from '../task-lines.ts';

/** `14:12 Berlin. 30 of 48 final: 29 completed, 1 failed; 4 running, 14 queued.`, and when it may be over. */
export function watchCounts(seen: readonly Seen[], { now, zone }: { now: number; zone: string }): string {
  const groups = [...Map.groupBy(seen, stateOfSeen)].map(([state, { length }]) => [state, length]);
  const estimate = estimateEnd(seen.map(pacedOf), now);
  const text = countsText(Object.fromEntries(groups));
  return `${clockTime(now, zone)}. ${text}${estimate === null ? '' : ` ${estimateText(estimate)}`}`;
}

const pacedOf = (seen: Seen): Paced => {
  const { task, move, acceptedAt } = seen.followed;
  return { task, move, since: acceptedAt, state: stateOfSeen(seen) };
};

/** Names each row in trouble once for each kind of it, so many at a time. */
export function createTroubles() {
  const named = new Set<string>();
  return {
    newIn: (seen: readonly Seen[], now: number): string[] => {
      const found = seen.flatMap((one) => {
        const trouble = troubleOf(one, now);
        const key = `${one.followed.runId} ${one.followed.row} ${trouble}`;
        return trouble === null || named.has(key) ? [] : [{ key, line: `${taskLine(one, now)}  ${trouble}` }];
      });
      const shown = found.slice(0, mostLines);
      for (const { key } of shown) named.add(key);
      const left = found.length - shown.length;
      return [...shown.map(({ line }) => line), ...(left === 0 ? [] : [`and ${left} more`])];
    },
  };
}

/** Why somebody should look at it, in a word; null where it goes on by itself. */
function troubleOf(seen: Seen, now: number): string | null {
  const { finding, followed } = seen;
  const { task, findings } = followed;
  const state = stateOfSeen(seen);
  if (state === 'draft') return null;
  if (task?.error) return task.error.code || 'failed';
  if (state === 'failed' || state === 'cancelled' || state === 'unknown') return state;
  if (finding?.severity === 'error') return finding.code;
  const [alarm] = findings.filter((one) => hasErrors([one]));
  if (alarm) return alarm.code;
  return isQuiet(pacedOf(seen), now) ? 'not touched by the service for long' : null;
}
