import { describe, expect } from 'vitest';
import { userMove } from '../support/moves.ts';
import { type Options, type Program, type Start, test } from '../support/pty.ts';
import { ctrlC, enter, esc, on, submit } from '../support/story.ts';
import { leftBehind } from '../support/stream-scan.ts';

const ctrlZ = '\u001a';

/** A fault that no key leads to: a signal that throws, brought in from outside. */
const faulty = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2', () => { throw new Error('a fault for a test') })",
)}`;

const inShell: Options = { inShell: true };

async function welcome(start: Start, options: Options = inShell): Promise<Program> {
  const wizard = start(['demo'], options);
  await wizard.see(on.welcome);
  return wizard;
}

/** In the middle of a field, with text in it. */
async function typing(start: Start, options: Options = inShell): Promise<Program> {
  const wizard = await welcome(start, options);
  wizard.send(enter);
  await wizard.at(on.type, enter);
  await wizard.at(on.sourceUser, 'dan');
  await wizard.see('dana@contoso.com');
  return wizard;
}

const isGivenBack = (wizard: Program): boolean => wizard.term.buffer.active.type === 'normal';

type Ending = { name: string; code: number; end: (start: Start) => Promise<Program> };

const endings: readonly Ending[] = [
  ...[
    { name: 'q', key: 'q' },
    { name: 'Esc', key: esc },
    { name: 'Ctrl+C', key: ctrlC },
  ].map(({ name, key }) => ({
    name: `${name} on the first screen`,
    code: 0,
    end: async (start: Start) => {
      const wizard = await welcome(start);
      wizard.send(key);
      return wizard;
    },
  })),
  {
    name: 'Ctrl+C twice',
    code: 0,
    end: async (start) => {
      const wizard = await typing(start);
      wizard.send(ctrlC + ctrlC);
      return wizard;
    },
  },
  {
    name: 'Ctrl+C and Enter',
    code: 0,
    end: async (start) => {
      const wizard = await typing(start);
      wizard.send(ctrlC);
      await wizard.at(on.leave, enter);
      return wizard;
    },
  },
  ...(
    [
      ['SIGTERM', 143],
      ['SIGHUP', 129],
      ['SIGINT', 130],
    ] as const
  ).map(([name, code]) => ({
    name: `${name} from another process`,
    code,
    end: async (start: Start) => {
      const wizard = await typing(start);
      wizard.signal(name);
      return wizard;
    },
  })),
  {
    name: 'Ctrl+C twice in a window that is too small',
    code: 0,
    end: async (start) => {
      const wizard = await typing(start);
      await wizard.resize(48, 24);
      await wizard.at('Window is 48x24', ctrlC + ctrlC);
      return wizard;
    },
  },
  {
    name: 'SIGTERM while the window is resized',
    code: 143,
    end: async (start) => {
      const wizard = await typing(start);
      wizard.resize(100, 30).catch(() => undefined);
      wizard.signal('SIGTERM');
      return wizard;
    },
  },
  {
    name: 'Ctrl+C twice while a request hangs',
    code: 0,
    end: async (start) => {
      const wizard = start([...userMove('kim'), '--start', 'now', '--simulator', '--scenario', 'timeouts'], inShell);
      await wizard.at(on.latestStart, enter);
      await wizard.at(on.request, enter);
      await wizard.at('The service checks this move', ctrlC + ctrlC);
      return wizard;
    },
  },
  {
    name: 'leaving a task that is queued',
    code: 0,
    end: async (start) => {
      const wizard = start([...userMove('sam'), '--start', '+1d', '--simulator'], inShell);
      await wizard.at(on.latestStart, enter);
      await submit(wizard);
      await wizard.at(on.queued, 'q');
      await wizard.at(on.leave, enter);
      return wizard;
    },
  },
  {
    name: 'a fault',
    code: 1,
    end: async (start) => {
      const wizard = await typing(start, { ...inShell, env: { NODE_OPTIONS: faulty } });
      wizard.signal('SIGUSR2');
      return wizard;
    },
  },
  {
    name: 'Ctrl+Z, coming back, and leaving',
    code: 0,
    end: async (start) => {
      const wizard = await typing(start);
      wizard.send(ctrlZ);
      await wizard.see(() => isGivenBack(wizard));
      // The first may come before it has stopped.
      await wizard.see((screen) => {
        wizard.signal('SIGCONT');
        return !isGivenBack(wizard) && screen.includes('dana@contoso.com');
      });
      wizard.send(ctrlC);
      await wizard.at(on.leave, enter);
      return wizard;
    },
  },
];

/** Those that can look at the terminal afterwards; a closed one cannot be looked at. */
const ALL = 200;
const repeats = process.env.CROSSORG_LONG === '1' ? Math.ceil(ALL / endings.length) : 1;
const rounds = Array.from({ length: repeats }, (_, index) => index + 1);

describe.concurrent.each(rounds)('the terminal is given back as it was, round %i', () => {
  test.for(endings)('after $name', async ({ end, code }, { start }) => {
    const wizard = await end(start);
    expect(await wizard.see(/code \d+/)).toContain(`code ${code}`);
    expect(await wizard.see(/[ -]iexten/)).toMatch(/ icanon.* iexten echo /s);
    await wizard.exit;
    expect(leftBehind(wizard.bytes())).toEqual([]);
    expect(isGivenBack(wizard)).toBe(true);
    const lines = await wizard.leftOver();
    expect(lines.indexOf(`code ${code}`)).toBeLessThanOrEqual(8);
  });

  test('a terminal that is closed ends the program', async ({ start }) => {
    const wizard = await typing(start, {});
    await wizard.close();
    expect(await wizard.exit).toMatchObject({ code: expect.any(Number) });
  });
});
