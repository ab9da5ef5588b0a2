import { duration } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import type { Console } from './console.ts';
import type { OpenOptions } from './session.ts';
import type { Settings } from './settings.ts';

/** What a session tells while it works: pauses the service asks for, and the log where one is wanted. */
export function listeners(
  settings: Settings,
  { files }: Ports,
  { output }: Console,
): Pick<OpenOptions, 'onThrottled' | 'log'> {
  const { log } = settings;
  return {
    onThrottled: (waitMs, at) => {
      output.event('throttled', at, { waitSeconds: Math.ceil(waitMs / 1000) });
      if (output.format === 'text')
        output.notice(`The service is busy and asks to wait ${duration(waitMs)}. This goes on by itself.`);
    },
    ...(log === null ? {} : { log: logTo(log, files, output) }),
  };
}

/** Writes until the first line that cannot be written, and says so once: a full disk must not stop a move. */
function logTo(path: string, files: Ports['files'], output: Console['output']): (line: string) => void {
  let isWriting = true;
  return (line) => {
    if (!isWriting) return;
    try {
      files.append(path, `${line}\n`);
    } catch {
      isWriting = false;
      output.notice(`The log ${path} cannot be written, so nothing more is logged. The work goes on.`);
    }
  };
}
