import { err, ok } from '../plan/result.ts';
import type { Clock, Fetch } from '../ports/ports.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import { type Body, readBody } from './body.ts';
import { failureOfAnswer, metaOf, redirected } from './failure-of-answer.ts';
import { failureOfThrown } from './failure-of-thrown.ts';
import type { Next, Outcome, Outgoing } from './policy.ts';

/** One request and its whole answer. Whatever goes wrong on the way is a failure, never a rejection. */
export const transport =
  (fetch: Fetch, clock: Clock): Next =>
  async (request) => {
    const { call, signal } = request;
    const clientRequestId = request.clientRequestId ?? '';
    if (signal?.aborted) return err({ kind: 'stopped', call, reached: 'no', clientRequestId });
    try {
      const response = await unlessAborted(fetch(request.url, initOf(request)), signal);
      return await judge(request, response, clientRequestId, clock);
    } catch (error) {
      return err(failureOfThrown({ call, clientRequestId, error, signal }));
    }
  };

const initOf = ({ method, headers, body, signal }: Outgoing) => ({
  method,
  headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  ...(signal ? { signal } : {}),
  redirect: 'manual' as const,
});

/** What an answer comes to. Rejects when its body is given up on the way. */
export async function judge(
  { call, signal }: Pick<Outgoing, 'call' | 'signal'>,
  response: Response,
  clientRequestId: string,
  clock: Clock,
): Promise<Outcome> {
  const meta = metaOf(response, clientRequestId);
  const body = await bodyOf(response, signal);
  if (isRedirect(meta.status)) return err(redirected(call, meta));
  if (!response.ok)
    return err(
      failureOfAnswer({ call, meta, body, retryAfter: response.headers.get('retry-after'), now: clock.now() }),
    );
  if (body.kind === 'json') return ok({ meta, json: body.json, excerpt: body.excerpt });
  if (body.kind === 'empty') return ok({ meta, json: undefined, excerpt: '' });
  return err(unreadable(call, meta, body.kind, body.excerpt));
}

/** 0 is how the platform hides a redirect that it was told not to follow. */
const isRedirect = (status: number): boolean => status === 0 || (status >= 300 && status < 400);

export const unreadable = (
  call: Failure['call'],
  meta: AnswerMeta,
  looksLike: Extract<Failure, { kind: 'unreadable' }>['looksLike'],
  excerpt: string,
): Failure => ({ kind: 'unreadable', call, meta, looksLike, excerpt });

/** A connection that breaks after the headers leaves a cut body: the status still counts. */
async function bodyOf(response: Response, signal: AbortSignal | undefined): Promise<Body> {
  try {
    return await unlessAborted(readBody(response), signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    return { kind: 'cut', excerpt: '' };
  }
}

/** Some bodies do not end when they are told to; the wait for them does. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
