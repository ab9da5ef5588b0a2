import type { Pasted, SignInAbout, SigningMethod, Waiting } from './signing.ts';

/** What all front ends say of a sign-in. */

export const signInHeading = ({ side, tenant }: SignInAbout): string =>
  `Sign in to the ${side.toUpperCase()} tenant, ${tenant}`;

export const accountLines = ({ accounts }: SignInAbout): readonly string[] => [
  `Use an account of ${accounts}.`,
  'An account of any other tenant is refused before any call is made.',
];

const prefix = 'SharePointCrossTenantMigration';

/** Both permissions share a long name, which is said once. */
const asksFor = (permissions: readonly string[]): string => {
  const [first = '', ...rest] = permissions;
  return [first, ...rest.map((name) => name.replace(prefix, ''))].join(' and ');
};

export const aboutRows = ({ permissions, keptIn, authority, profile }: SignInAbout) => [
  { term: 'Asks for', value: asksFor(permissions) },
  { term: 'Kept in', value: keptIn },
  ...(authority === null
    ? []
    : [{ term: 'Signs in at', value: `${authority}, as ${profile === null ? 'it was named' : 'the profile says'}` }]),
];

type Browser = Extract<Waiting, { kind: 'browser' }>;

export const browserLine = ({ opened }: Browser): string =>
  opened
    ? 'Your browser was opened. If no window appeared, open this address:'
    : 'No browser can be opened here. Open this address in one:';

/** How the answer comes back from a browser on another computer. */
export const elsewhereLine = ({ port }: Browser): string =>
  `If that is on another computer, it ends at http://localhost:${port}/?code=... and shows an error there. Paste that address here.`;

export const tunnelLine = 'Or make a tunnel from there before you open it:';

export const tunnelCommand = ({ port }: Browser, { machine }: SignInAbout): string =>
  `ssh -L ${port}:localhost:${port} ${machine}`;

export const codeLine = 'Open this page in any browser, and type the code there:';

export const manyBlockCodes = 'Many tenants block codes. If this one does, use the browser.';

const waitsFor: Readonly<Record<SigningMethod, string>> = {
  browser: 'Waiting for the browser',
  device: 'Waiting for the code to be typed',
};

export const waitingText = (method: SigningMethod): string => waitsFor[method];

/** `9:42 left`, or nothing more where the time is over. */
export function timeLeft(expiresAt: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((expiresAt - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
}

export const pastedText: Readonly<Record<Pasted, string>> = {
  taken: 'The address is the right one. Asking the sign-in service.',
  otherSignIn: 'That address belongs to another sign-in. Paste the one that this sign-in ended at.',
  unreadable: 'That is not the address the browser ended at: it has code= and state= in it. Paste the whole of it.',
};
