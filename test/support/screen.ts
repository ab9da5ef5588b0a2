import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import xterm from '@xterm/headless';
import { type RenderOptions, render } from 'ink';
import type { ReactNode } from 'react';
import { unstable_NormalPriority, unstable_scheduleCallback } from 'scheduler';

/** A terminal's end for output, shown by an emulator. */
export class TtyOut extends Writable {
  readonly isTTY = true;
  readonly term: xterm.Terminal;
  /** Everything that was written, escape sequences included. */
  written = '';
  /** Called when a piece of output has been shown. */
  readonly onShown: (piece: string) => void;
  constructor(term: xterm.Terminal, onShown: (piece: string) => void = () => undefined) {
    super({ decodeStrings: false });
    this.term = term;
    this.onShown = onShown;
  }
  get columns() {
    return this.term.cols;
  }
  get rows() {
    return this.term.rows;
  }
  /** What waits while the terminal does not take anything. */
  held: (() => void)[] | null = null;
  override _write(chunk: string | Buffer, _enc: string, done: () => void) {
    if (this.held) this.held.push(() => this.show(chunk, done));
    else this.show(chunk, done);
  }
  private show(chunk: string | Buffer, done: () => void) {
    this.written += chunk.toString();
    this.term.write(typeof chunk === 'string' ? chunk.replaceAll(/(?<!\r)\n/g, '\r\n') : chunk, () => {
      this.onShown(chunk.toString());
      done();
    });
  }
}

