import { areUnconfirmed, leftLines } from './lines.ts';
import { queuedOf } from './wave-actions.ts';
import type { WaveState } from './wave-state.ts';
import { counted } from './wave-summary.ts';

/** What a typed number does besides submitting: it goes on with a run, or cancels tasks that wait. */
export type NumberQuestion = { name: 'goOn' } | { name: 'cancelRows'; rows: readonly number[] };

/** How the number is asked for. `rows`: those that it is about, as things stand. */
export type NumberWords = {
  question: string;
  /** What has to be known before the number is typed. */
  lines: readonly string[];
  rows: readonly number[];
  /** What the number does, after "Type 14". */
  purpose: string;
};

export const numberWords = (about: NumberQuestion, state: WaveState): NumberWords =>
  about.name === 'goOn' ? goOnWords(state) : cancelWords(state, new Set(about.rows));

function goOnWords(state: WaveState): NumberWords {
  const left = leftLines(state);
  const isAgain = areUnconfirmed(left);
  return {
    question: isAgain ? 'Ask again about rows whose answers were lost?' : 'Go on with the rows that are left?',
    lines: isAgain ? againLines : leftWords,
    rows: left.map(({ row }) => row),
    purpose: 'to go on',
  };
}

const leftWords = [
  'They were confirmed before. Each source is looked at again just before it is sent.',
  'What stopped the run should be mended first, or it stops again.',
];

const againLines = [
  'Each of them was sent, and is looked for first. What the service has is taken over and not sent again.',
  'What it still does not know five minutes after the answer was lost is sent once more, after a clean dry run.',
];

function cancelWords({ lines }: WaveState, wanted: ReadonlySet<number>): NumberWords {
  const rows = queuedOf(lines.filter(({ row }) => wanted.has(row)));
  return {
    question: `Cancel ${counted(rows.length, 'queued task')}?`,
    lines: [
      'Running tasks cannot be cancelled, and the service may still refuse.',
      'Those that start soonest are asked for first. Each is read back until it says cancelled.',
      'A cancelled source can be planned again later.',
    ],
    rows,
    purpose: 'to cancel them',
  };
}

/** Said where rows moved on between the question and the number. */
export const someStarted = 'Some of them started meanwhile, so nothing was cancelled.';

/** What came of cancelling so many tasks, of which some are not cancelled. */
export const cancelledText = (all: number, left: number): string =>
  left === 0
    ? `${counted(all, 'task is', 'tasks are')} cancelled.`
    : `${all - left} of ${counted(all, 'task')} cancelled.`;
