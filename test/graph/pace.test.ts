import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/graph/pace.ts';
import { withPace } from '../../src/graph/policies/pace.ts';
import type { Outcome } from '../../src/graph/policy.ts';
import type { Call } from '../../src/problems/failure.ts';
import { busiestMinute } from '../runtime/wave/busiest-minute.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { noon } from './support.ts';

describe('the budget', () => {
  it.each([
    { budget: 600, rows: 4000 },
    { budget: 1200, rows: 4000 },
    { budget: 10, rows: 40 },
  ])('of $budget units a minute holds for $rows rows that all come at once', async ({ budget, rows }) => {
    const clock = new VirtualClock(noon);
    const pace = createPace(clock, budget);
    const left: { at: number; kind: Call }[] = [];
    const row = async () => {
      for (const call of ['read', 'validate', 'read', 'create'] as const) {
        await pace.take(call);
        left.push({ at: clock.now(), kind: call });
      }
    };
    await Promise.all(Array.from({ length: rows }, row));
    expect(busiestMinute(left)).toBeLessThanOrEqual(budget);
    const idealMinutes = (rows * 6) / budget;
    expect((clock.now() - noon) / 60_000).toBeLessThan(idealMinutes * 1.4 + 1);
  });

  it('is given out in the order of asking', async () => {
    const clock = new VirtualClock(noon);
    const pace = createPace(clock, 10);
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        await pace.take(at % 3 === 0 ? 'create' : 'read');
        order.push(at);
      }),
    );
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('lets go of those who stop waiting', async () => {
    const clock = new VirtualClock(noon);
    const pace = createPace(clock, 4);
    const stop = new AbortController();
    const waits = Array.from({ length: 5 }, () => pace.take('create', stop.signal));
    stop.abort(new Error('left'));
    const ends = await Promise.allSettled(waits);
    expect(ends.at(-1)).toMatchObject({ status: 'rejected', reason: { message: 'left' } });
  });

  it('lets nobody go in a pause that grew while they waited for its end', async () => {
    const clock = new VirtualClock(noon);
    const pace = createPace(clock, 100_000);
    pace.hold(3_000);
    const left: number[] = [];
    const wait = async () => {
      await pace.take('create');
      left.push(clock.now() - noon);
    };
    const growing = clock.sleep(1_000).then(() => pace.hold(4_000));
    await Promise.all([wait(), wait(), growing]);
    expect(left.filter((at) => at >= 5_000)).toHaveLength(2);
  });

  it('holds all calls for a pause that a create was asked for, which is not tried again here', async () => {
    const clock = new VirtualClock(noon);
    const policy = withPace(createPace(clock, 100_000));
    const meta = { status: 429, requestId: null, clientRequestId: 'a', date: null };
    const busy = { kind: 'http', call: 'create', meta, code: 'tooManyRequests', message: '', innerCodes: [] } as const;
    const send = (call: Call, outcome: Outcome) =>
      policy(
        { call, method: 'GET', url: '', headers: {}, repeatable: call === 'read', clientRequestId: null },
        async () => outcome,
      );
    await send('create', { ok: false, error: { ...busy, retryAfterMs: 5_000 } });
    await send('read', { ok: true, value: { json: null, excerpt: '', meta } });
    expect(clock.now() - noon).toBeGreaterThanOrEqual(5_000);
  });
});
