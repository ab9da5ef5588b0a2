import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { run } from '../../src/cli.ts';
import { createNodeFiles } from '../../src/ports/node-files.ts';
import type { Clock, Database, Env, Fetch, Files, Ports } from '../../src/ports/ports.ts';
import type { World } from '../../src/simulator/world.ts';
import { seeded } from '../runtime/fake-ports.ts';
import { wrongIn } from './answer-shape.ts';
import { fakePorts } from './ports.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Sat 5 Dec 2026, 12:00 UTC. */
export const noon = Date.UTC(2026, 11, 5, 12);

/** One JSON document of the program, as a test reads it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into documents of every kind
export type Document = any;

/** What one command came to. */
export class Told {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** Calls that left the program by its own fetch; none of the embedded simulator's. */
  readonly calls: readonly string[];

  constructor(exitCode: number, said: { out: string; err: string }, calls: readonly string[]) {
    this.exitCode = exitCode;
    this.out = said.out;
    this.err = said.err;
    this.calls = calls;
  }

  /** The one document of `--json`. */
  get json(): Document {
    return JSON.parse(this.out);
  }

  /** The lines of `--events`. */
  get events(): Document[] {
    return this.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  get codes(): string[] {
    return this.json.findings.map(({ code }: { code: string }) => code);
  }
}

type Options = {
  clock?: Clock;
  env?: Env;
  fetch?: Fetch;
  terminal?: boolean;
  /** A terminal, but for this one stream. */
  piped?: 'in' | 'out';
  columns?: number;
  /** Where answers come from, and who hears what is said on either stream: for dialogues. */
  stdin?: NodeJS.ReadStream;
  onSaid?: (said: { out: string; err: string }) => void;
  /** Ctrl+C as soon as this was said, on either stream. */
  stopAt?: string | RegExp;
  /** What happens to the computer's files on their way to the program. */
  files?: (files: Files) => Files;
  state?: string;
  /** What this computer has for signing in; nothing unless given. */
  desk?: Partial<Pick<Ports, 'browser' | 'loopback' | 'keystore'>>;
};

/** A computer with a state folder of its own, on which commands are run one after the other. */
export class CommandLine {
  readonly folder: string;
  readonly clock: Clock;
  env: Env;
  #guids = 0;
  readonly #fraction = seeded(1);

  constructor({ clock = new VirtualClock(noon), env = {} }: Pick<Options, 'clock' | 'env'> = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'crossorg-cli-'));
    this.clock = clock;
    this.env = { LANG: 'en_US.UTF-8', ...env };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Deletes a part of the state folder, as if it had been made on another computer. */
  forget(part: string): void {
    rmSync(join(this.folder, 'state', part), { recursive: true, force: true });
  }

  /** The embedded simulator's world as the last command left it. */
  get world(): World {
    const database = new DatabaseSync(join(this.folder, 'state', 'simulator', 'world.sqlite'), { readOnly: true });
    try {
      return JSON.parse(String(database.prepare('SELECT text FROM world').get()?.text)).world;
    } finally {
      database.close();
    }
  }

  /** Lets time pass between two commands. */
  pass(ms: number): void {
    if (!(this.clock instanceof VirtualClock)) throw new Error('Only a virtual clock can be moved');
    this.clock.pass(ms);
  }

  /** Runs a command, and holds what it says to the contract's form whatever the test is about. */
  async run(argv: readonly string[], options: Omit<Options, 'clock'> = {}): Promise<Told> {
    const calls: string[] = [];
    const { ports, said } = this.#ports(options, calls);
    const exitCode = await run(argv, ports);
    // A terminal shows both streams.
    const shown = options.terminal === true && said.err === '' ? { out: said.out, err: said.out } : said;
    expect({ argv, exitCode, wrong: wrongIn(argv, { exitCode, ...shown }) }).toEqual({ argv, exitCode, wrong: [] });
    return new Told(exitCode, said, calls);
  }

  #ports(
    { env = {}, fetch: send = fetch, terminal = false, stopAt, files = (same) => same, state, ...dialogue }: Options,
    calls: string[],
  ) {
    const { columns, stdin, onSaid, piped, desk } = dialogue;
    const listeners = new Set<(signal: 'SIGINT') => void>();
    const random = { guid: () => this.#guid(), fraction: this.#fraction };
    const { ports, said } = fakePorts({
      ...desk,
      clock: this.clock,
      random,
      env: { ...this.env, ...env },
      files: files(this.#files(random)),
      folders: { config: join(this.folder, 'config'), state: state ?? join(this.folder, 'state') },
      fetch: async (url, init) => {
        calls.push(`${init.method} ${url}`);
        return this.#busy(send(url, init));
      },
      signals: {
        suspend: null,
        onStop: (callback) => {
          listeners.add(callback);
          return () => listeners.delete(callback);
        },
        onResize: () => () => undefined,
      },
      screen: {
        outIsTTY: terminal && piped !== 'out',
        errIsTTY: terminal,
        inIsTTY: terminal && piped !== 'in',
        ...(columns ? { columns } : {}),
      },
    });
    // What is written where the command was given stays on this computer.
    ports.machine = { ...ports.machine, cwd: this.folder };
    if (stdin) ports.streams.stdin = { isTTY: terminal, stream: stdin };
    if (onSaid) hearAll(ports, said, onSaid);
    if (stopAt !== undefined)
      stopOn(ports, said, stopAt, () => {
        for (const listener of listeners) listener('SIGINT');
      });
    return { ports, said };
  }

  #files(random: Ports['random']): Files {
    const files = createNodeFiles({ random, clock: this.clock, platform: 'linux' });
    return {
      ...files,
      read: (path) => this.#busy(files.read(path)),
      write: (path, text) => this.#busy(files.write(path, text)),
      remove: (path) => this.#busy(files.remove(path)),
      list: (folder) => this.#busy(files.list(folder)),
      database: (path) => this.#busy(opened(files, path)),
    };
  }

  #busy<T>(work: Promise<T>): Promise<T> {
    return this.clock instanceof VirtualClock ? this.clock.busy(work) : work;
  }

  #guid(): string {
    this.#guids += 1;
    return `00000000-0000-4000-8000-${String(this.#guids).padStart(12, '0')}`;
  }
}

/** Power cuts are the ports' own tests: here nothing waits for the disk. */
async function opened(files: Files, path: string): Promise<Database> {
  const database = await files.database(path);
  database.run('PRAGMA synchronous = OFF');
  return database;
}

type Said = { out: string; err: string };

function stopOn(ports: Ports, said: Said, stopAt: string | RegExp, stop: () => void): void {
  const isIn = (text: string) => (typeof stopAt === 'string' ? text.includes(stopAt) : stopAt.test(text));
  hearAll(ports, said, ({ out, err }) => {
    if (isIn(out) || isIn(err)) queueMicrotask(stop);
  });
}

function hearAll(ports: Ports, said: Said, onSaid: (said: Said) => void): void {
  for (const name of ['out', 'err'] as const) {
    const { write } = ports.streams[name];
    ports.streams[name].write = (text) => {
      write(text);
      onSaid(said);
    };
  }
}
