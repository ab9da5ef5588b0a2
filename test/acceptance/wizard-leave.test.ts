import { describe, expect } from 'vitest';
import { type Program, type Start, test } from '../support/pty.ts';
import { confirm, ctrlC, enter, esc, finish, left, MOVE_MS, on, wayBack } from '../support/story.ts';
import { creates } from '../support/world-log.ts';

const ready = 'migrate user kim@contoso.com --target kim@fabrikam.com --target-host https://fabrikam-my.sharepoint.com';

/** A move of kim's, submitted. */
async function submitted(start: Start, ...more: string[]): Promise<Program> {
  const wizard = start([...ready.split(' '), '--simulator', ...more]);
  await wizard.at(on.start, enter);
  await wizard.at(on.latestStart, enter);
  await wizard.at(on.request, enter);
  await wizard.at(on.ready, enter);
  await confirm(wizard);
  return wizard;
}

const taskOf = (screen: string): string => /Task +([0-9a-f-]{36})/.exec(screen)?.[1] ?? 'none';

describe.concurrent('leaving, and coming back', () => {
  test('a queued task is left to itself, and the printed command follows it to the end', async ({ start, home }) => {
    const wizard = await submitted(start);
    const task = taskOf(await wizard.at(on.queued, ctrlC));
    const question = await wizard.see(on.leave);
    expect(question).toContain(`crossorg watch ${task} --simulator`);
    wizard.send(enter);
    const lines = await left(wizard, 0);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines).toContain(`Task ${task}`);
    expect(wayBack(lines)).toEqual(['watch', task, '--simulator']);

    const watching = start(wayBack(lines));
    expect(taskOf(await watching.see(/(– Queued|▸ Running) /))).toBe(task);
    const end = await watching.see(on.completed, MOVE_MS);
    expect(end).toMatch(/– Queued .*\n.*▸ Running/);
    expect((await finish(watching)).slice(0, 3)).toEqual([
      'SIMULATOR: kim@contoso.com to kim@fabrikam.com',
      'Completed',
      `Task ${task}`,
    ]);
    expect(creates(home)).toHaveLength(1);
  });

  test('a running task is left with Ctrl+C twice, and found again from the welcome screen', async ({ start, home }) => {
    const wizard = await submitted(start);
    await wizard.see(on.running);
    wizard.send(ctrlC);
    await wizard.see(on.leave);
    wizard.send(ctrlC);
    const lines = await left(wizard, 0);
    expect(lines).toContain('Running');

    const again = start([]);
    await again.see(on.welcome);
    expect(await again.at('Known work', 'w')).toMatch(/▸ Running +kim@contoso\.com/);
    await again.see(on.running);
    await finish(again);
    expect(creates(home)).toHaveLength(1);
  });

  test('two Ctrl+C in one piece leave at once', async ({ start }) => {
    const wizard = await submitted(start);
    await wizard.at(on.queued, ctrlC + ctrlC);
    await left(wizard, 0);
  });

  test('Esc at the question stays, and Ctrl+C asks on every screen', async ({ start }) => {
    const wizard = start(['migrate', '--simulator']);
    for (const [screen, keys] of [
      [on.type, '1'],
      [on.sourceUser, enter],
      [on.targetUser, `kim${enter}`],
      [on.targetBy, '1'],
      [on.targetHost, enter],
      [on.start, enter],
      [on.latestStart, enter],
      [on.request, enter],
    ] as const) {
      await wizard.at(screen, ctrlC);
      expect(await wizard.at(on.leave, esc)).toContain('Nothing was submitted');
      await wizard.at(screen, keys);
    }
    await wizard.at(on.notReady, ctrlC);
    await wizard.at(on.leave, '1');
    expect(await left(wizard, 0)).toEqual(['SIMULATOR: nothing was submitted.']);
  });

  test('while a request hangs, Ctrl+C still asks at once', async ({ start }) => {
    const wizard = start([...ready.split(' '), '--start', 'now', '--simulator', '--scenario', 'timeouts']);
    await wizard.at(on.latestStart, enter);
    await wizard.at(on.request, enter);
    await wizard.see('The service checks this move');
    const pressed = performance.now();
    await wizard.at('The service checks this move', ctrlC);
    await wizard.see(on.leave);
    expect(performance.now() - pressed).toBeLessThan(500);
    wizard.send(ctrlC);
    await left(wizard, 0);
  });
});
