import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Env } from '../../src/ports/ports.ts';
import { talk } from '../frontends/lines/dialogue.ts';
import { openDoor, through } from '../support/door.ts';
import { confirmed, userMove } from '../support/moves.ts';
import { makeAppKey, SignInService } from '../support/oidc.ts';
import { Person } from '../support/oidc-person.ts';
import { type Place, serving } from '../support/served.ts';
import { profileAt, SigningIn } from '../support/signing-in.ts';

let service: SignInService;
let graph: Place;
let place: SigningIn;
beforeAll(async () => {
  service = await SignInService.start(await makeAppKey());
});
afterAll(() => service.close());
beforeEach(async () => {
  graph = await serving();
  place = new SigningIn(graph.computer.clock);
  await place.save(profileAt(service.authority));
});
afterEach(async () => {
  place.remove();
  await graph.close();
});

const c2f = ['--profile', 'c2f'];
const dryRun = [...userMove(), '--dry-run', ...c2f];
const env = (): Env => ({ CROSSORG_GRAPH_URL: graph.computer.env.CROSSORG_GRAPH_URL });
const around = (doorman = openDoor()) => ({ desk: place.desk, fetch: through(graph, service, doorman) });

/** What a person types once they hear something; a function makes it of what was heard. */
type Turn = readonly [heard: string, typed: string | ((said: string) => Promise<string>)];

/** A command at a terminal, with a person who answers. */
async function attended(argv: string[], turns: readonly Turn[] = [], doorman = openDoor()) {
  const stdin = Object.assign(new PassThrough(), { ref: () => undefined });
  const left = [...turns];
  const onSaid = ({ out, err }: { out: string; err: string }) => {
    const [next] = left;
    if (!next || !`${out}${err}`.includes(next[0])) return;
    left.shift();
    const [, typed] = next;
    const answer = typeof typed === 'string' ? Promise.resolve(typed) : typed(`${out}${err}`);
    void answer.then((text) => text !== '' && stdin.write(`${text}\n`));
  };
  const told = await place.computer.run(argv, {
    ...around(doorman),
    env: env(),
    terminal: true,
    stdin: stdin as unknown as NodeJS.ReadStream,
    onSaid,
  });
  expect(left).toEqual([]);
  return told;
}

const opened = (said: string): string => /^(https:\S+authorize\S+)$/m.exec(said)?.[1] ?? '';

