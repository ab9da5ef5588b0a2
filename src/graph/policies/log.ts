import { isoTime } from '../../plan/iso.ts';
import type { Clock } from '../../ports/ports.ts';
import type { Failure } from '../../problems/failure.ts';
import type { Outcome, Policy } from '../policy.ts';
import { redactCode, redactId, redactUrl } from '../redact.ts';

/** One line an attempt, built from an allow-list: what is not named here is not logged, bodies and headers least. */
export const logged =
  (clock: Clock, endpoint: string, log: ((line: string) => void) | undefined): Policy =>
  async (request, next) => {
    if (!log) return next(request);
    const startedAt = clock.now();
    const outcome = await next(request);
    const tookMs = clock.now() - startedAt;
    const what = `${request.call} ${request.method} ${redactUrl(request.url, endpoint)}`;
    log(`${isoTime(startedAt)} ${what} ${resultOf(outcome)} ${tookMs} ms ${idsOf(request.clientRequestId, outcome)}`);
    return outcome;
  };

const resultOf = (outcome: Outcome): string =>
  outcome.ok ? String(outcome.value.meta.status) : failureWords(outcome.error);

function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'http':
      return `${failure.meta.status} code=${redactCode(failure.code)} retry-after-ms=${failure.retryAfterMs ?? '-'}`;
    case 'network':
      return `no answer reason=${failure.reason} reached=${failure.reached}`;
    case 'unreadable':
      return `${failure.meta.status} unreadable=${failure.looksLike.replace(' ', '-')}`;
    default:
      return failure.kind;
  }
}

function idsOf(clientRequestId: string | null, outcome: Outcome): string {
  const meta = metaIn(outcome);
  return `client-request-id=${redactId(clientRequestId)} request-id=${redactId(meta?.requestId ?? null)}`;
}

const metaIn = (outcome: Outcome) => {
  if (outcome.ok) return outcome.value.meta;
  return 'meta' in outcome.error ? outcome.error.meta : null;
};
