import { expect, it } from 'vitest';
import { simulatedClock } from '../../src/simulator/clock.ts';
import { minute, startedAt } from './driver.ts';

it('an hour passes in a minute at speed 60, asleep and awake', async () => {
  let real = 5_000;
  const realSleep = async (ms: number) => {
    real += ms;
  };
  const clock = simulatedClock({ epoch: startedAt, realEpoch: 5_000, speed: 60, realNow: () => real, realSleep });
  expect(clock.now()).toBe(startedAt);
  await clock.sleep(60 * minute);
  expect(real).toBe(5_000 + minute);
  expect(clock.now()).toBe(startedAt + 60 * minute);
});

it('a sleep can be stopped', async () => {
  const stop = new AbortController();
  const realSleep = (_: number, signal?: AbortSignal) =>
    new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const clock = simulatedClock({ epoch: 0, realEpoch: 0, speed: 60, realNow: () => 0, realSleep });
  const sleeping = clock.sleep(minute, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(sleeping).rejects.toThrow('stopped');
});