describe('a command at a terminal, when nobody is signed in', () => {
  it('signs in, says where and with whose account, and goes on', async () => {
    const { exitCode, out } = await attended(dryRun);
    expect(exitCode).toBe(0);
    for (const text of [
      ...['Sign in to the SOURCE tenant, Contoso.', 'Use an account of contoso.com.', 'Signed in as pat@'],
      ...['An account of any other tenant is refused', 'Kept in: a file that only a key in the keyring'],
    ])
      expect(out).toContain(text);
    await attended(dryRun);
    expect(place.opened).toHaveLength(1);
  });

  it('signs in again for itself where there is no keystore, and says so', async () => {
    place.keystore.isLocked = true;
    const first = await attended(dryRun);
    const second = await attended(dryRun);
    expect([first.exitCode, second.exitCode, place.opened.length]).toEqual([0, 0, 2]);
    expect(first.out).toMatch(/no keystore of this\s+computer answers/);
  });

  it('promises nothing of a keystore that can be asked and refuses to be written', async () => {
    place.keystore.set = async () => false;
    const { out } = await attended(dryRun);
    expect(out).toMatch(/Kept in: the memory of this program only/);
  });

  it('takes the address that a browser elsewhere ended at', async () => {
    place.choice = null;
    const elsewhere = async (said: string) => (await new Person({ staysAway: true }).signIn(opened(said))).url;
    const { exitCode, out } = await attended(dryRun, [['Waiting for the browser', elsewhere]]);
    expect(exitCode).toBe(0);
    for (const text of ['No browser can be opened here.', 'ssh -L', 'The address is the right one.'])
      expect(out).toContain(text);
  });

  it('refuses an address of another sign-in, and goes on waiting', async () => {
    place.choice = null;
    const stale = 'http://localhost:1/?code=abc&state=00000000-0000-4000-8000-00000000ffff';
    const { exitCode, err } = await attended(dryRun, [
      ['Waiting for the browser', stale],
      ['belongs to another sign-in', 'paste'],
      ['Paste that address here.', 'back'],
    ]);
    expect(exitCode).toBe(130);
    expect(err).toContain('signInStopped');
  });

  it('takes a code by a word, and says that many tenants block it', async () => {
    place.choice = null;
    const enter = async (said: string) => {
      const [, address = '', code = ''] = /Open: (\S+)\nCode: (\S+)/.exec(said) ?? [];
      await new Person().enterCode(address, code);
      return '';
    };
    const { exitCode, out } = await attended(dryRun, [
      ['Waiting for the browser', 'code'],
      ['Code: ', enter],
    ]);
    expect(exitCode).toBe(0);
    expect(out).toContain('Many tenants block codes.');
  });

  it('tells why a try failed, and tries again by a word', async () => {
    place.choice = { refuses: true };
    const again = async () => {
      place.choice = {};
      return 'again';
    };
    const { exitCode, out } = await attended(dryRun, [['AADSTS65004', again]]);
    expect({ exitCode, opened: place.opened.length }).toEqual({ exitCode: 0, opened: 2 });
    expect(out).toContain('Signed in as pat@');
  });

  it('refuses an account of another tenant before any call, with both named', async () => {
    place.choice = { as: 'stranger' };
    const { exitCode, out, calls } = await attended(dryRun, [['wrongTenant', 'back']]);
    expect(exitCode).toBe(130);
    expect(out).toContain('Contoso (8d3a1c52');
    expect(out).toContain('99990000-1111-4222-8333-44445555cccc');
    expect(calls.filter((call) => call.includes('/beta/'))).toEqual([]);
  });

  it('Ctrl+C ends it at once', async () => {
    place.choice = null;
    const before = performance.now();
    const { exitCode } = await place.computer.run(dryRun, {
      ...around(),
      env: env(),
      terminal: true,
      stdin: Object.assign(new PassThrough(), { ref: () => undefined }) as unknown as NodeJS.ReadStream,
      stopAt: 'Waiting for the browser',
    });
    expect(exitCode).toBe(130);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('without somebody at a terminal', () => {
  it.each([
    { name: 'no terminal', more: {} },
    { name: '--no-prompt', more: { terminal: true }, flags: ['--no-prompt'] },
    { name: '--json', more: { terminal: true }, flags: ['--json'] },
  ])('a sign-in is refused: $name', async ({ more, flags = [] }) => {
    const told = await place.computer.run([...dryRun, ...flags], { ...around(), env: env(), ...more });
    expect({ exitCode: told.exitCode, opened: place.opened, calls: told.calls }).toEqual({
      ...{ exitCode: 4, opened: [], calls: [] },
    });
  });
});

describe('in line mode', () => {
  const more = () => ({ ...around(), env: env() as Record<string, string> });

  it('a profile that is opened signs in on the way', async () => {
    const { transcript } = await talk(
      place.computer,
      ['--line'],
      [
        ['Place. Number', '1'],
        ['Type. Number', 'quit'],
      ],
      more(),
    );
    expect(transcript).toContain('Sign in to the SOURCE tenant, Contoso.');
    expect(transcript).toContain('Waiting for the browser');
    expect(transcript).toContain('CUSTOM: from Contoso to Fabrikam');
  });

  it('back leads to the places again, quit leaves', async () => {
    place.choice = null;
    const { told, transcript } = await talk(
      place.computer,
      ['--line'],
      [
        ['Place. Number', '1'],
        ['Waiting for the browser', 'help', 'at any time'],
        ['code: uses a code', 'back', 'at any time'],
        ['Place. Number', '1'],
        ['Waiting for the browser', 'quit', 'at any time'],
      ],
      more(),
    );
    expect(told.exitCode).toBe(0);
    expect(transcript).not.toContain('signInStopped');
  });

  it('migrate signs in before its first question', async () => {
    const { transcript } = await talk(
      place.computer,
      ['migrate', '--line', ...c2f],
      [['Type. Number', 'quit']],
      more(),
    );
    expect(transcript.indexOf('Signed in as pat@')).toBeLessThan(transcript.indexOf('Step 1 of 7'));
  });
});

describe('during a command', () => {
  it('a sign-in that ends is made anew, and what waited for it goes on', async () => {
    await attended(dryRun);
    let calls = 0;
    const doorman = openDoor((_, token) => {
      calls += 1;
      if (calls === 1) service.store.revokeAll();
      return token === doorman.seen[0];
    });
    const { exitCode, out } = await attended(
      [...userMove(), ...confirmed, '--confirm-target', 'Fabrikam', ...c2f, '--watch'],
      [],
      doorman,
    );
    expect({ exitCode, opened: place.opened.length }).toEqual({ exitCode: 0, opened: 2 });
    expect(out).toContain('The sign-in was withdrawn.');
    expect(graph.world.tasks).toHaveLength(1);
  });

  it('a no stands: it ends as it would have without the question', async () => {
    await attended(dryRun);
    place.choice = null;
    const doorman = openDoor((_, token) => {
      service.store.revokeAll();
      return token === doorman.seen[0];
    });
    const { exitCode, err } = await attended(dryRun, [['Waiting for the browser', 'back']], doorman);
    expect({ exitCode, opened: place.opened.length }).toEqual({ exitCode: 4, opened: 2 });
    expect(err).toContain('AADSTS50173');
  });
});

describe('a watch by lines whose sign-in has ended', () => {
  it('says so, takes the words sign in, and goes on to the end', async () => {
    await attended(dryRun);
    await attended([...userMove(), ...confirmed, '--confirm-target', 'Fabrikam', ...c2f]);
    const old = new Set<string>();
    const doorman = openDoor((_, token) => {
      if (doorman.seen.length === 2) {
        service.store.revokeAll();
        for (const issued of service.issued()) old.add(issued);
      }
      return old.has(token);
    });
    const { told, transcript } = await talk(
      place.computer,
      ['watch', 'dana@contoso.com', '--line', ...c2f],
      [
        ['Type sign in, look to ask again', 'sign in'],
        ['press Enter to leave', ''],
      ],
      { ...around(doorman), env: env() as Record<string, string> },
    );
    expect(told.exitCode).toBe(0);
    for (const text of ['The sign-in was withdrawn.', 'Signed in. Going on.', 'Completed'])
      expect(transcript).toContain(text);
  });
});

describe('a watch that lasts longer than its token', () => {
  it('renews it in silence, as often as it takes', async () => {
    const brief = await SignInService.start(await makeAppKey(), { accessTokenSeconds: 60 });
    await place.save(profileAt(brief.authority));
    const doorman = openDoor();
    const more = { desk: place.desk, fetch: through(graph, brief, doorman), env: env() };
    await place.computer.run(['login', ...c2f], more);
    const moving = [...userMove(), ...confirmed, '--confirm-target', 'Fabrikam', ...c2f, '--watch', '--json'];
    const { exitCode, json } = await place.computer.run(moving, more);
    const grants = brief.forms.map(({ grant_type }) => grant_type);
    await brief.close();
    expect({ exitCode, state: json.task.state, opened: place.opened.length }).toEqual({
      ...{ exitCode: 0, state: 'completed', opened: 1 },
    });
    expect(grants.filter((grant) => grant === 'refresh_token').length).toBeGreaterThan(3);
    expect(new Set(doorman.seen).size).toBeGreaterThan(3);
  });
});
