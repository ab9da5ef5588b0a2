import type { Clock, Random } from '../ports/ports.ts';
import type { AnswerMeta, Failure } from '../problems/failure.ts';
import { failureOfThrown } from './failure-of-thrown.ts';
import { type PartAnswer, partAnswersIn } from './part-answers.ts';
import type { Next, Outcome, Outgoing } from './policy.ts';
import { judge, unlessAborted } from './transport.ts';

/** How many requests one batch may hold. Follows "Combine multiple HTTP requests using JSON batching". */
const mostParts = 20;
/** How long a call waits for company, in milliseconds. */
const gatherMs = 4;

export type BatchOptions = {
  /** Base URL without a slash at its end; parts are written relative to it. */
  endpoint: string;
  clock: Clock;
  random: Random;
};

/** `settle` may be called more than once; the first call counts. */
type Part = { request: Outgoing; settle: (outcome: Outcome | Promise<Outcome>) => void };

/**
 * Puts reads and dry runs that come at the same time into batches, below everything that judges an attempt: each part is
 * retried, timed and logged as if it had gone alone. Where the service takes no batches, all calls go alone from then on: so
 * it is after two that failed as a whole, whose parts are sent again like all that got no answer. A create never is part of a batch.
 */
export function batched(transport: Next, options: BatchOptions): Next {
  const { clock } = options;
  let waiting: Part[] = [];
  let isRefused = false;
  let broken = 0;

  const flush = (): void => {
    const parts = waiting.filter(({ request }) => !request.signal?.aborted);
    waiting = [];
    for (const group of groupsOf(parts)) void sendGroup(group);
  };
  const alone = (parts: readonly Part[]): void => {
    for (const { request, settle } of parts) settle(transport(request));
  };
  const sendGroup = async (parts: readonly Part[]): Promise<void> => {
    if (parts.length === 1 || isRefused) return alone(parts);
    const outcome = await sendBatch(transport, parts, options);
    broken = isBroken(outcome) ? broken + 1 : 0;
    isRefused ||= broken >= mostBroken;
    if (outcome.ok) return deal(parts, outcome.value, clock);
    const { error } = outcome;
    if (error.kind === 'http' && refusals.has(error.meta.status)) {
      isRefused = true;
      return alone(parts);
    }
    for (const { request, settle } of parts) settle(befallen(request, error));
  };

  return (request) => {
    if (isRefused || !mayJoin(request)) return transport(request);
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    waiting.push({ request, settle: resolve });
    if (waiting.length === 1) clock.sleep(gatherMs).then(flush, flush);
    if (waiting.length >= mostParts) flush();
    return unlessAborted(promise, request.signal).catch((error) => stoppedPart(request, error));
  };
}

const mayJoin = ({ call, repeatable, signal }: Outgoing): boolean =>
  repeatable && (call === 'read' || call === 'validate') && !signal?.aborted;

const stoppedPart = ({ call, clientRequestId, signal }: Outgoing, error: unknown): Outcome => ({
  ok: false,
  error: failureOfThrown({ call, clientRequestId: clientRequestId ?? '', error, signal }),
});

/** Parts share the token of their batch; a renewed one begins another batch. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const byToken = Map.groupBy(parts, ({ request }) => request.headers.Authorization);
  return [...byToken.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / mostParts) }, (_, at) =>
      group.slice(at * mostParts, (at + 1) * mostParts),
    ),
  );
}

function sendBatch(transport: Next, parts: readonly Part[], { endpoint, random }: BatchOptions): Promise<Outcome> {
  const { Authorization, 'User-Agent': agent } = parts[0]?.request.headers ?? {};
  const clientRequestId = random.guid();
  return transport({
    call: 'read',
    method: 'POST',
    url: `${endpoint}/$batch`,
    headers: {
      Accept: 'application/json',
      ...(agent === undefined ? {} : { 'User-Agent': agent }),
      'client-request-id': clientRequestId,
      ...(Authorization === undefined ? {} : { Authorization }),
    },
    body: { requests: parts.map(({ request }, at) => partOf(request, at, endpoint)) },
    repeatable: true,
    clientRequestId,
    signal: whenAllStopped(parts),
  });
}

function partOf({ method, url, headers, body }: Outgoing, at: number, endpoint: string) {
  const { Authorization: _, 'User-Agent': __, ...own } = headers;
  return {
    id: String(at + 1),
    method,
    url: url.slice(endpoint.length),
    headers: { ...own, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body }),
  };
}

/** A batch goes on as long as anybody waits for one of its parts. */
function whenAllStopped(parts: readonly Part[]): AbortSignal {
  const all = new AbortController();
  let left = parts.length;
  for (const { request } of parts)
    request.signal?.addEventListener(
      'abort',
      () => {
        left -= 1;
        if (left === 0) all.abort(request.signal?.reason);
      },
      { once: true },
    );
  return all.signal;
}

/** Answers come in any order; each finds its request by its id. A part without one counts as cut off. */
function deal(parts: readonly Part[], { json, meta }: { json: unknown; meta: AnswerMeta }, clock: Clock): void {
  const answers = partAnswersIn(json);
  for (const [at, { request, settle }] of parts.entries()) {
    const answer = answers.get(String(at + 1));
    const own = { ...meta, clientRequestId: request.clientRequestId ?? '' };
    settle(answer === undefined ? missing(request, own) : judgePart(request, answer, own, clock));
  }
}

/** A part is judged as the answer it would have been alone. Ids and the time that it does not name are those of the batch. */
async function judgePart(request: Outgoing, { status, headers, body }: PartAnswer, whole: AnswerMeta, clock: Clock) {
  const text = body === undefined || body === null ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const isEmpty = status === 204 || status === 205 || status === 304;
  const date = whole.date === null ? {} : { date: new Date(whole.date).toUTCString() };
  const id = whole.requestId === null ? {} : { 'request-id': whole.requestId };
  const response = new Response(isEmpty ? null : text, { status, headers: { ...date, ...id, ...sendable(headers) } });
  return await judge(request, response, request.clientRequestId ?? '', clock);
}

/** Header values that a `Response` takes. */
const sendable = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name, text]) => /^[\w-]+$/.test(name) && /^[\x20-\x7e]*$/.test(text)),
  );

const missing = ({ call }: Outgoing, meta: AnswerMeta): Outcome => ({
  ok: false,
  error: { kind: 'unreadable', call, meta, looksLike: 'cut', excerpt: 'The batch has no answer to this part' },
});

/** Statuses that say that the path is not there, or does not take this. */
const refusals: ReadonlySet<number> = new Set([400, 404, 405, 501]);

/** So many batches in a row may fail as a whole. */
const mostBroken = 2;

/** The service failed at the batch, and said nothing about its parts. */
const isBroken = (outcome: Outcome): boolean =>
  outcome.ok
    ? partAnswersIn(outcome.value.json).size === 0
    : outcome.error.kind === 'http' && outcome.error.meta.status === 500;

/** What befell the whole batch befell each part; where it was broken, a part got no answer. */
function befallen(request: Outgoing, failure: Failure): Outcome {
  const { call, clientRequestId: id } = request;
  const clientRequestId = id ?? '';
  if (!('meta' in failure)) return { ok: false, error: { ...failure, call, clientRequestId } };
  const meta = { ...failure.meta, clientRequestId };
  return meta.status === 500 ? missing(request, meta) : { ok: false, error: { ...failure, call, meta } };
}
