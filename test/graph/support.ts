import { createGraphClient } from '../../src/graph/create-client.ts';
import type { SendOptions } from '../../src/graph/send.ts';
import { ConfirmedMove } from '../../src/plan/confirmed.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import type { Clock, FetchInit, Random } from '../../src/ports/ports.ts';
import { endpoint } from '../tasks/moves.ts';

export const noon = Date.UTC(2026, 11, 5, 12);
export const secretToken = 'eyJsecret.token-value';

/** A clock whose pauses pass at once and are noted; waits that can be called off last until they are, or `expire`. */
function testClock() {
  let now = noon;
  const pauses: number[] = [];
  const expiries = new Set<() => void>();
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        if (!signal) {
          pauses.push(ms);
          now += ms;
          return resolve();
        }
        const expire = () => resolve();
        expiries.add(expire);
        signal.addEventListener('abort', () => {
          expiries.delete(expire);
          reject(signal.reason);
        });
      }),
  };
  const expire = () => {
    for (const each of expiries) each();
  };
  return { clock, pauses, expire, pending: () => expiries.size };
}

function testRandom(): Random {
  let count = 0;
  return {
    guid: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    fraction: () => 1,
  };
}

export type Sent = FetchInit & { url: string };
type Reaction = Response | Error | ((sent: Sent) => Promise<Response>);

/** Answers calls in the order of the script and notes what was sent. */
export function scriptedFetch(...script: Reaction[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: FetchInit) => {
    const reaction = script[sent.length];
    const request = { url, ...init };
    sent.push(request);
    if (reaction === undefined) throw new Error('The script has no answer left');
    if (reaction instanceof Error) throw reaction;
    return reaction instanceof Response ? reaction : reaction(request);
  };
  return { fetch, sent };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const graphError = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  json({ error: { code, message } }, status, headers);

/** What `fetch` rejects with when a system call failed. */
export const fetchFailed = (code: string, more: object = {}): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`${code} happened`), { code, ...more }) });

type Given = Partial<SendOptions> & Pick<SendOptions, 'fetch'>;

export function clientWith(given: Given) {
  const lines: string[] = [];
  const throttled: number[] = [];
  const asked: boolean[] = [];
  const time = testClock();
  const client = createGraphClient({
    endpoint,
    clock: time.clock,
    random: testRandom(),
    version: '1.2.3',
    tokens: {
      source: async (options) => {
        asked.push(options?.fresh === true);
        return secretToken;
      },
    },
    log: (line) => lines.push(line),
    onThrottled: (waitMs) => throttled.push(waitMs),
    ...given,
  });
  return { client, lines, throttled, asked, ...time };
}

export function confirmedOf(move: PlannedMove): ConfirmedMove {
  const dryRun = { planId: move.id, at: noon, status: 'completed', requestId: null, clientRequestId: 'a' };
  const confirmed = ConfirmedMove.confirm(move, { word: 'yes', expected: 'yes', dryRun, now: noon });
  if (!confirmed.ok) throw new Error(confirmed.error.what);
  return confirmed.value;
}
