import type { Clock } from '../../ports/ports.ts';
import type { Call } from '../../problems/failure.ts';
import type { Policy } from '../policy.ts';
import { TimedOut } from '../timed-out.ts';

const timeoutsMs: Record<Call, number> = {
  read: 30_000,
  cancel: 30_000,
  mapping: 30_000,
  validate: 100_000,
  create: 100_000,
};

/** Gives up on an attempt after a while, its body included. Also passes the caller's stop on. */
export const withTimeout =
  (clock: Clock): Policy =>
  async (request, next) => {
    const attempt = new AbortController();
    const timer = new AbortController();
    const stop = () => attempt.abort(request.signal?.reason);
    if (request.signal?.aborted) stop();
    request.signal?.addEventListener('abort', stop, { once: true });
    clock.sleep(timeoutsMs[request.call], timer.signal).then(
      () => attempt.abort(new TimedOut()),
      () => undefined,
    );
    return next({ ...request, signal: attempt.signal }).finally(() => {
      request.signal?.removeEventListener('abort', stop);
      timer.abort('answered');
    });
  };
