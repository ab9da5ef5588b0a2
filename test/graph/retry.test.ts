import { describe, expect, it } from 'vitest';
import { retryVerdict } from '../../src/graph/retry.ts';
import { readRetryAfterMs } from '../../src/graph/retry-after.ts';
import type { Failure, NetworkReason } from '../../src/problems/failure.ts';
import { noon } from './support.ts';

const meta = (status: number) => ({ status, requestId: null, clientRequestId: 'a', date: null });
const http = (status: number, retryAfterMs: number | null = null): Failure => ({
  kind: 'http',
  call: 'read',
  meta: meta(status),
  code: '',
  message: '',
  innerCodes: [],
  retryAfterMs,
});
const network = (reason: NetworkReason, reached: 'no' | 'maybe'): Failure => ({
  kind: 'network',
  call: 'read',
  reason,
  reached,
  clientRequestId: 'a',
  detail: '',
});
const cut: Failure = { kind: 'unreadable', call: 'read', meta: meta(200), looksLike: 'cut', excerpt: '' };
const html: Failure = { ...cut, looksLike: 'html' };
const stopped: Failure = { kind: 'stopped', call: 'read', reached: 'maybe', clientRequestId: 'a' };

const situation = { attempt: 1, throttled: 0, repeatable: true, fraction: 1 };
const pause = (retryAfterMs: number) => ({ retry: true, retryAfterMs, counts: false });
const backOff = (retryAfterMs: number) => ({ retry: true, retryAfterMs, counts: true });
const never = { retry: false };

describe('whether a call is sent again', () => {
  it.each([
    { name: 'throttled with a pause', failure: http(429, 41_000), repeatable: pause(41_000), once: never },
    { name: 'a pause of minutes', failure: http(429, 315_000), repeatable: pause(315_000), once: never },
    { name: 'a pause of nothing', failure: http(429, 0), repeatable: pause(1_000), once: never },
    { name: 'a pause of more than an hour', failure: http(429, 3_600_001), repeatable: never, once: never },
    { name: 'throttled without a pause', failure: http(429), repeatable: backOff(1_000), once: never },
    { name: 'unavailable with a pause', failure: http(503, 5_000), repeatable: pause(5_000), once: never },
    { name: 'unavailable without a pause', failure: http(503), repeatable: backOff(1_000), once: never },
    { name: 'a bad gateway', failure: http(502), repeatable: backOff(1_000), once: never },
    { name: 'a bad gateway with a pause', failure: http(502, 9_000), repeatable: pause(9_000), once: never },
    { name: 'a gateway timeout', failure: http(504), repeatable: backOff(1_000), once: never },
    { name: 'a fault of the service', failure: http(500), repeatable: never, once: never },
    { name: 'not built', failure: http(501), repeatable: never, once: never },
    { name: 'a refusal', failure: http(422), repeatable: never, once: never },
    { name: 'a conflict', failure: http(409), repeatable: never, once: never },
    { name: 'no such host', failure: network('dns', 'no'), repeatable: backOff(1_000), once: never },
    { name: 'refused', failure: network('refused', 'no'), repeatable: backOff(1_000), once: never },
    { name: 'lost on the way', failure: network('reset', 'maybe'), repeatable: backOff(1_000), once: never },
    { name: 'too slow', failure: network('timeout', 'maybe'), repeatable: backOff(1_000), once: never },
    { name: 'a bad certificate', failure: network('tls', 'no'), repeatable: never, once: never },
    { name: 'a refusing proxy', failure: network('proxy', 'no'), repeatable: never, once: never },
    { name: 'a redirect', failure: network('redirect', 'maybe'), repeatable: never, once: never },
    { name: 'a cut answer', failure: cut, repeatable: backOff(1_000), once: never },
    { name: "a proxy's page", failure: html, repeatable: never, once: never },
    { name: 'stopped by the caller', failure: stopped, repeatable: never, once: never },
  ])('is right after $name', ({ failure, repeatable, once }) => {
    expect(retryVerdict({ ...situation, failure })).toEqual(repeatable);
    expect(retryVerdict({ ...situation, failure, repeatable: false })).toEqual(once);
  });

  it.each([
    { attempt: 1, fraction: 0, verdict: backOff(500) },
    { attempt: 2, fraction: 0, verdict: backOff(1_000) },
    { attempt: 3, fraction: 0.5, verdict: backOff(3_000) },
    { attempt: 4, fraction: 0, verdict: never },
  ])('backs off with jitter and gives up after four attempts: $attempt', ({ attempt, fraction, verdict }) => {
    expect(retryVerdict({ ...situation, failure: http(504), attempt, fraction })).toEqual(verdict);
  });

  it('goes on after a pause however many attempts there were, but not for ever', () => {
    const failure = http(429, 10_000);
    expect(retryVerdict({ ...situation, failure, attempt: 4, throttled: 19 })).toEqual(pause(10_000));
    expect(retryVerdict({ ...situation, failure, throttled: 20 })).toEqual(never);
  });
});

describe('the pause the service asks for', () => {
  it.each([
    { name: 'seconds', header: '200', ms: 200_000 },
    { name: 'seconds with a fraction', header: '1.5', ms: 1_500 },
    { name: 'none', header: '0', ms: 0 },
    { name: 'a moment', header: 'Sat, 05 Dec 2026 12:02:00 GMT', ms: 120_000 },
    { name: 'a moment in the past', header: 'Sat, 05 Dec 2026 11:00:00 GMT', ms: 0 },
    { name: 'a negative number', header: '-5', ms: null },
    { name: 'words', header: 'tomorrow 5', ms: null },
    { name: 'no header', header: null, ms: null },
  ])('is read from $name', ({ header, ms }) => {
    expect(readRetryAfterMs(header, noon)).toBe(ms);
  });
});
