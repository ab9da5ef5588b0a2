import { describe, expect, it } from 'vitest';
import { checkWave } from '../../../src/runtime/wave/check-wave.ts';
import { wavePlace } from './wave-place.ts';

const signal = new AbortController().signal;

function checkable(place: ReturnType<typeof wavePlace>, count: number) {
  return place.rows(count).map(({ row, confirmed }) => ({ row, move: confirmed.move, own: [] }));
}

describe('the check of a wave', () => {
  it('asks the service about every row, in batches', async () => {
    const place = wavePlace('clean', { budget: 6000 });
    const seen: number[] = [];
    const end = await checkWave(place.process(), checkable(place, 100), {
      signal,

      onCheck: (row) => seen.push(row),
    });
    expect(end.breaker).toBeNull();
    expect([...end.checks.values()].filter(({ report }) => report.clean !== null)).toHaveLength(100);
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    expect(place.world.log.filter(({ kind }) => kind === 'batch').length).toBeLessThan(20);
    expect(place.world.tasks).toEqual([]);
  });

  it('asks about one row first where the tenants are not ready, and about no other', async () => {
    const place = wavePlace('trust-missing');
    const end = await checkWave(place.process(), checkable(place, 100), { signal, onCheck: () => {} });
    expect(end.breaker?.field).toBe('trust');
    expect(place.world.log.filter(({ kind }) => kind === 'validate')).toHaveLength(1);
  });

  it('ends when it is stopped', async () => {
    const place = wavePlace('slow');
    const stop = new AbortController();
    const end = checkWave(place.process(), checkable(place, 50), {
      signal: stop.signal,

      onCheck: () => {},
    });
    stop.abort(new Error('stopped'));
    expect((await end).checks.size).toBe(0);
  });
});