/** A terminal's end for input. */
export class TtyIn extends EventEmitter {
  readonly isTTY = true;
  isRaw = false;
  private queue: string[] = [];
  setRawMode(on: boolean) {
    this.isRaw = on;
    return this;
  }
  setEncoding() {
    return this;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  resume() {
    return this;
  }
  pause() {
    return this;
  }
  read() {
    return this.queue.shift() ?? null;
  }
  send(data: string) {
    this.queue.push(data);
    this.emit('readable');
  }
}

/** What a test looks for: a text, a pattern, or anything about the whole screen. */
export type Wanted = string | RegExp | ((screen: string) => boolean);

/** Longer than any screen takes; a test that gets here has failed. */
const PATIENCE_MS = 3000;

const isThere = (wanted: Wanted, screen: string): boolean => {
  if (typeof wanted === 'string') return screen.includes(wanted);
  return typeof wanted === 'function' ? wanted(screen) : wanted.test(screen);
};

/** How a cell is drawn. Colours are the terminal's 16, -1 where none is set. */
const styleOf = (cell: xterm.IBufferCell | undefined) => ({
  bold: Boolean(cell?.isBold()),
  dim: Boolean(cell?.isDim()),
  inverse: Boolean(cell?.isInverse()),
  colour: cell?.isFgPalette() ? cell.getFgColor() : -1,
});

const colours = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** A cell's style in words, such as "bold red"; empty where it has none. */
function wordsOf(cell: xterm.IBufferCell): string {
  const { bold, dim, inverse, colour } = styleOf(cell);
  const name = colour === -1 ? '' : (colours[colour] ?? `colour ${colour}`);
  return [bold && 'bold', dim && 'dim', inverse && 'reversed', name].filter(Boolean).join(' ');
}

/** Every stretch of cells drawn alike and not plainly, as "row: style: text"; rows count from 1. */
function styledRuns(term: xterm.Terminal): string[] {
  const runs: { row: number; style: string; text: string }[] = [];
  for (let row = 0; row < term.rows; row += 1) {
    let before = '';
    for (let column = 0; column < term.cols; column += 1) {
      const cell = term.buffer.active.getLine(row)?.getCell(column);
      const style = cell ? wordsOf(cell) : '';
      const last = runs.at(-1);
      if (style !== '' && style === before && last) last.text += cell?.getChars() || ' ';
      else if (style !== '') runs.push({ row: row + 1, style, text: cell?.getChars() || ' ' });
      before = style;
    }
  }
  return runs.map(({ row, style, text }) => `${row}: ${style}: ${text}`);
}

/** The emulator keeps, out of sight, what stood beyond the right edge before a window got narrower. */
const allLines = (term: xterm.Terminal): string[] => {
  const buffer = term.buffer.active;
  return Array.from(
    { length: term.rows },
    (_, row) =>
      buffer
        .getLine(buffer.viewportY + row)
        ?.translateToString(true, 0, term.cols)
        .trimEnd() ?? '',
  );
};

function cellAt(term: xterm.Terminal, text: string) {
  const row = allLines(term).findIndex((line) => line.includes(text));
  const column = allLines(term)[row]?.indexOf(text) ?? 0;
  const buffer = term.buffer.active;
  return buffer.getLine(buffer.viewportY + row)?.getCell(column);
}

/** Resolves when React has done what it had put off until now. */
const whenDone = (): Promise<void> =>
  new Promise((done) => void unstable_scheduleCallback(unstable_NormalPriority, () => done()));

/** Renders into a real (headless) terminal emulator: what a user would see, cursor included. */
export function renderScreen(
  tree: ReactNode,
  { cols = 80, rows = 24, ...options }: { cols?: number; rows?: number } & RenderOptions = {},
) {
  const term = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const stdout = new TtyOut(term);
  const stdin = new TtyIn();
  const app = render(tree, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stderr: stdout as unknown as NodeJS.WriteStream,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 1000,
    ...options,
  });
  const settle = async () => {
    await app.waitUntilRenderFlush();
    await new Promise<void>((resolve) => term.write('', resolve));
  };
  const lines = async () => {
    await settle();
    return allLines(term);
  };
  const stillLines = async () => {
    // An effect finds out that text is cut; that is drawn in a second turn, and may move what is measured in a third.
    for (let turn = 0; turn < 3; turn += 1) {
      await app.waitUntilRenderFlush();
      await whenDone();
    }
    return await lines();
  };
  const screen = async () => (await lines()).join('\n').trimEnd();
  const waitFor = async (wanted: Wanted, patienceMs = PATIENCE_MS) => {
    const until = performance.now() + patienceMs;
    let shown = await screen();
    while (!isThere(wanted, shown)) {
      if (performance.now() > until) throw new Error(`Waited for ${String(wanted)}, but the screen shows:\n${shown}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      shown = await screen();
    }
    return shown;
  };
  return {
    ...app,
    stdin,
    term,
    /** The visible text, without trailing spaces and empty lines at the end. */
    screen,
    /** Every row of the window, without trailing spaces. */
    lines,
    /** The rows once React has nothing more to draw by itself. */
    stillLines,
    /** Waits, frame by frame, until the screen shows it, and returns the screen; throws with the screen when it never does. */
    waitFor,
    /** Sends bytes in one piece, as a terminal does with what was typed ahead; an Esc needs a piece of its own. */
    press(data: string) {
      stdin.send(data);
    },
    /** Sends a bracketed paste. */
    paste(text: string) {
      stdin.send(`\u001b[200~${text}\u001b[201~`);
    },
    /** Stops the terminal from taking output, as a slow line does; returns how to go on. Look at no screen in between. */
    holdOutput() {
      const held: (() => void)[] = [];
      stdout.held = held;
      return () => {
        stdout.held = null;
        for (const write of held) write();
      };
    },
    /** How the first cell of a text on the screen is drawn; the colours of tests are on, see vitest.config.ts. */
    styleAt: (text: string) => styleOf(cellAt(term, text)),
    /** Every stretch that is not drawn plainly; see `styleAt` about colours. */
    styledRuns: () => styledRuns(term),
    /** Everything written so far, escape sequences included. */
    written: () => stdout.written,
    cursor: () => ({ x: term.buffer.active.cursorX, y: term.buffer.active.cursorY + term.buffer.active.baseY }),
    alternate: () => term.buffer.active.type === 'alternate',
    resize(columns: number, height: number) {
      term.resize(columns, height);
      stdout.emit('resize');
    },
  };
}
