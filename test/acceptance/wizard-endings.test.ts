import { describe, expect } from 'vitest';
import { type Program, test } from '../support/pty.ts';
import { ctrlC, enter, on } from '../support/story.ts';
import { leftBehind } from '../support/stream-scan.ts';

const endings: { name: string; end: (wizard: Program) => Promise<unknown>; code: number }[] = [
  {
    name: 'the leave question',
    end: async (wizard) => {
      wizard.send(ctrlC);
      await wizard.at(on.leave, '1');
    },
    code: 0,
  },
  { name: 'Ctrl+C twice', end: async (wizard) => wizard.send(ctrlC + ctrlC), code: 0 },
  { name: 'SIGTERM', end: async (wizard) => wizard.signal('SIGTERM'), code: 143 },
  { name: 'SIGHUP', end: async (wizard) => wizard.signal('SIGHUP'), code: 129 },
  { name: 'SIGINT from another process', end: async (wizard) => wizard.signal('SIGINT'), code: 130 },
];

describe.concurrent('the terminal is given back as it was', () => {
  test.for(endings)('after $name', async ({ end, code }, { start }) => {
    const wizard = start(['demo'], { inShell: true });
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, 'dan');
    await wizard.see('dana@contoso.com');
    await end(wizard);
    const settings = await wizard.see(/code \d+/);
    expect(settings).toContain(`code ${code}`);
    expect(await wizard.see(/[ -]iexten/)).toMatch(/ icanon.* iexten echo /s);
    await wizard.exit;
    expect(leftBehind(wizard.bytes())).toEqual([]);
    expect(wizard.term.buffer.active.type).toBe('normal');
  });
});
