import type { Signals } from './ports.ts';

const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Without a listener Node ends the process by itself. On Windows closing the window counts as SIGHUP. */
export const createNodeSignals = (process: Pick<NodeJS.Process, 'on' | 'off'>): Signals => ({
  onStop: (callback) => {
    const listeners = stops.map((signal) => ({ signal, listener: () => callback(signal) }));
    for (const { signal, listener } of listeners) process.on(signal, listener);
    return () => {
      for (const { signal, listener } of listeners) process.off(signal, listener);
    };
  },
});
