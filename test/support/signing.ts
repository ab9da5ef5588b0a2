import type { Pasted, SignInAbout, Signing, SigningMethod, SigningState } from '../../src/wizard/signing.ts';
import { noonUtc } from './ports.ts';

const signInAbout: SignInAbout = {
  mode: 'live',
  profile: 'c2f',
  source: 'Contoso',
  target: 'Fabrikam',
  side: 'source',
  tenant: 'Contoso',
  accounts: 'contoso.com',
  permissions: ['SharePointCrossTenantMigration.Read.All', 'SharePointCrossTenantMigration.Manage.All'],
  keptIn: 'a file that only a key in Windows Credential Manager opens, for profile c2f alone',
  authority: null,
  machine: 'ws-1',
  why: null,
};

export const address = `https://login.microsoftonline.com/8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10/oauth2/v2.0/authorize?client_id=11110000-aaaa-4bbb-8ccc-000000000001&${'scope=openid&'.repeat(40)}`;

/** A sign-in that goes where a test sends it, and says what was done with it. */
export function fakeSigning(first: SigningState = waitingForBrowser(), about: Partial<SignInAbout> = {}) {
  let state = first;
  const listeners = new Set<() => void>();
  const done: string[] = [];
  const go = (next: SigningState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const signing: Signing = {
    about: { ...signInAbout, ...about },
    state: () => state,
    now: () => noonUtc,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: (method: SigningMethod) => {
      done.push(`start ${method}`);
      go({ method, status: 'preparing' });
    },
    stop: () => {
      done.push('stop');
      go({ method: state.method, status: 'over', isSignedIn: false });
    },
  };
  return { signing, go, done };
}

type BrowserMore = { opened?: boolean; onPaste?: (text: string) => Pasted; onOpen?: () => boolean };

export const waitingForBrowser = ({
  opened = true,
  onPaste = () => 'taken',
  onOpen = () => true,
}: BrowserMore = {}): SigningState => ({
  method: 'browser',
  status: 'waiting',
  waiting: {
    kind: 'browser',
    address,
    opened,
    port: 41234,
    expiresAt: noonUtc + 582_000,
    paste: onPaste,
    openAgain: async () => onOpen(),
  },
});

export const waitingForCode: SigningState = {
  method: 'device',
  status: 'waiting',
  waiting: {
    kind: 'code',
    userCode: 'ABCD-EFGH',
    verificationUri: 'https://login.microsoft.com/device',
    expiresAt: noonUtc + 900_000,
  },
};
