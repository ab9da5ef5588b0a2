import xterm from '@xterm/headless';
import { unstable_NormalPriority, unstable_scheduleCallback } from 'scheduler';
import { describe, expect, test } from 'vitest';
import { runScreens } from '../../src/frontends/ink.tsx';
import type { Ports } from '../../src/ports/ports.ts';
import type { State } from '../../src/wizard/state.ts';
import { fakeEngine, modelWith } from '../support/engine.ts';
import { TtyIn, TtyOut } from '../support/screen.ts';
import { states } from '../support/states.ts';
import { createScan } from '../support/stream-scan.ts';

const theme = { ascii: false, colour: true, motion: false };

/** A few tasks that each take longer than React works at a time, so that what it puts off comes after them. */
async function keepReactBusy(): Promise<void> {
  const task = (): void => {
    for (const until = performance.now() + 7; performance.now() < until; );
  };
  const tasks = Array.from(
    { length: 5 },
    () =>
      new Promise<void>((done) => {
        unstable_scheduleCallback(unstable_NormalPriority, () => {
          task();
          done();
        });
      }),
  );
  await Promise.all(tasks);
}

/** The screens as the program shows them, in a window of 80 x 24; every frame that is to be seen is looked at. */
async function open(state: State, whole = 'Esc back') {
  const term = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const scan = createScan(term);
  const stdout = new TtyOut(term, (piece) => scan.look(piece));
  const stdin = new TtyIn();
  const stream = { write: (text: string) => void stdout.write(text), isTTY: true, columns: 80, rows: 24 };
  const signalled = new Set<() => void>();
  const end = runScreens(modelWith({ engine: fakeEngine(state).engine }), theme, {
    streams: { out: stream, err: stream, stdin: { isTTY: true, stream: stdin }, raw: { stdout, stderr: stdout } },
    signals: {
      onResize: (callback: () => void) => {
        signalled.add(callback);
        return () => signalled.delete(callback);
      },
    },
  } as unknown as Pick<Ports, 'streams' | 'signals'>);
  const lines = () =>
    Array.from(
      { length: term.rows },
      (_, row) => term.buffer.active.getLine(row)?.translateToString(true, 0, term.cols).trimEnd() ?? '',
    );
  let told = { cols: 80, rows: 24 };
  const resize = async (cols: number, rows: number, { isBusy = false } = {}) => {
    const isAnother = cols !== told.cols || rows !== told.rows;
    told = { cols, rows };
    scan.resized(stdout.written.length);
    term.resize(cols, rows);
    // Node tells of another size only; the signal comes for any.
    const done = isBusy ? keepReactBusy() : null;
    if (isAnother) stdout.emit('resize');
    for (const callback of signalled) callback();
    await expect.poll(() => scan.isWaiting(), { interval: 1 }).toBe(false);
    await done;
  };
  await expect.poll(() => lines().join('\n'), { interval: 1 }).toContain(whole);
  return { term, scan, stdin, stdout, end, lines, resize };
}

const shown = [
  { name: 'a field with the cursor in it', state: states['asking for a name'], whole: 'Esc or Shift+Tab back' },
  { name: 'a list', state: states['asking for the type'], whole: 'Esc back' },
  { name: 'a long screen', state: states.failed, whole: 'v shows all' },
];

const sizes = [
  [60, 16],
  [100, 30],
  [80, 24],
  [200, 16],
  [60, 50],
  [48, 10],
  [97, 24],
  [80, 24],
] as const;

describe.each(shown)('in a window that is resized, $name', ({ state, whole }) => {
  test('is never to be seen as it was laid out for another size', async () => {
    const { scan, resize, lines, stdin, stdout, end } = await open(state, whole);
    const before = lines();
    for (const [cols, rows] of sizes) await resize(cols, rows);
    expect([...scan.faults]).toEqual([]);
    expect(stdout.written.split('\u001b[H\u001b[J').length - 1).toBe(sizes.length);
    await expect.poll(lines, { interval: 1 }).toEqual(before);
    stdin.send('\u0003\u0003');
    await end;
  });

  test('is as whole while React has other things to do', async () => {
    const { scan, resize, lines, stdin, end } = await open(state, whole);
    const before = lines();
    for (const [cols, rows] of sizes) await resize(cols, rows, { isBusy: true });
    expect([...scan.faults]).toEqual([]);
    await expect.poll(lines, { interval: 1 }).toEqual(before);
    stdin.send('\u0003\u0003');
    await end;
  });

  test('stands where it belongs, whatever the terminal made of what came late', async () => {
    const { term, resize, lines, stdin, end } = await open(state, whole);
    const before = lines();
    await resize(100, 30);
    term.write(`\u001b[5;1H${'late '.repeat(60)}\r\n\n\n`);
    await resize(80, 24);
    await expect.poll(lines, { interval: 1 }).toEqual(before);
    stdin.send('\u0003\u0003');
    await end;
  });
});

test('a window that was smaller for a moment is drawn again', async () => {
  const { term, resize, lines, stdin, end } = await open(states.reviewing);
  const before = lines();
  term.resize(40, 8);
  await resize(80, 24);
  await expect.poll(lines, { interval: 1 }).toEqual(before);
  stdin.send('\u0003\u0003');
  await end;
});

test('the program may end while a window is resized', async () => {
  const { term, stdin, stdout, end } = await open(states.reviewing);
  stdout.emit('resize');
  stdin.send('\u0003\u0003');
  await end;
  await expect.poll(() => term.buffer.active.type, { interval: 1 }).toBe('normal');
  stdout.emit('resize');
  expect(stdout.written.split('\u001b[?1049l').at(-1)).not.toContain('\u001b[J');
});
