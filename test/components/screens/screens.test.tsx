import { describe, expect, test } from 'vitest';
import { stateMark } from '../../../components/theme.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { stateNames, states } from '../../support/states.ts';

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
