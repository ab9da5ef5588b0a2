import { describe, expect, it } from 'vitest';
import { checkWave } from '../../src/runtime/wave/check-wave.ts';
import type { LogEntry } from '../../src/simulator/world.ts';
import { wavePlace } from '../runtime/wave/wave-place.ts';
import { budget, patience, tellWave } from './wave-story.ts';
import { undercuts } from './wave-verdict.ts';

const isLong = process.env.CROSSORG_LONG === '1';
const stories = isLong ? 400 : 20;

describe('a wave in a storm', () => {
  it(`whose processes die at any step loses nothing and doubles nothing, in ${stories} stories`, {
    timeout: stories * 20_000,
  }, async () => {
    const all: Awaited<ReturnType<typeof tellWave>>[] = [];
    for (let seed = 1; seed <= stories; seed += 1) all.push(await tellWave(seed));
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    const sum = (part: 'kills' | 'taken' | 'left') => all.reduce((total, told) => total + told[part], 0);
    expect(sum('kills')).toBeGreaterThan(stories * 2);
    // What is left says why; it is a row in a thousand.
    expect(sum('left')).toBeLessThanOrEqual(sum('taken') / 200);
  });

  it.each([1, 2, 3])('is checked without cutting a pause short, by seed %s', async (seed) => {
    const place = wavePlace('storm', { seed, budget });
    const rows = place.rows(150).map(({ row, confirmed }) => ({ row, move: confirmed.move, own: [] }));
    const { checks } = await checkWave(place.process(), rows, {
      signal: new AbortController().signal,
      onCheck: () => undefined,
    });
    const ready = [...checks.values()].filter(({ report }) => report.clean !== null);
    expect(ready.length).toBeGreaterThan(140);
    expect(undercuts(place.world, place.world.log, patience)).toEqual([]);
    expect(place.world.log.filter(({ fault }) => fault === 'throttle').length).toBeGreaterThan(100);
  });
});

describe('the verdict about pauses', () => {
  const place = wavePlace('storm', { seed: 1 });
  const entry = (number: number, at: number, key: string, fault: string | null): LogEntry => ({
    number,
    at,
    key,
    fault,
    method: 'GET',
    path: '/',
    kind: 'read',
    clientRequestId: null,
    requestId: '',
    status: fault === null ? 200 : 429,
  });
  /** A request that the storm of this seed throttles. */
  const turnedAway = Array.from({ length: 50 }, (_, at) => at + 1).find(
    (number) =>
      undercuts(place.world, [entry(number, 0, 'a', 'throttle'), entry(99, 1, 'a', null)], patience).length > 0,
  );

  it.each([
    { name: 'the same call too early', at: 900, key: 'a', wrong: 2 },
    { name: 'another call in the pause', at: 900, key: 'b', wrong: 1 },
    { name: 'another call that had left', at: 5, key: 'b', wrong: 0 },
    { name: 'the same call in time', at: 60_000, key: 'a', wrong: 0 },
  ])('sees $name', ({ at, key, wrong }) => {
    const log = [entry(turnedAway ?? 0, 0, 'a', 'throttle'), entry(1_000, at, key, null)];
    expect(undercuts(place.world, log, patience)).toHaveLength(wrong);
  });

  it('knows that what a broken batch said of its parts reached nobody', () => {
    const batch = { ...entry(60, 0, 'batch', 'error'), kind: 'batch' as const };
    const log = [entry(turnedAway ?? 0, 0, 'a', 'throttle'), batch, entry(1_000, 900, 'a', null)];
    expect(undercuts(place.world, log, patience)).toEqual([]);
  });
});
