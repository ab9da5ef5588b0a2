import { describe, expect, test } from 'vitest';
import { begin } from '../../../src/wizard/machine.ts';
import type { State } from '../../../src/wizard/state.ts';
import { faultsOf, type Size, sizes } from '../../support/frame-faults.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { noon, session } from '../../support/session.ts';
import { aFinding, answerSets, plainAnswer, stateNames, states, told, typedTexts } from '../../support/states.ts';
import { aTask } from '../../support/tasks.ts';

type Wizard = ReturnType<typeof openMigration>;

async function resized(wizard: Wizard, [cols, rows]: Size): Promise<string[]> {
  wizard.resize(cols, rows);
  await wizard.waitFor((shown) => shown.split('\n')[1]?.length === cols - 1);
  return await wizard.lines();
}

async function fresh(state: State, [cols, rows]: Size): Promise<string[]> {
  const wizard = openMigration(state, { cols, rows });
  await wizard.waitFor('SIMULATOR');
  const lines = await wizard.lines();
  wizard.unmount();
  return lines;
}

test.each(stateNames)(
  'at every size, and after every resize: %s',
  async (name) => {
    const [first = [80, 24], ...others] = sizes;
    const wizard = openMigration(states[name], { cols: first[0], rows: first[1] });
    await wizard.waitFor('SIMULATOR');
    expect(faultsOf(await wizard.lines(), first)).toEqual([]);
    for (const size of others) {
      expect(faultsOf(await resized(wizard, size), size)).toEqual([]);
      const expected = (await fresh(states[name], size)).join('\n');
      await wizard.waitFor((shown) => shown === expected.trimEnd());
    }
    wizard.unmount();
  },
  30_000,
);

/** The longest that the confirmation has to show. */
const longest = told(
  begin(
    session,
    typedTexts({
      ...answerSets['a person by object id'],
      source: `${'a'.repeat(60)}@contoso.onmicrosoft.com`,
      target: `${'b'.repeat(60)}@fabrikam.onmicrosoft.com`,
    }),
    noon,
  ),
  { type: 'dryRunAsked' },
  (effect) => plainAnswer(effect, noon),
  { type: 'confirmationOpened' },
  ({ id }) => ({
    type: 'sourceLookedUp',
    effect: id,
    look: { found: 'task', task: aTask() },
    findings: [aFinding({ severity: 'warning' })],
  }),
);

describe('the confirmation', () => {
  const moves = [
    { name: 'of names as they are', state: states.confirming },
    { name: 'of the longest names, with both times', state: longest },
  ];

  test.each(moves)('never loses what it is about: $name', async ({ state }) => {
    const wizard = openMigration(state, { cols: 60, rows: 16 });
    for (const size of sizes) {
      const lines = await resized(wizard, size);
      const shown = lines.join('\n');
      for (const part of [/^ {3}From +\S/m, /^ {3}To +\S/m, /^ {3}At +\S/m, /^ {3}Start +\S/m])
        expect(shown).toMatch(part);
      expect(shown).toContain('One pass: it cannot be undone or repeated.');
      expect(shown).toContain('Type yes to submit:');
      if (state === longest) expect(shown).toMatch(/^ {3}Cancel +\S/m);
      expect((shown.match(/a larger window/g) ?? []).length).toBeLessThanOrEqual(size[1] > 30 ? 0 : 1);
    }
    wizard.unmount();
  });

  test.each(moves)('says in the smallest window too that Enter alone is not enough: $name', async ({ state }) => {
    const { press, lines, unmount } = openMigration(state, { cols: 60, rows: 16 });
    const pressEnter = async () => {
      press('\r');
      return (await lines()).join('\n');
    };
    await expect.poll(pressEnter, { interval: 5 }).toContain('Enter sends only after the whole word');
    unmount();
  });
});

test('typed text survives a window that is too small, and keys do not reach what cannot be seen', async () => {
  const { press, resize, waitFor, engine, unmount } = openMigration(states['asking for a name']);
  await waitFor('Whose OneDrive moves?');
  press('dana@contoso.com');
  await waitFor('dana@contoso.com');
  for (const [cols, rows] of [
    [59, 24],
    [80, 15],
    [20, 5],
    [1, 1],
  ] as const) {
    resize(cols, rows);
    if (cols > 20) await waitFor(`Window is ${cols}x${rows}. Needs 60x16.`);
    press('xyz\r');
  }
  resize(80, 24);
  await waitFor(/^ dana@contoso\.com$/m);
  expect(engine.state()).toBe(states['asking for a name']);
  press('\r');
  await waitFor('Who receives it?');
  unmount();
});

test('what stands beside something in a wide window stands below it in a narrow one', async () => {
  const wizard = openMigration(states['watching, running'], { cols: 135, rows: 30 });
  expect(await wizard.waitFor('History')).toMatch(/^ {3}Task +[0-9a-f-]{36} +History$/m);
  wizard.resize(134, 30);
  await wizard.waitFor(/^ History$/m);
  wizard.unmount();
});
