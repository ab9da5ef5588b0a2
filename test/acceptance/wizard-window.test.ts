import { describe, expect } from 'vitest';
import { test } from '../support/pty.ts';
import { ctrlC, enter, left, on } from '../support/story.ts';

describe.concurrent('the window', () => {
  test('may change its size at any time: nothing typed is lost, and nothing is cleared', async ({ start }) => {
    const wizard = start(['migrate', '--simulator']);
    await wizard.at(on.type, '1');
    await wizard.at(on.sourceUser, 'dana@con');
    await wizard.see('dana@contoso.com');
    for (const [cols, rows, wanted] of [
      [120, 40, 'dana@contoso.com'],
      [60, 16, 'dana@contoso.com'],
      [48, 10, 'Window is 48x10. Needs 60x16.'],
      [80, 24, 'dana@contoso.com'],
    ] as const) {
      wizard.resize(cols, rows);
      await wizard.see((screen) => screen.includes(wanted) && screen.split('\n').length < rows);
    }
    wizard.send(enter);
    await wizard.at(on.targetUser, ctrlC);
    await wizard.at(on.leave, enter);
    expect(await left(wizard, 0)).toEqual(['SIMULATOR: nothing was submitted.']);
  });

  test('in plain characters and without colour the same is said in words', async ({ start }) => {
    const wizard = start(['demo', '--ascii', '--no-color', '--no-motion']);
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, 'lee');
    expect(await wizard.at('[@contoso.com]', enter)).toMatch(/^[ -~\n]+$/);
    await wizard.at(on.targetUser, ctrlC);
    await wizard.at(on.leave, enter);
    await left(wizard, 0);
    expect(wizard.bytes()).not.toMatch(/\[3[0-7]m/);
  });
});
