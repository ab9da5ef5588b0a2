import type { Clock } from '../ports/ports.ts';
import type { Call } from '../problems/failure.ts';

/** Shares a budget of resource units a minute between all calls of a run. */
export type Pace = {
  /** Resolves when a call of this kind may leave, in the order of asking; rejects with the signal's reason. */
  take(call: Call, signal?: AbortSignal): Promise<void>;
  /** The service asked for a pause of so many milliseconds: nobody leaves before it is over. */
  hold(waitMs: number): void;
};

/** Resource units of a call. Follows the table in "Avoid getting throttled or blocked in SharePoint Online". */
const unitsOf: Readonly<Record<Call, number>> = { read: 1, validate: 2, create: 2, cancel: 2, mapping: 2 };

/** This part of a minute's budget may leave at once; the rest drips in, so that no 60 seconds hold more than the budget. */
const burst = 0.25;

/** In resource units a minute. */
export const usualBudget = 600;

const minuteMs = 60_000;
/** Those who wait leave in bunches, in milliseconds: calls that leave together share a batch. */
const bunchMs = 2_000;

/**
 * A bucket that fills steadily. What is taken may leave it in debt: whoever comes next waits until that is paid, so the
 * order of asking is kept without a queue. A pause that the service asks one call for holds all: it counts what it turns away.
 */
export function createPace(clock: Clock, unitsPerMinute: number): Pace {
  const capacity = Math.max(2, unitsPerMinute * burst);
  const unitsPerMs = Math.max(1 / minuteMs, unitsPerMinute - capacity) / minuteMs;
  let level = capacity;
  let filledAt = clock.now();
  let heldUntil = 0;
  const fill = (): void => {
    const now = clock.now();
    level = Math.min(capacity, level + Math.max(0, now - filledAt) * unitsPerMs);
    filledAt = now;
  };
  const wait = (ms: number, signal?: AbortSignal) => (ms > 0 ? clock.sleep(ms, signal) : undefined);
  return {
    async take(call, signal) {
      const units = unitsOf[call];
      for (;;) {
        signal?.throwIfAborted();
        // A pause may grow while somebody waits for its end.
        while (clock.now() < heldUntil) await clock.sleep(heldUntil - clock.now(), signal);
        fill();
        level -= units;
        if (level >= 0) return;
        await wait(Math.ceil(-level / unitsPerMs / bunchMs) * bunchMs, signal);
        if (clock.now() >= heldUntil) return;
        // Its turn came in a pause that was asked for meanwhile: it gets another one after that.
        level += units;
      }
    },
    hold(waitMs) {
      const until = clock.now() + waitMs;
      if (until <= heldUntil) return;
      fill();
      level = Math.min(level, 0);
      [heldUntil, filledAt] = [until, until];
    },
  };
}
