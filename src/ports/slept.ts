import type { Clock } from './ports.ts';

/**
 * Waits so many milliseconds: true when the time has passed, false when `signal` ended the wait. Rejects when the clock fails
 * for any other reason, since a loop that takes that for a stop would run without a wait.
 */
export const slept = (clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<boolean> =>
  clock.sleep(ms, signal).then(
    () => true,
    (fault: unknown) => {
      if (signal?.aborted) return false;
      throw fault;
    },
  );
