import { expect, test } from 'vitest';
import { stateMark } from '../../../components/theme.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { stateNames, states } from '../../support/states.ts';

test.each(stateNames)('does not change by itself when nothing moves: %s', async (name) => {
  const { waitFor, stillLines, written } = openMigration(states[name]);
  await waitFor('SIMULATOR');
  await stillLines();
  const before = written().length;
  await new Promise((next) => setTimeout(next, 30));
  expect(written().length).toBe(before);
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
