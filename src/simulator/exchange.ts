import { type Answer, problem } from './answer.ts';
import { tokenProblem } from './auth.ts';
import { partAnswer, shuffled } from './batch.ts';
import { type Call, type Incoming, readCall } from './calls.ts';
import { serviceTime } from './clock.ts';
import type { Delivery } from './delivery.ts';
import { effectOf, type Fault, isSilent } from './fault.ts';
import { faultFor } from './faults.ts';
import { packed, type Reply, statusOf } from './packing.ts';
import { nextGuid } from './random.ts';
import { perform } from './service.ts';
import { catchUp } from './submit.ts';
import type { Problem, World } from './world.ts';

/**
 * One request and its answer. Everything that happens to the world happens in this one synchronous call, so that a process
 * killed later never leaves half an effect. `at` is in simulated milliseconds since 1970, by any
 * clock but the service's own.
 */
export function exchange(world: World, incoming: Incoming, at: number): Delivery {
  const now = serviceTime(world, at);
  catchUp(world, now);
  return replyTo(world, incoming, now);
}

function replyTo(world: World, incoming: Incoming, now: number): Delivery {
  world.requests += 1;
  const call = readCall(world, incoming);
  const fault = nextFault(world, call, now);
  const answer = answerOf(world, call, fault, incoming, now);
  const requestId = nextGuid(world);
  const clientRequestId = incoming.headers['client-request-id'] ?? requestId;
  const reply = { answer, fault, requestId, clientRequestId, now };
  record(world, incoming, call, reply);
  afterwards(world, fault, now);
  return packed(reply, world.options);
}

function nextFault(world: World, call: Call, now: number): Fault | null {
  const fault = anyFault(world, call, now);
  // A batch gets through whatever becomes of its parts.
  return call.kind === 'batch' && fault?.name === 'throttle' ? null : fault;
}

function anyFault(world: World, call: Call, now: number): Fault | null {
  if (now < world.throttledUntil)
    return { name: 'throttle', status: 429, retryAfterMs: world.throttledUntil - now, form: 'seconds' };
  const { seen, plan } = world.faults;
  if (plan === 'none') return null;
  const name = `${call.kind} ${call.key}`;
  const times = seen[name] ?? 0;
  seen[name] = times + 1;
  return faultFor(plan, { seed: world.seed, number: world.requests, kind: call.kind, key: call.key, times });
}

function afterwards(world: World, fault: Fault | null, now: number): void {
  if (fault?.name === 'sign-in-expires') world.tokenSerial += 1;
  if (fault?.name === 'throttle' && !fault.isAlone)
    world.throttledUntil = Math.max(world.throttledUntil, now + fault.retryAfterMs);
}

function answerOf(world: World, call: Call, fault: Fault | null, incoming: Incoming, now: number): Answer | Problem {
  if (fault?.name === 'throttle') return throttledAnswer(fault, now);
  const effect = effectOf(fault);
  if (effect === 'none') return problemIn(fault);
  const refused = tokenProblem(world, call, incoming.headers, now);
  if (refused !== null) return refused;
  if (effect === 'late' && fault?.name === 'lost' && call.kind === 'create') {
    world.late.push({ at: now + fault.lateByMs, move: call.move });
    return problemIn(fault);
  }
  const answer = call.kind === 'batch' ? answerParts(world, call, incoming, now) : perform(world, call, now);
  return fault?.name === 'error' ? fault.problem : answer;
}

/** Each part is judged, throttled and answered alone; it is sent with the token of the whole. */
function answerParts(world: World, { parts }: BatchCall, { url, headers }: Incoming, now: number): Answer {
  const base = url.slice(0, url.indexOf('/$batch'));
  const responses = parts.map((part) => {
    const bearing = headers.authorization === undefined ? {} : { authorization: headers.authorization };
    const inner = { ...part, url: base + part.url, headers: { ...part.headers, ...bearing } };
    return partAnswer(part.id, replyTo(world, inner, now));
  });
  return { status: 200, body: { responses: shuffled(responses) } };
}

type BatchCall = Extract<Call, { kind: 'batch' }>;

/** Where nobody will read the answer, its words do not matter. */
const problemIn = (fault: Fault | null): Problem =>
  fault?.name === 'error' ? fault.problem : problem(500, 'generalException', 'An internal error occurred.');

/** Follows "Microsoft Graph throttling guidance": the body names the limit, the header the wait. */
function throttledAnswer(fault: Extract<Fault, { name: 'throttle' }>, now: number): Answer {
  const seconds = Math.ceil(fault.retryAfterMs / 1000);
  const date = new Date(Math.ceil((now + fault.retryAfterMs) / 1000) * 1000).toUTCString();
  const innerError = { code: 'throttledRequest', innerError: { code: 'quota' } };
  return {
    status: fault.status,
    body: { error: { code: 'activityLimitReached', message: 'The request has been throttled', innerError } },
    headers: { 'retry-after': fault.form === 'date' ? date : String(seconds) },
  };
}

function record(world: World, { method, url, headers }: Incoming, call: Call, reply: Reply): void {
  world.log.push({
    number: world.requests,
    at: reply.now,
    method,
    path: new URL(url).pathname,
    kind: call.kind,
    key: call.key,
    clientRequestId: headers['client-request-id'] ?? null,
    requestId: reply.requestId,
    status: isSilent(reply.fault) ? 'lost' : statusOf(reply),
    fault: reply.fault?.name ?? null,
  });
  if (world.log.length > world.options.logLimit) world.log.shift();
}
