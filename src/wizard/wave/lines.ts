import { hasErrors } from '../../plan/finding.ts';
import type { TaskState } from '../../tasks/task.ts';
import type { SubmitOutcome } from '../event.ts';
import type { Recorded, SeenRow } from './wave-event.ts';
import type { LineCheck, WaveBase, WaveLine, WaveState } from './wave-state.ts';

/** The lines that take part, in the order of the file. */
export const chosenLines = ({ lines, chosen }: Pick<WaveBase, 'lines' | 'chosen'>): readonly WaveLine[] =>
  chosen === null ? lines : lines.filter(({ row }) => chosen.has(row));

/** Nothing of ours stands against it, and it was not sent yet. */
export const mayBeChecked = ({ move, state }: WaveLine): boolean => move !== null && state === 'draft';

/** Its dry run is clean and nothing else stands against it: it may be confirmed. */
export const isReady = (line: WaveLine): boolean =>
  line.state === 'draft' &&
  line.move !== null &&
  line.check?.planId === line.move.id &&
  line.check.clean !== null &&
  !hasErrors(line.check.findings);

export const readyLines = (base: Pick<WaveBase, 'lines' | 'chosen'>): readonly WaveLine[] =>
  chosenLines(base).filter(isReady);

/** A line is changed where something about it is known; all others stay the same objects. */
export const withLines = <T>(
  lines: readonly WaveLine[],
  news: ReadonlyMap<number, T>,
  change: (line: WaveLine, one: T) => WaveLine,
): readonly WaveLine[] =>
  lines.map((line) => {
    const one = news.get(line.row);
    return one === undefined ? line : change(line, one);
  });

export const withCheck = (line: WaveLine, check: LineCheck): WaveLine => ({ ...line, check });

/** What came of sending it; `leaving`: its create is on its way. */
export function afterSending(line: WaveLine, outcome: SubmitOutcome | 'leaving', at: number): WaveLine {
  if (outcome === 'leaving') return inState(line, 'unconfirmed', at);
  switch (outcome.result) {
    case 'accepted':
    case 'adopted':
      return { ...inState(line, outcome.task.state, outcome.at), task: outcome.task, findings: outcome.findings };
    case 'unconfirmed':
      return { ...inState(line, 'unconfirmed', outcome.at), findings: outcome.findings };
    default:
      return { ...inState(line, 'draft', at), since: null, findings: outcome.findings };
  }
}

/** What a look at its task brought. A failed look keeps it as it was; without a task it is as the record has it. */
export function afterLooking(line: WaveLine, { task, trouble, recorded }: SeenRow, at: number): WaveLine {
  if (line.task?.final) return line;
  const isNews = recorded !== undefined && line.task === null && line.state !== recorded.state;
  const known = isNews ? asRecorded(line, recorded, at) : line;
  if (task === null) return { ...known, trouble };
  // That its answer was lost is over once the task is found.
  const findings = known.state === 'unconfirmed' ? [] : known.findings;
  return { ...inState(known, task.state, task.updatedAt ?? at), task, trouble, findings };
}

const asRecorded = (line: WaveLine, { state, findings }: Recorded, at: number): WaveLine => ({
  ...inState(line, state, at),
  findings,
});

const inState = (line: WaveLine, state: TaskState, at: number): WaveLine =>
  line.state === state ? line : { ...line, state, since: at };

/** They were sent, their answers are lost, and no other row is left. */
export const areUnconfirmed = (left: readonly WaveLine[]): boolean =>
  left.length > 0 && left.every(({ state }) => state === 'unconfirmed');

/** Sent, and something may still happen to it. */
export const isUnderWay = ({ state, task }: Pick<WaveLine, 'state' | 'task'>): boolean =>
  state === 'unconfirmed' || (task !== null && !task.final);

/** How many lines are in which state; states without lines are left out. */
export function countLines(lines: readonly WaveLine[]): Partial<Record<TaskState, number>> {
  const counts: Partial<Record<TaskState, number>> = {};
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

const stateOrder: readonly TaskState[] = [
  'running',
  'completed',
  'failed',
  'unconfirmed',
  'queued',
  'cancelled',
  'unknown',
  'draft',
];

/** The same in one order: what goes on first, what was not sent last. */
export function countsInOrder(lines: readonly WaveLine[]): [TaskState, number][] {
  const counts = countLines(lines);
  return stateOrder.flatMap((state): [TaskState, number][] => {
    const count = counts[state];
    return count === undefined ? [] : [[state, count]];
  });
}

/**
 * What a paused run has still to send or to settle. A row that was refused stays refused; the one that paused the run was
 * only turned away, for a reason that holds for all.
 */
export const leftLines = (state: WaveState): readonly WaveLine[] => {
  const stopper = state.status === 'paused' ? state.finding?.code : undefined;
  return chosenLines(state).filter(({ state: own, check, findings }) => {
    if (own === 'unconfirmed') return true;
    const isRefused = hasErrors(findings) && !findings.some(({ code }) => code === stopper);
    return own === 'draft' && Boolean(check?.clean) && !isRefused;
  });
};
