import { describe, expect, test } from 'vitest';
import type { Task } from '../../../src/tasks/task.ts';
import { estimateEnd, estimateText } from '../../../src/wizard/wave/estimate.ts';
import type { WaveLine } from '../../../src/wizard/wave/wave-state.ts';
import { noon } from '../../support/session.ts';
import { minuteMs, readWave, taskFor } from '../../support/wave-states.ts';

const now = noon + 60 * minuteMs;

/** So many rows, of which `ends` finished so many minutes after noon; the others run, or wait for a time. */
function wave(rows: number, ends: readonly number[], { start = '', startedAgo = 10 } = {}): WaveLine[] {
  const text = Array.from({ length: rows }, (_, at) => `user,p${at}@contoso.com,p${at}@fabrikam.com,${start}`);
  const { lines } = readWave(['type,source,target,start', ...text].join('\n'));
  return lines.map((line, at) => {
    const end = ends[at];
    const state: Task['state'] = end !== undefined ? 'completed' : start === '' ? 'running' : 'queued';
    const task = taskFor(line, state, end === undefined ? now - startedAgo * minuteMs : noon + end * minuteMs);
    return { ...line, state, task, since: task.updatedAt };
  });
}

const everyFour = [40, 44, 48, 52, 56, 60];

describe('an estimate of the end', () => {
  test('goes by the pace of the rows that finished last, and says so', () => {
    const estimate = estimateEnd(wave(16, everyFour), now);
    expect(estimate).toEqual({ leftMs: 40 * minuteMs, basis: 6, left: 10, still: 0 });
    expect(estimate && estimateText(estimate)).toBe(
      'Estimate: 40 min more for 10 rows, at the pace of the last 6 that finished.',
    );
  });

  test('grows while nothing finishes', () => {
    expect(estimateEnd(wave(16, everyFour), now + 40 * minuteMs)?.leftMs).toBe(120 * minuteMs);
  });

  test('looks at the last rows only', () => {
    const slowThenFast = [0, 10, 20, ...Array.from({ length: 20 }, (_, at) => 41 + at)];
    expect(estimateEnd(wave(33, slowThenFast), now)).toMatchObject({ basis: 20, leftMs: 10 * minuteMs });
  });

  test('counts rows that stand still apart', () => {
    const lines = wave(16, everyFour, { startedAgo: 180 });
    expect(estimateEnd(lines, now)).toBeNull();
    const mixed = [...lines.slice(0, 8), ...wave(16, everyFour).slice(8)];
    const estimate = estimateEnd(mixed, now);
    expect(estimate).toMatchObject({ left: 8, still: 2 });
    expect(estimate && estimateText(estimate)).toMatch(/; 2 stand still\.$/);
  });

  const without = [
    { name: 'while too few rows have finished', lines: wave(16, [40, 44, 48, 52]) },
    { name: 'when nothing is left', lines: wave(6, everyFour) },
    { name: 'when a row waits for its time', lines: wave(16, everyFour, { start: '2026-12-06T22:00Z' }) },
    { name: 'when all finished in the same moment', lines: wave(16, [60, 60, 60, 60, 60]) },
  ];
  test.each(without)('is not made up $name', ({ lines }) => {
    expect(estimateEnd(lines, now)).toBeNull();
  });
});
