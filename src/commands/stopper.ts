import type { Ports } from '../ports/ports.ts';

export type StopReason = 'signal' | 'timeout' | 'fault';

export type Stopper = {
  /** Resolves when something asks the command to end early; never when it just finishes. */
  ended: Promise<void>;
  reason(): StopReason | null;
  stop(reason: StopReason): void;
  close(): void;
};

type Options = { ports: Pick<Ports, 'signals' | 'clock'>; timeoutMs: number | null };

/** Ctrl+C and the time limit, as one promise. */
export function stopper({ ports, timeoutMs }: Options): Stopper {
  let reason: StopReason | null = null;
  const timer = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = (why: StopReason) => {
    reason ??= why;
    resolve();
  };
  const unlisten = ports.signals.onStop(() => stop('signal'));
  if (timeoutMs !== null)
    ports.clock.sleep(timeoutMs, timer.signal).then(
      () => stop('timeout'),
      () => undefined,
    );
  return {
    ended: promise,
    reason: () => reason,
    stop,
    close: () => {
      unlisten();
      timer.abort();
    },
  };
}
