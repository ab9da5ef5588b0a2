import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import { test } from '../support/pty.ts';
import { confirm, ctrlC, enter, left, on, takeOffers } from '../support/story.ts';
import { creates } from '../support/world-log.ts';

const drafts = (state: string): string[] => {
  const folder = join(state, 'simulator', 'drafts');
  return readdirSync(folder).map((name) => join(folder, name));
};

describe.concurrent('what was typed and not submitted', () => {
  test('is kept after each step, offered at the next start, and gone once it is submitted', async ({ start, home }) => {
    const wizard = start(['demo']);
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, `sam${enter}`);
    await wizard.at(on.targetUser, ctrlC);
    await wizard.at(on.leave, ctrlC);
    await left(wizard, 0);
    const [draft = ''] = drafts(home.state);
    expect(statSync(draft).mode & 0o777).toBe(0o600);

    const again = start([]);
    await again.see('Not submitted yet');
    expect(await again.screen()).toMatch(/sam@contoso\.com, step 2 of 7/);
    again.send('d');
    expect(await again.see(on.targetUser)).toContain('sam@contoso.com');
    again.send(enter);
    await takeOffers(again);
    again.send(enter);
    await again.at(on.ready, enter);
    await confirm(again);
    await again.see(on.queued);
    await vi.waitFor(() => expect(drafts(home.state)).toEqual([]));
    expect(creates(home)).toHaveLength(1);
    again.send(ctrlC);
    await again.at(on.leave, ctrlC);
    await left(again, 0);
  });

  test('leads to the request when all is answered, and never past it', async ({ start, home }) => {
    const wizard = start(['demo']);
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, enter);
    await wizard.at(on.targetUser, enter);
    await takeOffers(wizard);
    wizard.send(enter);
    await wizard.at(on.ready, enter);
    await wizard.at(on.confirm, ctrlC);
    await wizard.at(on.leave, ctrlC);
    await left(wizard, 0);

    const again = start([]);
    await again.at('Not submitted yet', 'd');
    await again.see(on.request);
    expect(creates(home)).toEqual([]);
    again.send(ctrlC);
    await again.at(on.leave, ctrlC);
    await left(again, 0);
  });
});

describe.concurrent('copying', () => {
  const toRequest = ['migrate', 'user', 'sam@contoso.com', '--simulator', '--target', 'sam@fabrikam.com'];
  const args = [...toRequest, '--target-host', 'https://fabrikam-my.sharepoint.com', '--start', 'now'];

  test('over SSH hands the command to the terminal', async ({ start }) => {
    const wizard = start(args, { env: { SSH_CONNECTION: '127.0.0.1 1 127.0.0.1 22' } });
    await wizard.at(on.latestStart, enter);
    await wizard.at(on.request, 'y');
    await wizard.see('The terminal was asked to copy the command.');
    const [, encoded = ''] = wizard.bytes().split('\u001b]52;c;');
    const command = Buffer.from(encoded.split('\u0007')[0] ?? '', 'base64').toString();
    expect(command).toMatch(/^crossorg migrate user sam@contoso\.com .*--simulator$/);
    wizard.send(ctrlC);
    await wizard.at(on.leave, ctrlC);
    await left(wizard, 0);
  });

  test('without a clipboard shows the text to be selected', async ({ start }) => {
    const wizard = start(args, {
      env: { SSH_CONNECTION: undefined, SSH_TTY: undefined, DISPLAY: undefined, WAYLAND_DISPLAY: undefined },
    });
    await wizard.at(on.latestStart, enter);
    await wizard.at(on.request, 'y');
    expect(await wizard.see('No clipboard was found here')).toContain('crossorg migrate user sam@contoso.com');
    wizard.send(ctrlC);
    await wizard.at(on.leave, ctrlC);
    await left(wizard, 0);
  });
});
