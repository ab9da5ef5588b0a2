import type { Clock, Files } from '../ports/ports.ts';
import { logName, maxLogChars, surplusLogs } from './log-rotation.ts';

/** Lines that go to a file. The first one makes it, and a line that cannot be written is the last one that is tried. */
export type LogFile = {
  add(line: string): void;
  /** The file that was written to last; null while none was. */
  path(): string | null;
  hasFailed(): boolean;
  /** Until the files that were too many are gone: a program that ends before would leave more each time. */
  tidied(): Promise<void>;
};

/** A file of one name, however long it gets. */
export function fixedLog(path: string, files: Pick<Files, 'append'>, head: () => string): LogFile {
  let [isBegun, isBroken] = [false, false];
  return {
    add: (line) => {
      if (isBroken) return;
      try {
        files.append(path, isBegun ? `${line}\n` : `${head()}\n${line}\n`);
        isBegun = true;
      } catch {
        isBroken = true;
      }
    },
    path: () => (isBegun ? path : null),
    hasFailed: () => isBroken,
    tidied: async () => undefined,
  };
}

type Needs = {
  files: Pick<Files, 'append' | 'join' | 'list' | 'remove'>;
  clock: Pick<Clock, 'now'>;
  folder: string;
  /** Eight hex digits that no other process has. */
  id: string;
  head: () => string;
};

/** A file of this process in a folder of logs, and its successors; the oldest files of the folder go. */
export function rotatingLog({ files, clock, folder, id, head }: Needs): LogFile {
  let [part, length] = [0, 0];
  let current: LogFile | null = null;
  let last: string | null = null;
  let tidying = Promise.resolve();
  const next = (): LogFile => {
    part += 1;
    length = 0;
    return fixedLog(files.join(folder, logName(clock.now(), id, part)), files, head);
  };
  return {
    add: (line) => {
      const isFull = length > 0 && length + line.length > maxLogChars;
      if (current === null || (isFull && !current.hasFailed())) current = next();
      current.add(line);
      if (length === 0 && !current.hasFailed()) tidying = tidying.then(() => tidy(files, folder));
      length += line.length + 1;
      last = current.path() ?? last;
    },
    path: () => last,
    hasFailed: () => current?.hasFailed() ?? false,
    tidied: () => tidying,
  };
}

/** An old log that cannot be removed waits for the next time. */
async function tidy(files: Pick<Files, 'join' | 'list' | 'remove'>, folder: string): Promise<void> {
  try {
    const names = await files.list(folder);
    for (const name of surplusLogs(names)) await files.remove(files.join(folder, name));
  } catch {}
}
