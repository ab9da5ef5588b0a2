import { type Cause, reset } from './outages.ts';

/** How an answer travels. Delays are simulated milliseconds. */
export type Delivery = {
  delayMs: number;
  /** `cut`: the body ends in the middle. `lost`: no answer at all. */
  how: 'answer' | 'cut' | 'lost';
  /** Why no answer comes, for `lost`. */
  cause: Cause;
  status: number;
  headers: Record<string, string>;
  /** Null for an answer without a body. */
  body: string | null;
};

type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/**
 * The answer as `fetch` gives it, after its delay. Rejects as `fetch` does: with a TypeError whose cause has a code when the
 * connection was lost, with the signal's reason when the caller stopped.
 */
export async function deliver(delivery: Delivery, sleep: Sleep, signal?: AbortSignal): Promise<Response> {
  if (delivery.delayMs > 0) await sleep(delivery.delayMs, signal);
  signal?.throwIfAborted();
  if (delivery.how === 'lost') throw failed('fetch failed', delivery.cause);
  return responseOf(delivery, delivery.how === 'cut' ? cutStream(delivery.body ?? '') : delivery.body);
}

/** `fetch` hands on any status that a server sends, but nobody else may make a response above 599. */
function responseOf({ status, headers }: Delivery, body: BodyInit | null): Response {
  if (status <= 599) return new Response(body, { status, headers });
  const made = new Response(body, { status: 500, headers });
  return Object.defineProperty(made, 'status', { value: status });
}

const failed = (message: string, { message: words, ...more }: Cause): TypeError =>
  new TypeError(message, { cause: Object.assign(new Error(words), more) });

/** The part of a body that arrives before it is cut off. */
export const firstHalf = (body: string): string => body.slice(0, Math.ceil(body.length / 2));

const cutStream = (body: string): ReadableStream<Uint8Array> => {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(failed('terminated', reset));
      else controller.enqueue(new TextEncoder().encode(firstHalf(body)));
      sent = true;
    },
  });
};
