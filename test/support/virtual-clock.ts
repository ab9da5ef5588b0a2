import type { Clock } from '../../src/ports/ports.ts';

type Sleeper = { dueAt: number; wake(): void };

/** Two turns of the event loop without work under way: nobody but a sleeper can go on. */
const quietTurns = 2;

/**
 * A clock that stands still while somebody works, and jumps to the next sleeper's time when all wait. `busy` says of work
 * outside the event loop, such as disk and network, that it is under way.
 */
export class VirtualClock implements Clock {
  #now: number;
  #busy = 0;
  #isPumping = false;
  readonly #sleepers = new Set<Sleeper>();

  constructor(start: number) {
    this.#now = start;
  }

  now = (): number => this.#now;

  pass(ms: number): void {
    this.#now += ms;
  }

  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const sleeper: Sleeper = { dueAt: this.#now + Math.max(ms, 0), wake: () => wake() };
      const stop = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#sleepers.add(sleeper);
      this.#pump();
    });

  async busy<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work;
    } finally {
      this.#busy -= 1;
    }
  }

  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    let quiet = 0;
    const turn = () => {
      quiet = this.#busy > 0 ? 0 : quiet + 1;
      if (quiet > quietTurns) {
        quiet = 0;
        this.#wakeNext();
      }
      if (this.#sleepers.size > 0) setImmediate(turn);
      else this.#isPumping = false;
    };
    setImmediate(turn);
  }

  #wakeNext(): void {
    const [next] = [...this.#sleepers].sort((one, other) => one.dueAt - other.dueAt);
    if (!next) return;
    this.#sleepers.delete(next);
    this.#now = Math.max(this.#now, next.dueAt);
    next.wake();
  }
}

/** This computer's clock, running so many times as fast from a given moment on. */
export function scaledClock(start: number, factor: number): Clock {
  const realStart = Date.now();
  return {
    now: () => start + (Date.now() - realStart) * factor,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const stop = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, Math.max(ms, 0) / factor);
        signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}
