import type { Clock, Random } from '../../ports/ports.ts';
import { slept } from '../../ports/slept.ts';
import { effectOf, type Failure } from '../../problems/failure.ts';
import type { Policy } from '../policy.ts';
import { retryVerdict } from '../retry.ts';

/** The loop around the verdict: counts, waits, and lets the caller stop the waiting. */
export const withRetry =
  (clock: Clock, random: Random, onThrottled?: (waitMs: number) => void): Policy =>
  async (request, next) => {
    let [attempt, throttled] = [1, 0];
    for (;;) {
      const outcome = await next(request);
      if (outcome.ok) return outcome;
      const { repeatable } = request;
      const failure = outcome.error;
      const verdict = retryVerdict({ failure, attempt, throttled, repeatable, fraction: random.fraction() });
      if (!verdict.retry) return outcome;
      if (verdict.counts) attempt += 1;
      else {
        throttled += 1;
        onThrottled?.(verdict.retryAfterMs);
      }
      if (!(await slept(clock, verdict.retryAfterMs, request.signal)))
        return { ok: false, error: stoppedAfter(failure) };
    }
  };

const stoppedAfter = (failure: Failure): Failure => ({
  kind: 'stopped',
  call: failure.call,
  reached: effectOf(failure) === 'none' ? 'no' : 'maybe',
  clientRequestId: 'meta' in failure ? failure.meta.clientRequestId : failure.clientRequestId,
});
