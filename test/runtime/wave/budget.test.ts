import { describe, expect, it } from 'vitest';
import { checkWave } from '../../../src/runtime/wave/check-wave.ts';
import { followWave } from '../../../src/runtime/wave/follow-wave.ts';
import { submitWave } from '../../../src/runtime/wave/submit-wave.ts';
import type { ScenarioName } from '../../../src/simulator/scenarios.ts';
import { foldEntries } from '../../../src/wave/run-state.ts';
import { busiestMinute, unitsOf } from './busiest-minute.ts';
import { listener, wavePlace } from './wave-place.ts';

const signal = new AbortController().signal;

/** A whole wave in one process: checked, submitted, and followed to its end. */
async function wholeWave(scenario: ScenarioName, count: number, budget: number) {
  const place = wavePlace(scenario, { budget });
  place.world.options.logLimit = 1_000_000;
  const services = place.process();
  const from = place.clock.now();
  const asked = place.rows(count).map(({ row, confirmed }) => ({ row, move: confirmed.move, own: [] }));
  await checkWave(services, asked, { signal, onCheck: () => undefined });
  // They are confirmed after the check.
  const wave = await submitWave(services, place.rows(count), listener().conduct);
  if (!wave.ok) throw new Error(wave.error.what);
  const { entries } = await place.run(wave.value.runId);
  await followWave(services, foldEntries(entries), { signal, budget: budget / 2, onRow: () => undefined });
  const { log, tasks } = place.world;
  return { log, tasks, minutes: (place.clock.now() - from) / 60_000, ...(await place.run(wave.value.runId)) };
}

describe('the budget of a wave', () => {
  it('is kept in every minute of 4,000 rows, from the check to the last task, and used', {
    timeout: 240_000,
  }, async () => {
    const { log, tasks, rows, minutes } = await wholeWave('clean', 4_000, 600);
    expect(tasks).toHaveLength(4_000);
    expect(rows.every(({ task }) => task?.state === 'completed')).toBe(true);
    expect(busiestMinute(log)).toBeLessThanOrEqual(600);
    // Holding back much more than is needed would keep people waiting for nothing.
    expect(minutes).toBeLessThan((unitsOf(log) / 600) * 1.6 + 20);
  });

  it.each([
    { scenario: 'server-errors', count: 60, budget: 300 },
    { scenario: 'storm', count: 80, budget: 300 },
    { scenario: 'throttled', count: 60, budget: 120 },
    { scenario: 'no-batching', count: 60, budget: 300 },
    { scenario: 'clean', count: 60, budget: 10 },
  ] as const)(
    'is kept in the weather of $scenario, with $budget units for $count rows',
    async ({ scenario, count, budget }) => {
      const { log } = await wholeWave(scenario, count, budget);
      expect(busiestMinute(log)).toBeLessThanOrEqual(budget);
      expect(unitsOf(log)).toBeGreaterThan(count * 3);
    },
  );
});
