import type { Failure } from '../problems/failure.ts';

export type RetryVerdict =
  | { retry: false }
  /** `counts` is false for a pause the service asked for: it is no attempt of ours. */
  | { retry: true; retryAfterMs: number; counts: boolean };

type Situation = {
  failure: Failure;
  /** Which counted attempt has just failed, from 1. */
  attempt: number;
  /** How many pauses the service has already asked for in this call. */
  throttled: number;
  repeatable: boolean;
  /** Jitter, from 0 to 1. */
  fraction: number;
};

const maxAttempts = 4;
/** A service that only ever asks for pauses is busy: say so instead of waiting for ever. */
const maxThrottled = 20;
/** Never shortened: a longer wish ends the call, and the caller decides. */
const longestPauseMs = 60 * 60_000;
/** A wish of no pause at all still gets one. */
export const shortestPauseMs = 1_000;
const backOffMs = 1_000;

const never: RetryVerdict = { retry: false };

/**
 * Whether a failed call is sent again, and after how long. A create is never repeated here, not even when the service
 * turned it away unread: only its own driver may, which looks first and writes down each try. Follows "Microsoft Graph throttling guidance".
 */
export function retryVerdict({ failure, attempt, throttled, repeatable, fraction }: Situation): RetryVerdict {
  if (!repeatable || !isPassing(failure)) return never;
  const askedMs = failure.kind === 'http' ? failure.retryAfterMs : null;
  if (askedMs !== null)
    return throttled < maxThrottled && askedMs <= longestPauseMs
      ? { retry: true, retryAfterMs: Math.max(askedMs, shortestPauseMs), counts: false }
      : never;
  if (attempt >= maxAttempts) return never;
  const fullMs = backOffMs * 2 ** (attempt - 1);
  return { retry: true, retryAfterMs: Math.round(fullMs * (0.5 + fraction / 2)), counts: true };
}

const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** A bad certificate, a refusing proxy or a redirect will be there next time as well. */
const passingReasons: ReadonlySet<string> = new Set(['dns', 'refused', 'reset', 'timeout', 'offline', 'other']);

function isPassing(failure: Failure): boolean {
  switch (failure.kind) {
    case 'http':
      return passingStatuses.has(failure.meta.status);
    case 'network':
      return passingReasons.has(failure.reason);
    case 'unreadable':
      return failure.looksLike === 'cut';
    default:
      return false;
  }
}
