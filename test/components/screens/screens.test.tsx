import { describe, expect, test } from 'vitest';
import { stateMark } from '../../../components/theme.ts';
import { begin } from '../../../src/wizard/machine.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { noon, session } from '../../support/session.ts';
import { aFinding, answerSets, plainAnswer, stateNames, states, told, typedTexts } from '../../support/states.ts';
import { aTask } from '../../support/tasks.ts';

const firstLine = /^ crossorg · Contoso → Fabrikam +SIMULATOR {2}(\?|F1) help$/;
const sizes = [
  { cols: 60, rows: 16 },
  { cols: 80, rows: 24 },
  { cols: 140, rows: 50 },
];

describe.each(stateNames)('the screen of: %s', (name) => {
  test.each(sizes)('in $cols x $rows says where we are, and keeps inside the window', async ({ cols, rows }) => {
    const { lines, waitFor } = openMigration(states[name], { cols, rows });
    await waitFor('SIMULATOR');
    const all = await lines();
    expect(all[0]).toMatch(firstLine);
    expect(all[rows - 2]).not.toBe('');
    expect(all[rows - 1]).toBe('');
    for (const line of all) expect(line.length).toBeLessThan(cols);
  });

  test('in plain characters and without colour says the same in words', async () => {
    const { waitFor } = openMigration(states[name], { theme: { ascii: true, colour: false } });
    expect(await waitFor('SIMULATOR')).toMatch(/^[ -~\n]+$/);
  });

  test('does not change by itself when nothing moves', async () => {
    const { waitFor, written } = openMigration(states[name]);
    await waitFor('SIMULATOR');
    const before = written().length;
    await new Promise((next) => setTimeout(next, 30));
    expect(written().length).toBe(before);
  });
});

const marked = [
  { name: 'unconfirmed', state: 'unconfirmed' },
  { name: 'watching, queued', state: 'queued' },
  { name: 'watching, running', state: 'running' },
  { name: 'completed', state: 'completed' },
  { name: 'failed', state: 'failed' },
  { name: 'cancelled', state: 'cancelled' },
] as const;
test.each(marked)('$name has symbol and word, in both sets of characters', async ({ name, state }) => {
  for (const ascii of [false, true]) {
    const { symbol, word } = stateMark(state, { ascii });
    const { waitFor } = openMigration(states[name], { theme: { ascii } });
    await waitFor((screen) => screen.split('\n').some((line) => line.startsWith(` ${symbol} ${word}`)));
  }
});

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

test.each(sizes)(
  'in $cols x $rows the word and what is final stay in sight, however long the answers are',
  async ({ cols, rows }) => {
    const { press, waitFor, lines } = openMigration(longest, { cols, rows });
    await waitFor('Type yes to submit:');
    const pressEnter = async () => {
      press('\r');
      return (await lines()).join('\n');
    };
    await expect.poll(pressEnter, { interval: 5 }).toContain('Enter sends only');
    const shown = (await lines()).join('\n');
    expect(shown).toContain('One pass: it cannot be undone');
    expect(shown.match(/a larger window/g) ?? []).toHaveLength(rows > 24 ? 0 : 1);
  },
);

test.each(stateNames)('one key opens the help, two leave: %s', async (name) => {
  const { press, screen, waitFor, did } = openMigration(states[name]);
  await waitFor('SIMULATOR');
  // F1: in a text field a question mark is typed.
  const pressHelp = async () => {
    press('\u001bOP');
    return await screen();
  };
  await expect.poll(pressHelp, { interval: 5 }).toContain('Keys on this screen');
  press('\u0003\u0003');
  await expect.poll(() => did, { interval: 2 }).toEqual(['leave']);
});
