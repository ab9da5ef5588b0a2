import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { streamFaults } from './stream-scan.ts';

const built = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** Where a program that a test starts keeps its files; removed when the test ends. */
export type Home = { state: string; config: string };

export function openHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return { state: join(folder, 'state'), config: join(folder, 'config') };
}

export type Wanted = string | RegExp | ((screen: string) => boolean);

export type Options = { home?: Home; cols?: number; rows?: number; env?: Record<string, string | undefined> };

const PATIENCE_MS = 10_000;

const isThere = (wanted: Wanted, screen: string): boolean => {
  if (typeof wanted === 'string') return screen.includes(wanted);
  return typeof wanted === 'function' ? wanted(screen) : wanted.test(screen);
};

function environment(home: Home, more: Options['env'] = {}): Record<string, string> {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...own } = process.env;
  const all = {
    ...own,
    NODE_ENV: undefined,
    LANG: 'C.UTF-8',
    LC_ALL: undefined,
    TZ: 'UTC',
    CROSSORG_STATE_DIR: home.state,
    CROSSORG_CONFIG_DIR: home.config,
    ...more,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * The built program in a pseudo-terminal, shown by a terminal emulator. What it writes is recorded, and scanned for what
 * must never be on a screen; the test fails at the next look.
 */
export function start(args: readonly string[], { home = openHome(), cols = 80, rows = 24, env = {} }: Options = {}) {
  if (!existsSync(built)) throw new Error('dist/ is missing: run "npm run build" first');
  const term = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 500 });
  const child = pty.spawn(process.execPath, [built, ...args], {
    cols,
    rows,
    name: 'xterm-256color',
    env: environment(home, env),
  });
  let bytes = '';
  let sent = '';
  let written = Promise.resolve();
  let ended: { code: number; signal: number } | null = null;
  const faults = new Set<string>();
  child.onData((data) => {
    bytes += data;
    written = written
      .then(() => new Promise<void>((done) => term.write(data, done)))
      .then(() => {
        for (const fault of streamFaults(data, term)) faults.add(fault);
      });
  });
  term.onData((answer) => {
    if (!ended) child.write(answer);
  });
  const exit = new Promise<{ code: number; signal: number }>((done) =>
    child.onExit(({ exitCode, signal }) => {
      ended = { code: exitCode, signal: signal ?? 0 };
      done(ended);
    }),
  );
  onTestFinished(async () => {
    if (ended) return;
    child.kill('SIGKILL');
    await exit;
  });
  const rowsOf = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, row) => term.buffer.active.getLine(from + row)?.translateToString(true) ?? '');
  const lines = (): string[] => rowsOf(term.buffer.active.viewportY, term.rows);
  const screen = (): string => lines().join('\n').trimEnd();
  return screenOf();

  function screenOf() {
    const look = async (): Promise<string> => {
      await written;
      if (faults.size > 0) throw new Error(`${[...faults].join('\n')}\n${screen()}`);
      return screen();
    };
    const see = async (wanted: Wanted, ms = PATIENCE_MS): Promise<string> => {
      for (const end = performance.now() + ms; ; await new Promise((next) => setTimeout(next, 10))) {
        const shown = await look();
        if (isThere(wanted, shown)) return shown;
        if (ended || performance.now() > end)
          throw new Error(`Not seen: ${String(wanted)}${ended ? `, and it ended with ${ended.code}` : ''}\n${shown}`);
      }
    };
    const write = (keys: string): void => {
      sent += keys;
      child.write(keys);
    };
    return {
      pid: child.pid,
      /** Writes keys as a terminal does. */
      send: write,
      paste: (text: string) => write(`\u001b[200~${text}\u001b[201~`),
      see,
      /** Sees a text, then sends keys: one step of a story. */
      async at(wanted: Wanted, keys: string, ms = PATIENCE_MS) {
        const shown = await see(wanted, ms);
        write(keys);
        return shown;
      },
      screen: look,
      lines: async () => {
        await look();
        return lines();
      },
      /** Everything the normal screen keeps, once the program has given it back. */
      async scrollback() {
        await written;
        return rowsOf(0, term.buffer.normal.length).join('\n').trimEnd();
      },
      resize(columns: number, height: number) {
        term.resize(columns, height);
        child.resize(columns, height);
      },
      kill: (signal: 'SIGTERM' | 'SIGHUP' | 'SIGKILL') => child.kill(signal),
      exit,
      hasEnded: () => ended !== null,
      bytes: () => bytes,
      sent: () => sent,
      term,
    };
  }
}

export type Program = ReturnType<typeof start>;
