import type { Signals } from './ports.ts';

const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Process = Pick<NodeJS.Process, 'on' | 'off' | 'once' | 'kill' | 'pid' | 'platform'>;

/** Without a listener Node ends the process by itself. On Windows closing the window counts as SIGHUP. */
export const createNodeSignals = (process: Process): Signals => ({
  suspend: process.platform === 'win32' ? null : () => suspend(process),
  onStop: (callback) => {
    const listeners = stops.map((signal) => ({ signal, listener: () => callback(signal) }));
    for (const { signal, listener } of listeners) process.on(signal, listener);
    return () => {
      for (const { signal, listener } of listeners) process.off(signal, listener);
    };
  },
  onResize: (callback) => {
    process.on('SIGWINCH', callback);
    return () => process.off('SIGWINCH', callback);
  },
});

const suspend = (process: Process): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGCONT', () => resolve());
    process.kill(process.pid, 'SIGTSTP');
  });
