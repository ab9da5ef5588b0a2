import { nodeClock } from '../../src/ports/node-clock.ts';
import type { Clock } from '../../src/ports/ports.ts';

/** Time that runs faster than on the wall, the same for this process and for those it starts. */
export type FastTime = Clock & {
  /** What Node is told, so that a process lives in this time as it is now. */
  node(): string[];
  /** It is later by so much. */
  pass(ms: number): void;
};

/** From `start` on, `factor` milliseconds pass in one. */
export function fastTime(start: number, factor: number): FastTime {
  const realStart = Date.now();
  let passed = 0;
  const now = (): number => Math.round(start + passed + (Date.now() - realStart) * factor);
  return {
    now,
    sleep: (ms, signal) => nodeClock.sleep(ms / factor, signal),
    pass: (ms) => {
      passed += ms;
    },
    node: () => ['--import', `data:text/javascript,${encodeURIComponent(script(start + passed, realStart, factor))}`],
  };
}

/** Timers of the platform may fire a moment early, which would be many moments here. */
const script = (start: number, realStart: number, factor: number): string => `
  const realNow = Date.now;
  const realTimeout = globalThis.setTimeout;
  Date.now = () => Math.round(${start} + (realNow() - ${realStart}) * ${factor});
  globalThis.setTimeout = (work, ms, ...rest) => realTimeout(work, ms > 0 ? Math.ceil(ms / ${factor}) + 1 : ms, ...rest);
`;
