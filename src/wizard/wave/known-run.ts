import type { TaskState } from '../../tasks/task.ts';
import type { RowCount } from '../../wave/run-counts.ts';
import { counted, numbered } from './wave-summary.ts';

/** A run of many rows as one line: the state that stands for it, and how many rows are where. */
export type KnownRun = {
  state: TaskState;
  counts: string;
  /** Rows that are not sent, or sent without an answer: going on with the run is what is left to do. */
  left: number;
};

/** What goes on says more about a run than what waits. */
const states: readonly TaskState[] = ['running', 'queued', 'unconfirmed', 'unknown'];

/** Null where nothing of it is under way and nothing is left to send: rows that were refused stay as they are. */
export function knownRun(counts: readonly RowCount[]): KnownRun | null {
  const sumOf = (wanted: (one: RowCount) => boolean): number =>
    counts.reduce((sum, one) => sum + (wanted(one) ? one.rows : 0), 0);
  const inState = (state: TaskState): number => sumOf((one) => stateOf(one) === state);
  const notSent = sumOf(({ place }) => place === 'draft');
  const unconfirmed = inState('unconfirmed');
  const underWay = sumOf((one) => isSubmitted(one) && !one.isFinal);
  if (notSent + unconfirmed + underWay === 0) return null;
  const all = sumOf(() => true);
  const attention = sumOf(isTrouble);
  const inAll = ` of ${numbered(all)}`;
  const submitted = `${numbered(sumOf(isSubmitted))}${inAll} submitted`;
  const final = `${numbered(sumOf((one) => isSubmitted(one) && one.isFinal))}${inAll} final`;
  // Both beside each other are too long for a line of thousands of rows; the table has them.
  const head = notSent === 0 ? final : attention === 0 ? submitted : '';
  const parts = [head, notSent === 0 ? '' : `${numbered(notSent)} not sent`, attentionText(attention)];
  return {
    state: states.find((state) => inState(state) > 0) ?? 'draft',
    counts: parts.filter((part) => part !== '').join(', '),
    left: notSent + unconfirmed,
  };
}

const isSubmitted = ({ place }: RowCount): boolean => place === 'accepted' || place === 'adopted';

const stateOf = (one: RowCount): TaskState => {
  if (isSubmitted(one)) return one.state ?? 'unknown';
  return one.place === 'intended' || one.place === 'unconfirmed' ? 'unconfirmed' : 'draft';
};

/** What the table of the run puts first; how long a task was not touched is not known here. */
const isTrouble = (one: RowCount): boolean =>
  ['failed', 'unconfirmed', 'unknown'].includes(stateOf(one)) || one.place === 'rejected' || one.place === 'conflicted';

const attentionText = (count: number): string =>
  count === 0 ? '' : counted(count, 'needs attention', 'need attention');
