import { describe, expect, test } from 'vitest';
import { KeyRouter } from '../../../components/inputs/keys/KeyRouter.tsx';
import { SignInScreen } from '../../../components/screens/SignInScreen.tsx';
import { ThemeProvider } from '../../../components/theme.ts';
import { explainSignIn } from '../../../src/auth/explain-sign-in.ts';
import type { Hands } from '../../../src/wizard/screens.ts';
import type { SigningState } from '../../../src/wizard/signing.ts';
import { faultsOf, sizes } from '../../support/frame-faults.ts';
import { renderScreen } from '../../support/screen.ts';
import { address, fakeSigning, waitingForBrowser, waitingForCode } from '../../support/signing.ts';

const esc = '\u001b';

const failed: SigningState = {
  method: 'browser',
  status: 'failed',
  finding: explainSignIn({ kind: 'expired', what: 'browser', refusal: null }, { profile: 'c2f', side: 'source' }),
};

type About = Parameters<typeof fakeSigning>[1];

function open(state: SigningState = waitingForBrowser(), { about, cols = 80, rows = 24, motion = false }: More = {}) {
  const fake = fakeSigning(state, about);
  const left: string[] = [];
  const copied: string[] = [];
  const hands: Hands = {
    copy: async (text) => (copied.push(text) > 0 ? 'clipboard' : 'none'),
    setTitle: (text) => left.push(text),
    notify: () => undefined,
    suspend: null,
  };
  const onLeave = () => left.push('left');
  const screen = renderScreen(
    <ThemeProvider theme={{ ascii: false, colour: false, motion }}>
      <KeyRouter>
        <SignInScreen signing={fake.signing} hands={hands} onLeave={onLeave} />
      </KeyRouter>
    </ThemeProvider>,
    { cols, rows },
  );
  return { ...fake, ...screen, left, copied };
}

type More = { about?: About; cols?: number; rows?: number; motion?: boolean };

describe('while the browser is waited for', () => {
  test('mode, both tenants, whose account, what is asked for, where it rests and the time are on the screen', async () => {
    const { waitFor } = open(waitingForBrowser(), { motion: true });
    const shown = await waitFor('9:42 left');
    for (const text of [
      ...[
        'c2f · Contoso → Fabrikam',
        'LIVE',
        'Sign in to the SOURCE tenant, Contoso',
        'Use an account of contoso.com.',
      ],
      ...['An account of any other tenant is refused', 'SharePointCrossTenantMigration.Read.All and .Manage.All'],
      ...['Windows Credential Manager', 'd use a code instead', 'Esc back'],
    ])
      expect(shown).toContain(text);
  });

  test('another sign-in service is named, and a read-only profile asks for less', async () => {
    const about = {
      authority: 'https://login.contoso.cloud',
      permissions: ['SharePointCrossTenantMigration.Read.All'],
    };
    const shown = await open(waitingForBrowser(), { about }).waitFor('Signs in at');
    expect(shown).toContain('https://login.contoso.cloud, as the profile says');
    expect(shown).not.toContain('Manage.All');
  });

  test('y copies the whole address, v shows it, r opens it again', async () => {
    const opened: string[] = [];
    const { press, waitFor, copied } = open(waitingForBrowser({ onOpen: () => opened.push('again') > 0 }));
    await waitFor('Waiting for the browser');
    press('y');
    await waitFor('The address is on the clipboard.');
    expect(copied).toEqual([address]);
    press('r');
    await waitFor('The browser was opened again.');
    expect(opened).toEqual(['again']);
    press('v');
    await waitFor('Select the address with the mouse');
    press(esc);
    await waitFor('Waiting for the browser');
  });

  test('d takes a code instead, and the screen says that many tenants block it', async () => {
    const { press, waitFor, done, go } = open();
    await waitFor('Waiting for the browser');
    press('d');
    await waitFor('Asking the sign-in service');
    expect(done).toEqual(['start device']);
    go(waitingForCode);
    const shown = await waitFor('ABCD-EFGH');
    expect(shown).toContain('Many tenants block codes.');
    press('b');
    await waitFor('Asking the sign-in service');
    expect(done).toEqual(['start device', 'start browser']);
  });

  test.each([
    { name: 'Esc gives it up', key: esc, leaves: false },
    { name: 'Ctrl+C gives it up and leaves', key: '\u0003', leaves: true },
  ])('$name', async ({ key, leaves }) => {
    const { press, waitFor, done, left } = open();
    await waitFor('Waiting for the browser');
    press(key);
    await waitFor('Opening');
    expect(done).toEqual(['stop']);
    expect(left.includes('left')).toBe(leaves);
  });
});

