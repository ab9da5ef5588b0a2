import { expect, test } from 'vitest';
import { waveFarewellCode, waveFarewellLines } from '../../src/frontends/wave-farewell.ts';
import { type WaveStateName, waveStateNames, waveStates } from '../support/wave-states.ts';

test('what stays of a watch: what was done, the run, the way back', () => {
  expect(waveFarewellLines(waveStates.watching)).toEqual([
    'SIMULATOR: wave-2.csv, 48 rows',
    '5 Running, 24 Completed, 3 Failed, 6 Queued, 10 Draft',
    'Run r-20261205-120000-7f3a: 27 of 38 in a final state',
    'The way back:',
    '  crossorg watch r-20261205-120000-7f3a --simulator',
  ]);
});

test('rows that are left are named with the command that sends them', () => {
  expect(waveFarewellLines(waveStates['paused by a breaker']).slice(-3)).toEqual([
    '29 rows are not sent, or not confirmed yet',
    'The way back:',
    '  crossorg resume r-20261205-120000-7f3a --simulator',
  ]);
});

test.each(waveStateNames)('is at most eight lines: %s', (name) => {
  const lines = waveFarewellLines(waveStates[name]);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(8);
});

const completed = waveStates.over.lines.filter(({ state }) => state === 'completed');
const codes: readonly { name: string; code: number; lines?: typeof completed; state: WaveStateName }[] = [
  { name: 'leaving is not failing', state: 'watching', code: 0 },
  { name: 'nothing was submitted', state: 'confirming', code: 0 },
  { name: 'some completed', state: 'over', code: 5 },
  { name: 'all completed', state: 'over', lines: completed, code: 0 },
  { name: 'none completed', state: 'over', lines: completed.map((line) => ({ ...line, state: 'failed' })), code: 6 },
];
test.each(codes)('$name: exit code $code', ({ state, lines, code }) => {
  const end = waveStates[state];
  expect(waveFarewellCode(lines ? { ...end, lines } : end)).toBe(code);
});
