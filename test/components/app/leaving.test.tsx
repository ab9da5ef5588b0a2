import { describe, expect, test } from 'vitest';
import type { Happening } from '../../../src/wizard/event.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { noon } from '../../support/session.ts';
import { aFinding, states } from '../../support/states.ts';
import { aTask } from '../../support/tasks.ts';

const ctrlC = '\u0003';
const question = 'Leave crossorg?';

/** The tests see what was asked for, and answer it when they want. */
function answer({ effects, engine }: ReturnType<typeof openMigration>, told: (effect: number) => Happening): void {
  const last = effects.findLast(({ type }) => type !== 'saveDraft' && type !== 'dropDraft');
  const awaited = 'waitingFor' in engine.state() ? (engine.state() as { waitingFor: number | null }).waitingFor : null;
  engine.dispatch(told(last?.id ?? awaited ?? 0));
}

/** Keys count only once a confirmation was painted, and nothing on the screen says when that is. */
const typeUntilTaken = (
  { press, screen }: Pick<ReturnType<typeof openMigration>, 'press' | 'screen'>,
  text: string,
  purpose: string,
) =>
  expect
    .poll(
      async () => {
        press(`\u0015${text}`);
        return await screen();
      },
      { interval: 5 },
    )
    .toContain(`${purpose}  ${text}`);

describe('Ctrl+C', () => {
  test.each(['dry run under way', 'submitting', 'confirming, while asking the service', 'cancelling'] as const)(
    'asks at once while a request hangs, and does not wait for it: %s',
    async (name) => {
      const { press, waitFor } = openMigration(states[name]);
      await waitFor('SIMULATOR');
      const pressed = performance.now();
      press(ctrlC);
      await waitFor(question);
      expect(performance.now() - pressed).toBeLessThan(1000);
    },
  );

  test('leaves at once the second time, also where both come in one piece', async () => {
    const { press, waitFor, did } = openMigration(states['watching, queued']);
    await waitFor('Queued');
    press(ctrlC + ctrlC);
    await expect.poll(() => did, { interval: 2 }).toEqual(['leave']);
  });

  test('keeps what was typed, and Esc comes back to it', async () => {
    const { press, waitFor } = openMigration(states['asking for a name']);
    await waitFor('Whose OneDrive moves?');
    press('dana at');
    await waitFor('dana at');
    press(ctrlC);
    await waitFor(question);
    press('zzz');
    press('\u001b');
    await waitFor('Whose OneDrive moves?');
    press('x');
    await waitFor(/^ dana atx/m);
  });

  test('leads to the question from every overlay', async () => {
    const { press, waitFor } = openMigration(states['watching, queued']);
    await waitFor('Queued');
    for (const [open, shown] of [
      ['?', 'Keys on this screen'],
      ['v', 'Request of the dry run'],
      ['c', 'Type yes to cancel it'],
    ] as const) {
      press(open);
      await waitFor(shown);
      press(ctrlC);
      await waitFor(question);
      press('\u001b');
      await waitFor('Next look');
    }
  });
});

describe('cancelling on the way out', () => {
  async function cancelling() {
    const wizard = openMigration(states['watching, queued']);
    await wizard.waitFor('Queued');
    wizard.press(ctrlC);
    await wizard.waitFor(question);
    wizard.press('2');
    await wizard.waitFor('Type yes to cancel it');
    await typeUntilTaken(wizard, 'yes', 'cancel it:');
    wizard.press('\r');
    await wizard.waitFor('Asking the service to cancel');
    expect(wizard.did).toEqual([]);
    return wizard;
  }

  test('waits until the task reads as cancelled', async () => {
    const wizard = await cancelling();
    const task = aTask({ state: 'cancelled', rawStatus: 'cancelled', final: true });
    answer(wizard, (effect) => ({
      type: 'cancelFinished',
      effect,
      outcome: { ok: true, task, at: noon },
      refused: null,
    }));
    await expect.poll(() => wizard.did, { interval: 2 }).toEqual(['leave']);
  });

  test('stays when the service refuses, and says why', async () => {
    const wizard = await cancelling();
    const task = aTask({ state: 'running', rawStatus: 'inProgress', startedAt: noon });
    answer(wizard, (effect) => ({
      type: 'cancelFinished',
      effect,
      outcome: { ok: true, task, at: noon },
      refused: aFinding({ field: 'task', code: 'cancelNotPossible', what: 'It has started.' }),
    }));
    await wizard.waitFor('✗ Task     cancelNotPossible');
    expect(wizard.did).toEqual([]);
    expect(await wizard.screen()).toContain('Running');
  });
});

test('the question about a queued task closes when the task has started meanwhile', async () => {
  const wizard = openMigration(states['watching, queued']);
  await wizard.waitFor('Queued');
  wizard.press('c');
  await wizard.waitFor('Type yes to cancel it');
  const task = aTask({ state: 'running', rawStatus: 'inProgress', startedAt: noon });
  answer(wizard, () => ({
    type: 'looked',
    effect: (wizard.engine.state() as { waitingFor: number }).waitingFor,
    outcome: { ok: true, task, at: noon },
  }));
  await wizard.waitFor('▸ Running');
  wizard.press('yes\r');
  await wizard.waitFor('▸ Running');
  expect(wizard.effects.filter(({ type }) => type === 'cancelTask')).toEqual([]);
});

test('answers that are typed ahead in one piece reach their questions', async () => {
  const { press, waitFor, engine } = openMigration(states['asking for the type']);
  await waitFor('What do you want to move?');
  press('1dana@contoso.com\rdana@fabrikam.com\r1fabrikam-my.sharepoint.com\rnow\r\r');
  await waitFor('This is what the dry run sends');
  expect(engine.state().status).toBe('reviewing');
});

test('a confirmation can be left with Esc and with Shift+Tab, and nothing is sent', async () => {
  for (const key of ['\u001b', '\u001b[Z']) {
    const { press, waitFor, screen, effects, unmount } = openMigration(states.confirming);
    await waitFor('Type yes to submit:');
    await typeUntilTaken({ press, screen }, 'ye', 'submit:');
    press(key);
    await waitFor('This is what the dry run sends');
    expect(effects.filter(({ type }) => type === 'submit')).toEqual([]);
    unmount();
  }
});