describe('where no browser opens', () => {
  const pasting = (result: 'taken' | 'otherSignIn' | 'unreadable') => {
    const pasted: string[] = [];
    const onPaste = (text: string) => (pasted.push(text) > 0 ? result : 'taken');
    return { ...open(waitingForBrowser({ opened: false, onPaste })), pasted };
  };

  test('the way back is told: an address to paste, or a tunnel', async () => {
    const shown = await pasting('taken').waitFor('No browser can be opened here.');
    expect(shown).toContain('http://localhost:41234/?code=...');
    expect(shown).toContain('ssh -L 41234:localhost:41234 ws-1');
  });

  test('a paste is taken at once, in one piece, whatever lines a mail program made of it', async () => {
    const { press, waitFor, pasted } = pasting('taken');
    await waitFor('Waiting for the browser');
    press(`${esc}[200~http://localhost:41234/?code=a\rbc&state=d${esc}[201~`);
    await waitFor('The address is the right one.');
    expect(pasted).toEqual(['http://localhost:41234/?code=abc&state=d']);
  });

  test('p opens a field for it, where the letters are letters', async () => {
    const { press, waitFor, pasted, done } = pasting('unreadable');
    await waitFor('Waiting for the browser');
    press('p');
    await waitFor('The whole address that the browser ended at:');
    press('http://a/?d=r\r');
    await waitFor('That is not the address the browser ended at');
    expect({ pasted, done }).toEqual({ pasted: ['http://a/?d=r'], done: [] });
    press('p');
    await waitFor('The whole address');
    press(esc);
    await waitFor('Waiting for the browser');
    expect(done).toEqual([]);
  });
});

describe('the whole address', () => {
  test('is shown because it was asked for, and can be scrolled in a small window', async () => {
    const { press, waitFor } = open(waitingForBrowser(), { cols: 60, rows: 16 });
    await waitFor('Waiting for the browser');
    press('v');
    const shown = await waitFor('Select the address with the mouse:');
    expect(shown).not.toContain('No clipboard');
    expect(shown).not.toContain('a larger window');
    expect(await waitFor('Up Down scroll')).toContain('https://login.microsoftonline.com/');
    press('\u001b[F');
    await waitFor('scope=openid&');
  });
});

test('what was said of one try is gone at the next', async () => {
  const { press, waitFor, go } = open(waitingForBrowser());
  await waitFor('Waiting for the browser');
  press('r');
  await waitFor('The browser was opened again.');
  const next = waitingForBrowser();
  if (next.status !== 'waiting') throw new Error('It waits');
  go({ ...next, waiting: { ...next.waiting, expiresAt: next.waiting.expiresAt + 1 } });
  expect(await waitFor('Waiting for the browser')).not.toContain('The browser was opened again.');
});

describe('after a try that failed', () => {
  test('the finding stands there, and r tries again', async () => {
    const { press, waitFor, done } = open(failed);
    await waitFor('signInTimedOut');
    press('r');
    await waitFor('Asking the sign-in service');
    expect(done).toEqual(['start browser']);
  });

  test('why an earlier sign-in does not do is said first', async () => {
    const why = explainSignIn(
      { kind: 'needsInteraction', refusal: { ...refusal, code: 'AADSTS50173' }, store: null },
      { profile: 'c2f', side: 'source' },
    );
    expect(await open(waitingForBrowser(), { about: { why } }).waitFor('withdrawn')).toContain('! The sign-in was');
  });
});

const refusal = { error: 'invalid_grant', message: 'AADSTS50173', correlationId: null, traceId: null };

test('help tells its keys, and takes them', async () => {
  const { press, waitFor, done } = open();
  await waitFor('Waiting for the browser');
  press('?');
  await waitFor('Keys on this screen');
  press('d');
  press('?');
  await waitFor('Waiting for the browser');
  expect(done).toEqual([]);
});

const shapes: Record<string, SigningState> = {
  'a browser': waitingForBrowser(),
  'no browser': waitingForBrowser({ opened: false }),
  'a code': waitingForCode,
  'a failure': failed,
};

test.each(Object.keys(shapes))('it fits every size: %s', async (name) => {
  for (const [cols, rows] of sizes) {
    const { waitFor, lines, unmount } = open(shapes[name], { cols, rows, about: { mode: 'simulator', profile: null } });
    await waitFor((shown) => shown !== '');
    expect(faultsOf(await lines(), [cols, rows])).toEqual([]);
    unmount();
  }
});
