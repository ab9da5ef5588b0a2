import { isatty } from 'node:tty';
import type { Stream, Streams } from './ports.ts';

type Process = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'stdin'>;

/** The process's own streams. They are touched late: opening the terminal takes time that `--version` does not have. */
export const createNodeStreams = (process: Process): Streams => ({
  out: streamOf(() => process.stdout),
  err: streamOf(() => process.stderr),
  stdin: {
    get isTTY() {
      return isatty(0);
    },
    get stream() {
      return process.stdin;
    },
  },
  raw: {
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
  },
});

const streamOf = (real: () => NodeJS.WriteStream): Stream => ({
  write: (text) => {
    real().write(text);
  },
  get isTTY() {
    return real().isTTY === true;
  },
  get columns() {
    return real().columns || 80;
  },
  get rows() {
    return real().rows || 24;
  },
});

/** Resolves when everything written so far has left this process, or cannot leave it any more. */
export const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.writableLength === 0 || stream.destroyed) resolve();
    else stream.write('', () => resolve());
  });
