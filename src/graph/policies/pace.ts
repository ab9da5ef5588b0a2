import type { Pace } from '../pace.ts';
import type { Next, Outcome, Outgoing, Policy } from '../policy.ts';
import { shortestPauseMs } from '../retry.ts';

/**
 * Every attempt waits for its share of the budget; a call that is stopped while it waits never left. A pause that the answer
 * asks for holds all of them, whether or not this call is tried again.
 */
export const withPace =
  (pace: Pace | undefined): Policy =>
  async (request, next) => {
    if (!pace) return next(request);
    const outcome = await inTurn(pace, request, next);
    if (!outcome.ok && outcome.error.kind === 'http' && outcome.error.retryAfterMs !== null)
      pace.hold(Math.max(outcome.error.retryAfterMs, shortestPauseMs));
    return outcome;
  };

async function inTurn(pace: Pace, request: Outgoing, next: Next): Promise<Outcome> {
  const { call, signal } = request;
  try {
    await pace.take(call, signal);
  } catch (reason) {
    if (!signal?.aborted) throw reason;
    const clientRequestId = request.clientRequestId ?? '';
    return { ok: false, error: { kind: 'stopped', call, reached: 'no', clientRequestId } };
  }
  return next(request);
}
