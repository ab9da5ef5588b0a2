import { PassThrough } from 'node:stream';
import { expect, test as plain } from 'vitest';
import { CommandLine } from '../../support/command-line.ts';
import { faultsIn } from './scan.ts';

/** Tests with a computer of their own. */
export const test = plain.extend<{ line: CommandLine }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that vitest reads
  line: async ({}, use) => {
    const line = new CommandLine();
    await use(line);
    line.remove();
  },
});

/** What is heard, and what is typed then, once something is asked or at any time; null ends the input. */
export type Turn = readonly [heard: string | RegExp, typed: string | null, when?: 'at any time'];

type Options = {
  /** False for answers from a pipe, which are all written before the first question. */
  terminal?: boolean;
  columns?: number;
  env?: Record<string, string>;
  /** Ctrl+C when this is heard. */
  stopAt?: string;
} & Pick<NonNullable<Parameters<CommandLine['run']>[1]>, 'desk' | 'fetch'>;

/** A dialogue in lines from its first to its last. Each one is scanned for the rules of line mode. */
export async function talk(line: CommandLine, argv: readonly string[], turns: readonly Turn[], options: Options = {}) {
  const { terminal = true, columns = 80, stopAt, env = {}, ...around } = options;
  const left = [...turns];
  const stdin = Object.assign(new PassThrough(), { ref: () => undefined });
  const heard = { transcript: '', since: '', out: 0, err: 0 };
  const pieces: string[] = [];
  const answer = () => {
    const [next] = left;
    if (!next || !isIn(heard.since, next[0])) return;
    if (next[2] !== 'at any time' && !heard.since.endsWith(': ')) return;
    left.shift();
    pieces.push(heard.since);
    heard.since = '';
    if (next[1] === null) return stdin.end();
    if (terminal) heard.transcript += `${next[1]}\n`;
    stdin.write(`${next[1]}\n`);
  };
  if (!terminal) {
    for (const [, typed] of turns) if (typed !== null) stdin.write(`${typed}\n`);
    stdin.end();
    left.length = 0;
  }
  const told = await inTime(
    line.run(argv, {
      ...around,
      terminal,
      columns,
      env,
      stdin: stdin as unknown as NodeJS.ReadStream,
      ...(stopAt === undefined ? {} : { stopAt }),
      onSaid: ({ out, err }) => {
        // With a pipe standard output is for the result, and the dialogue is elsewhere.
        const piece = (terminal ? out.slice(heard.out) : '') + err.slice(heard.err);
        heard.out = out.length;
        heard.err = err.length;
        heard.transcript += piece;
        heard.since += piece;
        answer();
      },
    }),
    () => ({ transcript: heard.transcript, left }),
  );
  pieces.push(heard.since);
  expect({ left, transcript: heard.transcript }).toEqual({ left: [], transcript: heard.transcript });
  expect(faultsIn(pieces, { width: columns - 1 })).toEqual([]);
  return { told, transcript: heard.transcript, lines: heard.transcript.split('\n') };
}

const isIn = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

/** Real time, which hardly passes on a virtual clock: whoever waits longer waits for an answer that never comes. */
const patienceMs = 12_000;

async function inTime<T>(work: Promise<T>, where: () => unknown): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`It waits for ever: ${JSON.stringify(where(), null, 1)}`)),
    patienceMs,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A transcript without what chance made: ids of tasks and requests, the end of a run's name, the path of the log. */
export const masked = (transcript: string): string =>
  transcript
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0')
    .replace(/(r-\d{8}-\d{6})-[0-9a-f]{4}/g, '$1-7f3a')
    .replace(/The log of this:[\s\S]*$/, '');
