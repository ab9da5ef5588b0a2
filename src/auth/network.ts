import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Clock, Fetch } from '../ports/ports.ts';
import { foreignText } from '../problems/secrets.ts';
import { faultOfThrown } from '../problems/thrown.ts';
import { readRefusal } from './service-refusal.ts';
import type { ServiceRefusal, SignInFailure } from './sign-in-failure.ts';

type NetworkTrouble = Extract<SignInFailure, { kind: 'network' }>;

/** What the library does not tell: the last refusal, and why the last request got no answer. */
export type Heard = { refusal: ServiceRefusal | null; trouble: NetworkTrouble | null };

export type SignInNetwork = { module: INetworkModule; heard: Heard };

type Needs = { fetch: Fetch; clock: Clock; signal?: AbortSignal | undefined };

const timeoutMs = 30_000;

/** The library's way out: over the program's own fetch, with a time limit, and ended by the signal. */
export function createSignInNetwork(needs: Needs): SignInNetwork {
  const heard: Heard = { refusal: null, trouble: null };
  const send = async <T>(method: string, url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> => {
    heard.refusal = null;
    heard.trouble = null;
    const body = options?.body === undefined ? {} : { body: inStandardWords(options.body) };
    const answer = await request(needs, heard, { method, url, headers: options?.headers ?? {}, ...body });
    heard.refusal = readRefusal(answer.body);
    return { ...answer, body: (await patient(answer.body, needs)) as T };
  };
  return {
    heard,
    module: {
      sendGetRequestAsync: (url, options) => send('GET', url, options),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    },
  };
}

/** RFC 8628 names the grant so, and so does Microsoft's page; the library uses an older name. */
const inStandardWords = (form: string): string =>
  form.replace(
    /(^|&)grant_type=device_code(?=&|$)/,
    `$1grant_type=${encodeURIComponent('urn:ietf:params:oauth:grant-type:device_code')}`,
  );

type Request = { method: string; url: string; headers: Record<string, string>; body?: string };
type Answer = { status: number; headers: Record<string, string>; body: unknown };

async function request({ fetch, clock, signal }: Needs, heard: Heard, { url, ...init }: Request): Promise<Answer> {
  const attempt = new AbortController();
  const timer = new AbortController();
  const stop = () => attempt.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  let isLate = false;
  clock.sleep(timeoutMs, timer.signal).then(
    () => {
      isLate = true;
      attempt.abort();
    },
    () => undefined,
  );
  const trouble = (reason: NetworkTrouble['reason'], detail: string): NetworkTrouble => ({
    kind: 'network',
    reason,
    host: URL.parse(url)?.host ?? '',
    detail,
  });
  try {
    const response = await fetch(url, { ...init, signal: attempt.signal, redirect: 'manual' });
    const answer = { status: response.status, headers: Object.fromEntries(response.headers) };
    const text = await response.text();
    const body = jsonOf(text);
    // The library takes it for an answer, and finds nothing in it.
    if (body !== undefined && response.status >= 500 && readRefusal(body) === null)
      heard.trouble = trouble('other', `Status ${response.status}, no reason`);
    if (body !== undefined) return { ...answer, body };
    heard.trouble = trouble(...strangeAnswer(response.status, text));
    throw new Error('The answer of the sign-in service is no JSON');
  } catch (error) {
    const fault = isLate ? { reason: 'timeout' as const, detail: 'No answer within 30 seconds' } : faultOfThrown(error);
    if (!signal?.aborted) heard.trouble ??= trouble(fault.reason, fault.detail);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    timer.abort();
  }
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Something on the way answered in place of the sign-in service. */
function strangeAnswer(status: number, text: string): [NetworkTrouble['reason'], string] {
  if (status === 407) return ['proxyAuth', 'HTTP 407'];
  if (status === 0 || (status >= 300 && status < 400)) return ['redirect', `Redirected elsewhere (${status})`];
  const start = foreignText(text.slice(0, 2_000), 80);
  const detail = `Status ${status}, no JSON${start === '' ? '' : `: ${start}`}`;
  return [/<(!doctype|html|head|body|title)\b/i.test(text) ? 'page' : 'other', detail];
}

/** Seconds between two questions, where the service names none (RFC 8628, 3.2). */
const usualInterval = 5;

/** The library polls without pause where no interval is named, and gives up at `slow_down`: here it waits instead. */
async function patient(body: unknown, { clock, signal }: Needs): Promise<unknown> {
  const fields = body as Record<string, unknown>;
  if ('device_code' in fields && !fields.interval) return { ...fields, interval: usualInterval };
  if (fields.error !== 'slow_down') return body;
  await clock.sleep(usualInterval * 1000, signal);
  return { ...fields, error: 'authorization_pending' };
}
