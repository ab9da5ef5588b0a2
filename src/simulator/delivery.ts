/** How an answer travels. Delays are simulated milliseconds. */
export type Delivery = {
  delayMs: number;
  /** `cut`: the body ends in the middle. `lost`: no answer at all. */
  how: 'answer' | 'cut' | 'lost';
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
  if (delivery.how === 'lost') throw connectionLost('fetch failed');
  const { status, headers, body } = delivery;
  return new Response(delivery.how === 'cut' ? cutStream(body ?? '') : body, { status, headers });
}

const connectionLost = (message: string): TypeError =>
  new TypeError(message, { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });

/** The part of a body that arrives before it is cut off. */
export const firstHalf = (body: string): string => body.slice(0, Math.ceil(body.length / 2));

const cutStream = (body: string): ReadableStream<Uint8Array> => {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(connectionLost('terminated'));
      else controller.enqueue(new TextEncoder().encode(firstHalf(body)));
      sent = true;
    },
  });
};
