import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { test as plain } from 'vitest';
import { createScan } from './stream-scan.ts';

const built = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** Where the programs of a test keep their files; removed when it ends. */
export type Home = { folder: string; state: string; config: string };

function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-test-'));
  return { folder, state: join(folder, 'state'), config: join(folder, 'config') };
}

export type Wanted = string | RegExp | ((screen: string) => boolean);

export type Options = {
  cols?: number;
  rows?: number;
  env?: Record<string, string | undefined>;
  /** Started by a shell, which afterwards shows the exit code and the terminal's settings. */
  inShell?: boolean;
};

type End = { code: number; signal: number };

/** Longer than any step but the move itself takes, also on a busy machine. */
const PATIENCE_MS = 15_000;
const POLL_MS = 10;

const isThere = (wanted: Wanted, screen: string): boolean => {
  if (typeof wanted === 'string') return screen.includes(wanted);
  return typeof wanted === 'function' ? wanted(screen) : wanted.test(screen);
};

function environment({ state, config }: Home, more: Options['env'] = {}): Record<string, string> {
  const ours = { LANG: 'C.UTF-8', TZ: 'UTC', CROSSORG_STATE_DIR: state, CROSSORG_CONFIG_DIR: config };
  const gone = { CI: undefined, LC_ALL: undefined, NO_COLOR: undefined, FORCE_COLOR: undefined, NODE_ENV: undefined };
  const all = Object.entries({ ...process.env, ...gone, ...ours, ...more });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The inner shell writes down its process id and becomes the program. */
const shell = `sh -c 'echo $$ > "$0"; exec "$@"' "$0" "$@"; echo "code $?"; stty -a`;

function spawn(args: readonly string[], home: Home, { cols = 80, rows = 24, env, inShell = false }: Options) {
  const options = { cols, rows, name: 'xterm-256color', env: environment(home, env) };
  const program = [process.execPath, built, ...args] as const;
  return inShell
    ? pty.spawn('/bin/sh', ['-c', shell, join(home.folder, 'pid'), ...program], options)
    : pty.spawn(program[0], program.slice(1), options);
}

/** The program, shown by a terminal emulator. The next look fails with whatever a scan of all its bytes and frames found. */
function startIn(home: Home, args: readonly string[], options: Options) {
  if (!existsSync(built)) throw new Error('There is no dist folder: run "npm run build" first');
  const { cols = 80, rows = 24 } = options;
  const term = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 1000 });
  const child = spawn(args, home, options);
  const scan = createScan(term);
  let [bytes, sent] = ['', ''];
  let written = Promise.resolve();
  let end: End | null = null;
  child.onData((data) => {
    bytes += data;
    written = written.then(() => new Promise<void>((done) => term.write(data, done))).then(() => scan.look(data));
  });
  term.onData((answer) => end ?? child.write(answer));
  const exit = new Promise<End>((done) =>
    child.onExit(({ exitCode, signal }) => {
      end = { code: exitCode, signal: signal ?? 0 };
      done(end);
    }),
  );

  const rowsOf = (from: number, count: number): string[] =>
    Array.from(
      { length: count },
      (_, row) =>
        term.buffer.active
          .getLine(from + row)
          ?.translateToString(true, 0, term.cols)
          .trimEnd() ?? '',
    );
  /** A terminal shows nothing of a frame before it is whole; the output may come in pieces. */
  const whole = async (): Promise<void> => {
    for (await written; term.modes.synchronizedOutputMode && !end; await written)
      await new Promise((next) => setTimeout(next, POLL_MS));
  };
  const lines = async (): Promise<string[]> => {
    await whole();
    return rowsOf(term.buffer.active.viewportY, term.rows);
  };
  const screen = async (): Promise<string> => {
    const shown = (await lines()).join('\n').trimEnd();
    if (scan.faults.size > 0) throw new Error(`${[...scan.faults].join('\n')}\n${shown}`);
    return shown;
  };
  const see = async (wanted: Wanted, ms = PATIENCE_MS): Promise<string> => {
    for (const until = performance.now() + ms; ; await new Promise((next) => setTimeout(next, POLL_MS))) {
      const last = end;
      const shown = await screen();
      if (isThere(wanted, shown)) return shown;
      if (last || performance.now() > until)
        throw new Error(`Not seen: ${String(wanted)}${last ? `; it ended with ${last.code}` : ''}\n${shown}`);
    }
  };
  const setSize = (columns: number, height: number): void => {
    term.resize(columns, height);
    child.resize(columns, height);
  };
  const send = (keys: string): void => {
    sent += keys;
    child.write(keys);
  };

  return {
    term,
    /** Waits until the screen shows it, and returns the screen; a wait that is too long, or an end, throws with it. */
    see,
    /** Sends keys in one piece, as type-ahead arrives. An Esc needs a screen of its own after it: Esc and a key are Alt. */
    send,
    /** One step of a story: sees something, and answers it. */
    async at(wanted: Wanted, keys: string, ms?: number): Promise<string> {
      const shown = await see(wanted, ms);
      send(keys);
      return shown;
    },
    paste: (text: string) => send(`\u001b[200~${text}\u001b[201~`),
    screen,
    lines,
    /** The lines that the normal screen holds, once the program has given it back. */
    async leftOver(): Promise<string[]> {
      await written;
      const rows = rowsOf(0, term.buffer.normal.length);
      const joined = rows.map((row, at) => (term.buffer.normal.getLine(at)?.isWrapped ? row : `\n${row}`)).join('');
      return joined.split('\n').filter((line) => line !== '');
    },
    /** To another size; resolves when the program has drawn for it. */
    async resize(columns: number, height: number) {
      scan.resized(bytes.length);
      setSize(columns, height);
      await see(() => !scan.isWaiting());
    },
    /** Through several sizes at once, as when an edge is dragged; resolves when the program has drawn for the last. */
    async drag(...sizes: readonly (readonly [columns: number, height: number])[]) {
      scan.dragged(bytes.length);
      for (const size of sizes) setSize(...size);
      await see(() => !scan.isWaiting());
    },
    /** To the program itself, also where a shell started it. */
    signal(name: 'SIGTERM' | 'SIGHUP' | 'SIGINT' | 'SIGCONT' | 'SIGUSR2') {
      const pid = options.inShell ? Number(readFileSync(join(home.folder, 'pid'), 'utf8')) : child.pid;
      process.kill(pid, name);
    },
    exit: exit.then(async (how) => {
      await written;
      return how;
    }),
    /** Closes the terminal's window, as it were; resolves when the program has ended of it. */
    async close() {
      (child as unknown as { destroy(): void }).destroy();
      await exit;
    },
    async kill() {
      if (!end) child.kill('SIGKILL');
      await exit;
    },
    bytes: () => bytes,
    sent: () => sent,
  };
}

export type Program = ReturnType<typeof startIn>;

/** Starts the built program in a pseudo-terminal of its own, 80 x 24 if not said otherwise. */
export type Start = (args: readonly string[], options?: Options) => Program;

/** Tests with programs: all of one test share a home, and are ended with it. */
export const test = plain.extend<{ home: Home; start: Start }>({
  home: async ({ task: _ }, use) => {
    const home = makeHome();
    await use(home);
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ home }, use) => {
    const programs: Program[] = [];
    await use((args, options = {}) => {
      const program = startIn(home, args, options);
      programs.push(program);
      return program;
    });
    await Promise.all(programs.map((program) => program.kill()));
  },
});
