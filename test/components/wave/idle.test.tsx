import { expect, test } from 'vitest';
import { openWave } from '../../support/open-wave.tsx';
import { noon } from '../../support/session.ts';
import { minuteMs, taskFor, waveStates } from '../../support/wave-states.ts';

/** What a watch may write in a minute in which nothing happens. */
const mostBytes = 2048;
const minutes = 4;

const sizes = [
  { name: 'usual', cols: 80, rows: 24 },
  { name: 'small', cols: 60, rows: 16 },
  { name: 'large', cols: 200, rows: 50 },
] as const;

/** Looks come back unchanged every half minute, and the clock goes on. */
test.concurrent.each(sizes)(
  'an idle watch of 48 rows writes little, in a $name window',
  async ({ cols, rows }) => {
    const wave = openWave(waveStates.watching, { cols, rows, startAt: noon + 50 * minuteMs });
    await wave.waitFor('SIMULATOR');
    const written: number[] = [];
    for (let minute = 0; minute < minutes; minute += 1) {
      const before = wave.written().length;
      for (const _ of [1, 2]) {
        wave.pass(minuteMs / 2);
        const state = wave.engine.state();
        const seen = state.lines
          .filter(({ task }) => task !== null && !task.final)
          .map((line) => [line.row, { task: taskFor(line, line.state, line.since ?? noon), trouble: null }] as const);
        wave.engine.dispatch({
          type: 'rowsSeen',
          effect: 'waitingFor' in state ? (state.waitingFor ?? 0) : 0,
          seen: new Map(seen),
        });
        // News are drawn four times a second at most.
        await new Promise((next) => setTimeout(next, 260));
        await wave.lines();
      }
      written.push(wave.written().length - before);
    }
    expect(Math.max(...written), `bytes by minute: ${written.join(', ')}`).toBeLessThanOrEqual(mostBytes);
    wave.unmount();
  },
  30_000,
);

test('news are drawn four times a second at most, and another status at once', async () => {
  const wave = openWave(waveStates.submitting);
  await wave.waitFor('Sending: 12 of 41');
  const before = wave.written().length;
  const state = wave.engine.state();
  const effect = 'waitingFor' in state ? (state.waitingFor ?? 0) : 0;
  let frames = 0;
  let last = wave.written().length;
  const began = performance.now();
  for (let row = 0; performance.now() - began < 1000; row += 1) {
    wave.engine.dispatch({ type: 'rowsSent', effect, outcomes: new Map([[row, 'leaving']]) });
    wave.engine.dispatch({ type: 'waitBegan', effect, ms: row * minuteMs, finding: null });
    await new Promise((next) => setTimeout(next, 10));
    if (wave.written().length !== last) frames += 1;
    last = wave.written().length;
  }
  expect(last).toBeGreaterThan(before);
  expect(frames).toBeLessThanOrEqual(6);
  wave.engine.dispatch({ type: 'submitEnded', effect, runId: 'r-1', reason: 'stopped', finding: null });
  const ended = performance.now();
  await wave.waitFor('Stopped, as you asked.');
  expect(performance.now() - ended).toBeLessThan(1000);
  wave.unmount();
});
