import type { Clock, Random } from './ports.ts';

/** The longest a timer can wait, in milliseconds; with more it would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** This computer's clock. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    for (let left = ms; left > longestTimerMs; left -= longestTimerMs) await oneTimer(longestTimerMs, signal);
    await oneTimer(ms > longestTimerMs ? ms % longestTimerMs : Math.max(ms, 0), signal);
  },
};

const oneTimer = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });

export const nodeRandom: Random = {
  guid: () => crypto.randomUUID(),
  fraction: () => Math.random(),
};
