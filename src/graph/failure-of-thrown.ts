import type { Call, Failure } from '../problems/failure.ts';
import { faultOfThrown } from '../problems/thrown.ts';
import { TimedOut } from './timed-out.ts';

type Thrown = { call: Call; clientRequestId: string; error: unknown; signal: AbortSignal | undefined };

/** What a rejected `fetch` means: our time limit, the caller's stop, or a fault on the way to the service. */
export function failureOfThrown({ call, clientRequestId, error, signal }: Thrown): Failure {
  const base = { call, clientRequestId };
  if (signal?.aborted)
    return signal.reason instanceof TimedOut
      ? { kind: 'network', ...base, reason: 'timeout', reached: 'maybe', detail: 'No answer within the time limit' }
      : { kind: 'stopped', ...base, reached: 'maybe' };
  return { kind: 'network', ...base, ...faultOfThrown(error) };
}
