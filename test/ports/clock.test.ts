import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeClock, nodeRandom } from '../../src/ports/node-clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('sleeping takes the milliseconds that were asked for', async () => {
  const sleeping = nodeClock.sleep(250);
  await vi.advanceTimersByTimeAsync(249);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await sleeping;
  expect(nodeClock.now()).toBe(1_250);
});

test('a sleep that is aborted rejects with the reason and leaves no timer', async () => {
  const abort = new AbortController();
  const sleeping = nodeClock.sleep(60_000, abort.signal);
  const reason = new Error('left');
  abort.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test('a signal that is aborted already ends the sleep at once', async () => {
  await expect(nodeClock.sleep(60_000, AbortSignal.abort('gone'))).rejects.toBe('gone');
  expect(vi.getTimerCount()).toBe(0);
});

test('a sleep that is over no longer listens to its signal', async () => {
  const abort = new AbortController();
  const removed = vi.spyOn(abort.signal, 'removeEventListener');
  const sleeping = nodeClock.sleep(5, abort.signal);
  await vi.advanceTimersByTimeAsync(5);
  await sleeping;
  expect(removed).toHaveBeenCalledOnce();
});

test('a sleep longer than a timer can be does not end at once', async () => {
  const thirtyDaysMs = 30 * 24 * 3_600_000;
  let over = false;
  const sleeping = nodeClock.sleep(thirtyDaysMs).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(thirtyDaysMs - 1);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await sleeping;
  expect(over).toBe(true);
});

test('a time in the past is no sleep', async () => {
  const sleeping = nodeClock.sleep(-5);
  await vi.advanceTimersByTimeAsync(0);
  await expect(sleeping).resolves.toBeUndefined();
});

test('random values have the shape that is promised', () => {
  expect(nodeRandom.guid()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(nodeRandom.guid()).not.toBe(nodeRandom.guid());
  expect(nodeRandom.fraction()).toBeGreaterThanOrEqual(0);
  expect(nodeRandom.fraction()).toBeLessThan(1);
});
