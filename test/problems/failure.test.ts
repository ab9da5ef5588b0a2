import { describe, expect, it } from 'vitest';
import { effectOf } from '../../src/problems/failure.ts';
import { http, network, stopped, task, unreadable } from './samples.ts';

describe('what a failure proves about a create', () => {
  it.each([
    { name: '400', failure: http(400), effect: 'none' },
    { name: '401', failure: http(401), effect: 'none' },
    { name: '409', failure: http(409), effect: 'none' },
    { name: '422', failure: http(422), effect: 'none' },
    { name: '408, a timeout like any other', failure: http(408), effect: 'open' },
    { name: '429', failure: http(429), effect: 'none' },
    { name: '500', failure: http(500), effect: 'open' },
    { name: '501', failure: http(501), effect: 'none' },
    { name: '502', failure: http(502), effect: 'open' },
    { name: '503 that says when to come back', failure: http(503, '', '', { retryAfterMs: 1_000 }), effect: 'none' },
    { name: '503 that does not', failure: http(503), effect: 'open' },
    { name: '504', failure: http(504), effect: 'open' },
    { name: 'a task that carries an error', failure: task('x'), effect: 'none' },
    { name: 'a success nobody can read', failure: unreadable('cut', 200), effect: 'open' },
    { name: 'a page with a refusal', failure: unreadable('html', 403), effect: 'none' },
    { name: 'a page with a gateway fault', failure: unreadable('html', 502), effect: 'open' },
    { name: 'a connection that was never made', failure: network('refused'), effect: 'none' },
    { name: 'a connection lost after sending', failure: network('reset', { reached: 'maybe' }), effect: 'open' },
    { name: 'a stop before sending', failure: stopped('no'), effect: 'none' },
    { name: 'a stop after sending', failure: stopped('maybe'), effect: 'open' },
  ])('$name leaves it $effect', ({ failure, effect }) => {
    expect(effectOf(failure)).toBe(effect);
  });
});
