import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { type Row, rowsOf, textOf, withCursor } from './cells.ts';

/** Longer than any step takes, also on a busy machine. */
const patienceMs = 30_000;
/** A frame is whole when nothing more has come for so long. */
const quietMs = 80;
const pollMs = 10;
const size = { cols: 80, rows: 24 };

/** A program that plays before a terminal emulator. */
export type Play = {
  /** Waits until the screen shows it and keeps still, then sends keys. */
  at(wanted: string | RegExp, keys?: string): Promise<void>;
  screen(): Row[];
  close(): Promise<void>;
};

const isIn = (wanted: string | RegExp, text: string): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

/** A terminal with 16 colours, and folders of its own: nothing of this computer shows in a picture. */
function environment(folder: string): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  const ours = { CROSSORG_STATE_DIR: join(folder, 'state'), CROSSORG_CONFIG_DIR: join(folder, 'config') };
  return { PATH, HOME, LANG: 'C.UTF-8', TZ: 'UTC', FORCE_COLOR: '1', ...ours };
}

/** Whether the cursor shows, which the terminal itself does not tell. */
function watchCursor(term: xterm.Terminal): () => boolean {
  let isShown = true;
  const set = (to: boolean) => (params: (number | number[])[]) => {
    if (params.includes(25)) isShown = to;
    return false;
  };
  term.parser.registerCsiHandler({ prefix: '?', final: 'h' }, set(true));
  term.parser.registerCsiHandler({ prefix: '?', final: 'l' }, set(false));
  return () => isShown;
}

/** Starts a program in a pseudo-terminal of 80 × 24. */
export function play(program: string, args: readonly string[]): Play {
  if (!existsSync(program)) throw new Error('The program is not built: run "npm run build" first');
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-pictures-'));
  const term = new xterm.Terminal({ ...size, allowProposedApi: true });
  const isCursorShown = watchCursor(term);
  const child = spawn(process.execPath, [program, ...args], { ...size, name: 'xterm', env: environment(folder) });
  let written = Promise.resolve();
  let changedAt = performance.now();
  let isEnded = false;
  child.onData((data) => {
    changedAt = performance.now();
    written = written.then(() => new Promise<void>((done) => term.write(data, done)));
  });
  term.onData((answer) => isEnded || child.write(answer));
  const exit = new Promise<void>((done) => child.onExit(() => done())).then(() => {
    isEnded = true;
  });
  const screen = (): Row[] => {
    const { cursorX: x, cursorY: y } = term.buffer.active;
    return isCursorShown() ? withCursor(rowsOf(term), { x, y }) : rowsOf(term);
  };
  const isStill = (): boolean => !term.modes.synchronizedOutputMode && performance.now() - changedAt >= quietMs;
  return {
    async at(wanted, keys = '') {
      for (const until = performance.now() + patienceMs; ; await new Promise((next) => setTimeout(next, pollMs))) {
        await written;
        const text = rowsOf(term).map(textOf).join('\n');
        if (isStill() && isIn(wanted, text)) break;
        if (isEnded || performance.now() > until) throw new Error(`Not seen: ${String(wanted)}\n${text}`);
      }
      child.write(keys);
    },
    screen,
    async close() {
      if (!isEnded) child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
