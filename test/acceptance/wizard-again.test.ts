import { describe, expect } from 'vitest';
import { type Start, test } from '../support/pty.ts';
import { confirm, enter, left, on, wayBack } from '../support/story.ts';
import { creates, readWorld } from '../support/world-log.ts';

const hosted = '--target-host https://fabrikam-my.sharepoint.com';
const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 16);

/** A site that is queued for tomorrow, to this address. */
async function confirming(start: Start, target: string) {
  const site = `migrate site https://contoso.sharepoint.com/sites/Legal --target ${target} ${hosted}`;
  const wizard = start([...site.split(' '), '--start', `${tomorrow}Z`, '--simulator']);
  await wizard.at(on.latestStart, enter);
  await wizard.at(on.request, enter);
  await wizard.at(on.ready, enter);
  return wizard;
}

const same = 'https://fabrikam.sharepoint.com/sites/Legal';
const other = 'https://fabrikam.sharepoint.com/sites/Law';

describe.concurrent('a source that has a task already', () => {
  test('the same move is taken over, another one is a conflict, and nothing is sent twice', async ({ start, home }) => {
    const first = await confirming(start, same);
    await confirm(first);
    await first.at(on.queued, 'q');
    await first.at(on.leave, enter);
    await left(first, 0);

    const again = await confirming(start, same);
    expect(await again.see(on.confirm)).toContain('already has this very move');
    await confirm(again);
    expect(await again.see(on.queued)).toContain('found in the service');
    again.send('q');
    await again.at(on.leave, enter);
    await left(again, 0);

    const conflict = await confirming(start, other);
    const refused = await conflict.see(/✗ Task {5}\S/);
    expect(refused).not.toContain(on.confirm);
    expect(refused).toContain('Esc back, nothing is sent');
    conflict.send('yes\r\u001b');
    await conflict.see(on.request);
    expect(creates(home)).toHaveLength(1);
    expect(readWorld(home).tasks).toHaveLength(1);
  });
});

/** The simulator's seed makes tom's create take effect late enough to be seen as unconfirmed. */
const tom = `migrate user tom@contoso.com --target tom@fabrikam.com ${hosted} --start now --simulator --scenario`;

async function lost(start: Start, scenario: string) {
  const wizard = start([...tom.split(' '), scenario]);
  await wizard.at(on.latestStart, enter);
  await wizard.at(on.request, enter);
  await wizard.at(on.ready, enter);
  await confirm(wizard);
  return wizard;
}

describe.concurrent('an answer that is lost', () => {
  test('after it took effect: the task is found, and there is one', async ({ start, home }) => {
    const wizard = await lost(start, 'lost-after');
    await wizard.see(/(– Queued|▸ Running) /);
    expect(creates(home)).toHaveLength(1);
    expect(readWorld(home).tasks).toHaveLength(1);
  });

  test('that takes effect late: unconfirmed first, then found', async ({ start, home }) => {
    const wizard = await lost(start, 'late-commit');
    await wizard.see('? Unconfirmed');
    await wizard.see(/(– Queued|▸ Running) /);
    expect(creates(home)).toHaveLength(1);
    expect(readWorld(home).tasks).toHaveLength(1);
  });

  test('before it took effect: unconfirmed, and sent again only with the word', async ({ start, home }) => {
    const wizard = await lost(start, 'lost-before');
    expect(await wizard.see('? Unconfirmed')).not.toContain('s send once more');
    wizard.send(`s${enter}`);
    await wizard.see('s send once more');
    expect(creates(home)).toHaveLength(1);
    wizard.send('s');
    await confirm(wizard, 'Type yes to send it once more:');
    await wizard.see(/(– Queued|▸ Running) /);
    expect(creates(home)).toHaveLength(2);
    expect(readWorld(home).tasks).toHaveLength(1);
  });

  test('left before it is known: the exit code says so, and resume finds out', async ({ start, home }) => {
    const wizard = await lost(start, 'late-commit');
    await wizard.at('? Unconfirmed', '\u0003\u0003');
    const lines = await left(wizard, 7);
    expect(lines).toContain('Unconfirmed');
    const command = wayBack(lines);
    expect(command).toEqual(['resume', expect.stringMatching(/^r-/), '--simulator']);
    const said: string[] = [];
    for (let code = 7; code === 7 && said.length < 8; ) {
      const resumed = start(command);
      ({ code } = await resumed.exit);
      said.push(await resumed.screen());
    }
    expect(said.at(-1)).toMatch(/(Queued|Running) +tom@contoso\.com/);
    expect(creates(home)).toHaveLength(1);
    expect(readWorld(home).tasks).toHaveLength(1);
  });
});
