import type { Pace } from '../pace.ts';
import type { Policy } from '../policy.ts';

/** Every attempt waits for its share of the budget; a call that is stopped while it waits never left. */
export const withPace =
  (pace: Pace | undefined): Policy =>
  async (request, next) => {
    const { call, signal } = request;
    if (!pace) return next(request);
    try {
      await pace.take(call, signal);
    } catch (reason) {
      if (!signal?.aborted) throw reason;
      const clientRequestId = request.clientRequestId ?? '';
      return { ok: false, error: { kind: 'stopped', call, reached: 'no', clientRequestId } };
    }
    return next(request);
  };
