import { duration } from '../../plan/schedule.ts';
import { isQuiet } from './attention.ts';
import { isUnderWay } from './lines.ts';
import type { WaveLine } from './wave-state.ts';
import { counted } from './wave-summary.ts';

/** When the last row may be over. `basis`: from how many finished rows the pace was taken. */
export type Estimate = { leftMs: number; basis: number; left: number; still: number };

/** What an estimate needs to know of a line. */
export type Paced = Pick<WaveLine, 'task' | 'since' | 'state' | 'move'>;

/** Fewer finished rows than this are no pace. */
const fewest = 5;
/** The pace is that of so many last finished rows. */
const lastRows = 20;
/** Steps in which it is told, so that it does not pretend to know the minute. */
const stepMs = 5 * 60_000;

/**
 * How long the rows that are under way may take at the pace of those that finished last. Null where there is no basis: too
 * few have finished, or some that are left may not begin before a time to come. Rows that stand still are counted apart.
 */
export function estimateEnd(lines: readonly Paced[], now: number): Estimate | null {
  const underWay = lines.filter(isUnderWay);
  const left = underWay.filter((line) => !isQuiet(line, now));
  if (left.length === 0 || left.some((line) => waitsForTime(line, now))) return null;
  const ends = endsOf(lines).slice(-lastRows);
  const [first] = ends;
  if (first === undefined || ends.length < fewest || now <= first) return null;
  // Up to now, not to the last end: a pace that slows down shows at once.
  const each = (now - first) / (ends.length - 1);
  const leftMs = Math.ceil((each * left.length) / stepMs) * stepMs;
  return { leftMs, basis: ends.length, left: left.length, still: underWay.length - left.length };
}

const waitsForTime = ({ move, state }: Paced, now: number): boolean =>
  state === 'queued' && move !== null && move.plan.start !== 'now' && move.plan.start > now;

const endsOf = (lines: readonly Paced[]): number[] =>
  lines
    .flatMap(({ task }) =>
      task?.final && task.finishedAt !== null && task.state !== 'cancelled' ? task.finishedAt : [],
    )
    .sort((one, other) => one - other);

/** Called an estimate, with what it rests on. */
export const estimateText = ({ leftMs, basis, left, still }: Estimate): string =>
  `Estimate: ${duration(leftMs)} more for ${counted(left, 'row')}, at the pace of the last ${basis} that finished` +
  `${still === 0 ? '' : `; ${numberOf(still)} still`}.`;

const numberOf = (still: number): string => (still === 1 ? '1 stands' : `${still} stand`);
