import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fileOf } from '../../src/plan/profile-file.ts';
import { serveDoor } from '../support/door.ts';
import { makeAppKey, SignInService } from '../support/oidc.ts';
import { Person } from '../support/oidc-person.ts';
import { type Home, type Program, test as plain } from '../support/pty.ts';
import { serving } from '../support/served.ts';
import { profileAt } from '../support/signing-in.ts';
import { ctrlC, enter, esc, left, on } from '../support/story.ts';

type Around = { service: SignInService; env: Record<string, string | undefined> };

const test = plain.extend<{ around: Around }>({
  around: async ({ home, start }, use) => {
    const service = await SignInService.start(await makeAppKey());
    const graph = await serving();
    const door = await serveDoor(graph, service);
    const ca = join(home.folder, 'ca.pem');
    writeFileSync(ca, service.ca);
    mkdirSync(home.config, { recursive: true });
    writeFileSync(join(home.config, 'profiles.json'), JSON.stringify(fileOf([profileAt(service.authority)])));
    // Over SSH no browser opens.
    const env = { CROSSORG_GRAPH_URL: door.url, NODE_EXTRA_CA_CERTS: ca, SSH_TTY: '/dev/pts/1', SSH_CONNECTION: 'a b' };
    await use({ service, env: { ...env, CROSSORG_ACCESS_TOKEN: undefined } });
    // The keystore of this computer keeps nothing of it.
    await start(['logout', '--profile', 'c2f'], { env }).exit;
    door.close();
    await graph.close();
    await service.close();
  },
});

/** Types the code that the screen shows, in a browser elsewhere. */
async function enterCode(program: Program): Promise<void> {
  const shown = await program.see('Waiting for the code');
  const address = /https:\/\/localhost:\S+/.exec(shown)?.[0] ?? '';
  const code = /^ {3}([A-Z]{4}-[A-Z]{4})$/m.exec(shown)?.[1] ?? '';
  await new Person().enterCode(address, code);
}

/** Every file below the folders of the program. */
function filesOf({ state, config }: Home): string[] {
  return [state, config].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
  );
}

describe('a profile that nobody is signed in to', () => {
  test('is signed in to inside the wizard by a code, and the move goes on', async ({ start, home, around }) => {
    const wizard = start([], { env: around.env });
    expect(await wizard.see(on.welcome)).toContain('Not signed in');
    wizard.send(enter);
    const asked = await wizard.see('No browser can be opened here.');
    expect(asked).toMatch(/^ crossorg · c2f · Contoso → Fabrikam +CUSTOM/);
    for (const text of ['Sign in to the SOURCE tenant, Contoso', 'ssh -L', 'Kept in']) expect(asked).toContain(text);
    wizard.send('d');
    await enterCode(wizard);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, `dana${enter}`);
    await wizard.see(on.targetUser);
    wizard.send(ctrlC);
    await wizard.at(on.leave, ctrlC);
    await left(wizard, 0);
    const secrets = around.service.issued();
    expect(secrets.length).toBeGreaterThan(0);
    const found = filesOf(home).filter((text) => secrets.some((secret) => text.includes(secret.slice(-30))));
    expect(found).toEqual([]);
    expect(secrets.some((secret) => wizard.bytes().includes(secret.slice(-30)))).toBe(false);
  });

  test('can be left at the sign-in, at once', async ({ start, around }) => {
    const wizard = start([], { env: around.env });
    await wizard.at(on.welcome, enter);
    await wizard.at('No browser can be opened here.', esc);
    await wizard.at(on.welcome, enter);
    await wizard.see('No browser can be opened here.');
    const before = performance.now();
    wizard.send(ctrlC);
    await left(wizard, 0);
    expect(performance.now() - before).toBeLessThan(1_500);
  });

  test('is signed in to before the screens of a command, by lines, with an address that is pasted', async ({
    start,
    around,
  }) => {
    const wizard = start(['migrate', '--profile', 'c2f'], { env: around.env, cols: 200, rows: 40 });
    await wizard.see('Waiting for the browser');
    const said = wizard.bytes();
    const address = /https:\/\/localhost:\S+authorize\S+/.exec(said)?.[0] ?? '';
    const { url } = await new Person({ staysAway: true }).signIn(address);
    wizard.send(`${url}${enter}`);
    await wizard.see(on.type);
    wizard.send(ctrlC);
    await wizard.at(on.leave, ctrlC);
    await left(wizard, 0);
  });
});
