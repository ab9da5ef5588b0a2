import { deliver } from './delivery.ts';
import { exchange } from './exchange.ts';
import type { World } from './world.ts';

export type SimulatorOptions = {
  /** Changed in place. */
  world: World;
  /** Simulated milliseconds since 1970. */
  now: () => number;
  /** Resolves after so many simulated milliseconds, or rejects with the signal's reason. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Called after every request, before its answer leaves. */
  onChange?: (world: World) => void;
};

export type Simulator = {
  /** Rejects as `fetch` does when the connection is lost. */
  handle(request: Request): Promise<Response>;
  world: World;
};

/** A fake Microsoft Graph over one world. Follows "sharePointMigrationTask" in the Microsoft Graph reference (beta). */
export function createSimulator({ world, now, sleep, onChange }: SimulatorOptions): Simulator {
  return {
    world,
    async handle(request) {
      const body = await request.text();
      request.signal.throwIfAborted();
      const headers = Object.fromEntries(request.headers);
      const incoming = { method: request.method, url: request.url, headers, body: body === '' ? null : body };
      const delivery = exchange(world, incoming, now());
      onChange?.(world);
      return deliver(delivery, sleep, request.signal);
    },
  };
}
