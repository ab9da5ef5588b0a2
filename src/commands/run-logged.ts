import { wrap } from '../frontends/layout.ts';
import { lineReason } from '../frontends/line-mode.ts';
import { fold } from '../frontends/lines/fold.ts';
import type { LogPlace, Logs, Ports, Stream } from '../ports/ports.ts';
import { fixedLog, type LogFile, rotatingLog } from '../store/log-file.ts';
import type { CommandEntry, Raw } from './command.ts';
import { logHead } from './log-head.ts';

/**
 * Runs a command with a log beside it. Nothing is written before a line comes, which the first call to Graph brings; and
 * whoever ends without success reads where the log is.
 */
export async function runLogged(entry: CommandEntry, raw: Raw, ports: Ports): Promise<number> {
  const own = typeof raw.flags.log === 'string' ? raw.flags.log : null;
  const logs = createLogs(ports, () => logHead(entry.name, raw, ports.machine), own);
  const isByLine = lineReason(raw, ports.env, null) !== null;
  let exitCode = 1;
  try {
    exitCode = await (await entry.load()).run(raw, { ...ports, logs });
    return exitCode;
  } finally {
    for (const line of await logs.end(exitCode))
      ports.streams.err.write(`${fitting(line, ports.streams.err, isByLine)}\n`);
  }
}

/**
 * One line for whoever reads it from a file; in a terminal the path, which stays whole, may get a line of its own. In line
 * mode no line is longer than the window.
 */
const fitting = (line: string, { isTTY, columns }: Stream, isByLine: boolean): string =>
  isByLine ? fold(line, columns - 1).join('\n') : isTTY ? wrap(line, columns - 1).join('\n') : line;

/** Live, simulated and custom work are kept apart, as runs are. */
export const logFolders: Readonly<Record<LogPlace, readonly string[]>> = {
  live: ['logs'],
  simulator: ['simulator', 'logs'],
  custom: ['custom', 'logs'],
};

type EndingLogs = Logs & {
  /** Says how it ended where something was logged; returns what to tell the person. */
  end(exitCode: number): Promise<string[]>;
};

function createLogs(ports: Ports, head: () => string, own: string | null): EndingLogs {
  const { clock, files, folders, random } = ports;
  const time = () => `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
  const first = () => `${time()} ${head()}`;
  const asked = own === null ? null : fixedLog(own, files, first);
  const places = new Map<LogPlace, LogFile>();
  const fileOf = (place: LogPlace): LogFile => {
    const folder = files.join(folders.state, ...logFolders[place]);
    const known = places.get(place) ?? rotatingLog({ files, clock, folder, id: random.guid().slice(-8), head: first });
    places.set(place, known);
    return known;
  };
  const all = () => [...(asked ? [asked] : []), ...places.values()];
  return {
    add: (place, line) => {
      asked?.add(line);
      fileOf(place).add(line);
    },
    end: async (exitCode) => {
      for (const file of all()) if (file.path() !== null) file.add(`${time()} ended exit=${exitCode}`);
      for (const file of all()) await file.tidied();
      const paths = all().flatMap((file) => file.path() ?? []);
      return [
        ...(asked?.hasFailed() ? [`The log ${own} cannot be written, so it is not whole. The work went on.`] : []),
        ...(exitCode === 0 || paths.length === 0 ? [] : [`The log of this: ${paths.join(' and ')}`]),
      ];
    },
  };
}
