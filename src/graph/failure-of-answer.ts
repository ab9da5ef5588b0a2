import type { AnswerMeta, Call, Failure } from '../problems/failure.ts';
import { foreignText } from '../problems/secrets.ts';
import type { Body } from './body.ts';
import { readErrorBody } from './error-body.ts';
import { readHttpDate, readRetryAfterMs } from './retry-after.ts';

/** What identifies an answer for support. `request-id` is Graph's, the other one SharePoint's. */
export const metaOf = ({ status, headers }: Response, clientRequestId: string): AnswerMeta => ({
  status,
  requestId: idOf(headers.get('request-id') ?? headers.get('sprequestguid')),
  clientRequestId,
  date: readHttpDate(headers.get('date')),
});

const idOf = (header: string | null): string | null => foreignText(header ?? '', 100) || null;

type Answered = { call: Call; meta: AnswerMeta; body: Body; retryAfter: string | null; now: number };

/** An answer with an error status. A page of HTML under a 4xx is a proxy's, unless it only asks for patience. */
export function failureOfAnswer({ call, meta, body, retryAfter, now }: Answered): Failure {
  if (meta.status === 407) return notByTheService(call, meta, 'proxyAuth', 'no');
  if (body.kind === 'html' && meta.status < 500 && meta.status !== 429)
    return { kind: 'unreadable', call, meta, looksLike: 'html', excerpt: body.excerpt };
  const words = readErrorBody(wordsIn(body));
  const { code, message, innerCodes, requestId } = words;
  return {
    kind: 'http',
    call,
    meta: { ...meta, requestId: meta.requestId ?? idOf(requestId) },
    code,
    message,
    innerCodes,
    retryAfterMs: readRetryAfterMs(retryAfter, meta.date ?? now),
  };
}

const wordsIn = (body: Body): unknown => {
  if (body.kind === 'json') return body.json;
  return body.kind === 'text' ? body.excerpt : null;
};

/** Redirects are not followed: the token would go to another host. */
export const redirected = (call: Call, meta: AnswerMeta): Failure => notByTheService(call, meta, 'redirect', 'maybe');

const notByTheService = (
  call: Call,
  { status, clientRequestId }: AnswerMeta,
  reason: 'proxyAuth' | 'redirect',
  reached: 'no' | 'maybe',
): Failure => ({ kind: 'network', call, reason, reached, clientRequestId, detail: `HTTP ${status}` });
