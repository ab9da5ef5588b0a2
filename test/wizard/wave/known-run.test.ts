import { expect, test } from 'vitest';
import type { TaskState } from '../../../src/tasks/task.ts';
import type { RowCount } from '../../../src/wave/run-counts.ts';
import { knownRun } from '../../../src/wizard/wave/known-run.ts';

const tasks = (state: TaskState, rows: number): RowCount => ({
  place: 'accepted',
  state,
  isFinal: state === 'completed' || state === 'failed' || state === 'cancelled',
  rows,
});
const at = (place: RowCount['place'], rows: number): RowCount => ({ place, state: null, isFinal: false, rows });

const table: { name: string; counts: RowCount[]; line: ReturnType<typeof knownRun> }[] = [
  {
    name: 'a run that was stopped half-way',
    counts: [tasks('queued', 12), at('draft', 30)],
    line: { state: 'queued', counts: '12 of 42 submitted, 30 not sent', left: 30 },
  },
  {
    name: 'a stopped run with trouble in it',
    counts: [tasks('running', 9), tasks('failed', 2), at('rejected', 1), at('draft', 2800)],
    line: { state: 'running', counts: '2,800 not sent, 3 need attention', left: 2800 },
  },
  {
    name: 'a run that is under way',
    counts: [tasks('running', 4), tasks('queued', 14), tasks('completed', 29), tasks('failed', 1)],
    line: { state: 'running', counts: '30 of 48 final, 1 needs attention', left: 0 },
  },
  {
    name: 'a run whose last answers were lost',
    counts: [tasks('completed', 10), at('intended', 1), at('unconfirmed', 1)],
    line: { state: 'unconfirmed', counts: '10 of 12 final, 2 need attention', left: 2 },
  },
  {
    name: 'a run of which nothing was sent',
    counts: [at('draft', 12)],
    line: { state: 'draft', counts: '0 of 12 submitted, 12 not sent', left: 12 },
  },
  { name: 'a run that is over', counts: [tasks('completed', 11), tasks('failed', 1)], line: null },
  {
    name: 'a run whose rows were refused or are over',
    counts: [tasks('completed', 11), at('rejected', 1)],
    line: null,
  },
  { name: 'a run that recorded nothing yet', counts: [], line: null },
];

test.each(table)('one line tells of $name', ({ counts, line }) => {
  expect(knownRun(counts)).toEqual(line);
});
