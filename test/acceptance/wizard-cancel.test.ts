import { describe, expect } from 'vitest';
import { type Start, test } from '../support/pty.ts';
import { confirm, ctrlC, enter, esc, left, on } from '../support/story.ts';
import { readWorld } from '../support/world-log.ts';

/** Queued for a long time: its start is tomorrow. */
async function queued(start: Start) {
  const wizard = start([
    ...'migrate user sam@contoso.com --target sam@fabrikam.com --target-host fabrikam-my.sharepoint.com'.split(' '),
    ...['--start', '+1d', '--simulator'],
  ]);
  await wizard.at(on.latestStart, enter);
  await wizard.at(on.request, enter);
  await wizard.at(on.ready, enter);
  await confirm(wizard);
  await wizard.see(on.queued);
  return wizard;
}

const cancelQuestion = 'Type yes to cancel it:';
const cancelled = /^ ■ Cancelled /m;

describe.concurrent('cancelling a queued task', () => {
  test('another word, or Enter alone, cancels nothing; the word does', async ({ start, home }) => {
    const wizard = await queued(start);
    await wizard.at(on.queued, 'c');
    await wizard.see(cancelQuestion);
    await new Promise((next) => setTimeout(next, 100));
    wizard.send(enter);
    await wizard.at('Enter sends only after the whole word', `no${enter}`);
    await wizard.at(/cancel it: {2}no$/m, esc);
    await wizard.at(on.queued, 'c');
    expect(readWorld(home).log.filter(({ kind }) => kind === 'cancel')).toEqual([]);
    await confirm(wizard, cancelQuestion);
    const end = await wizard.see(cancelled);
    expect(end).toContain('n new try');
    wizard.send('q');
    expect(await left(wizard, 6)).toContain('Cancelled');
    expect(readWorld(home).tasks.map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('it can be cancelled on the way out, and the program waits until it is', async ({ start, home }) => {
    const wizard = await queued(start);
    wizard.send(ctrlC);
    await wizard.at(on.leave, '2');
    await confirm(wizard, cancelQuestion);
    expect(await left(wizard, 6)).toContain('Cancelled');
    expect(readWorld(home).tasks.map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('a cancelled move is tried again from the same answers', async ({ start, home }) => {
    const wizard = await queued(start);
    wizard.send('c');
    await confirm(wizard, cancelQuestion);
    await wizard.at(cancelled, 'n');
    await wizard.at(on.request, enter);
    await wizard.at(on.ready, enter);
    await confirm(wizard);
    await wizard.at(on.queued, 'q');
    await wizard.at(on.leave, enter);
    await left(wizard, 0);
    expect(readWorld(home).tasks.at(-1)?.status).toBe('notStarted');
  });
});
