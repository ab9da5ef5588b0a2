import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const built = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** Longer than any step takes, also on a busy machine. */
const PATIENCE_MS = 60_000;
const POLL_MS = 10;

/** A program that plays before a terminal emulator. */
export type Play = {
  term: xterm.Terminal;
  /** Waits until the screen shows it, and sends keys then. */
  at(wanted: string | RegExp, keys?: string): Promise<void>;
  close(): Promise<void>;
};

const readable = (term: xterm.Terminal): string =>
  Array.from(
    { length: term.rows },
    (_, row) => term.buffer.active.getLine(term.buffer.active.viewportY + row)?.translateToString(true) ?? '',
  ).join('\n');

/** A terminal with 16 colours, and folders of its own: nothing of this computer shows in a picture. */
function environment(folder: string): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  const ours = { CROSSORG_STATE_DIR: join(folder, 'state'), CROSSORG_CONFIG_DIR: join(folder, 'config') };
  return { PATH, HOME, LANG: 'C.UTF-8', TZ: 'UTC', FORCE_COLOR: '1', ...ours };
}

/** Starts the built program in a pseudo-terminal of 80 × 24. */
export function play(args: readonly string[]): Play {
  if (!existsSync(built)) throw new Error('There is no dist folder: run "npm run build" first');
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-pictures-'));
  const size = { cols: 80, rows: 24 };
  const term = new xterm.Terminal({ ...size, allowProposedApi: true });
  const child = spawn(process.execPath, [built, ...args], { ...size, name: 'xterm', env: environment(folder) });
  let written = Promise.resolve();
  let isEnded = false;
  child.onData((data) => {
    written = written.then(() => new Promise<void>((done) => term.write(data, done)));
  });
  term.onData((answer) => isEnded || child.write(answer));
  const exit = new Promise<void>((done) =>
    child.onExit(() => {
      isEnded = true;
      done();
    }),
  );
  const isShown = (wanted: string | RegExp, screen: string): boolean =>
    !term.modes.synchronizedOutputMode &&
    (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen));
  return {
    term,
    async at(wanted, keys = '') {
      for (const until = performance.now() + PATIENCE_MS; ; await new Promise((next) => setTimeout(next, POLL_MS))) {
        await written;
        const screen = readable(term);
        if (isShown(wanted, screen)) break;
        if (isEnded || performance.now() > until) throw new Error(`Not seen: ${String(wanted)}\n${screen}`);
      }
      if (keys !== '') child.write(keys);
    },
    async close() {
      if (!isEnded) child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
