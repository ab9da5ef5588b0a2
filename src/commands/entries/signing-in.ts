import type { CommandEntry, OptionSpec } from '../command.ts';
import { only } from './parts.ts';

const side: OptionSpec = { flag: 'side', value: 'source|target', about: 'One of the two tenants of the profile.' };

const auth: OptionSpec = {
  flag: 'auth',
  value: 'browser|device|certificate|secret|managed|federated',
  about: 'How to sign in this time; as the profile says otherwise. Many tenants block device codes.',
};

export const signingIn: readonly CommandEntry[] = [
  {
    name: 'login',
    summary: 'Signs in to one tenant of a profile; the source tenant unless said otherwise.',
    args: [],
    options: only([
      side,
      auth,
      {
        flag: 'insecure-storage',
        about: 'Keep the tokens in a plain file that only your account can read, where there is no keystore.',
      },
    ]),
    examples: [
      { line: 'crossorg login --profile c2f', about: 'with the browser, or as the profile says' },
      { line: 'crossorg login --profile c2f --auth device', about: 'with a code that is typed on another screen' },
      { line: 'crossorg login --profile c2f --side target', about: 'to the target tenant, for its checks' },
    ],
    load: () => import('../login.ts'),
  },
  {
    name: 'logout',
    summary: 'Removes the sign-ins of a profile from this computer, with their keys.',
    args: [],
    options: only([side]),
    examples: [{ line: 'crossorg logout --profile c2f', about: 'of both tenants' }],
    load: () => import('../logout.ts'),
  },
  {
    name: 'whoami',
    summary: 'Says who is signed in to which tenant, until when, and with which permissions.',
    args: [],
    options: only([side]),
    examples: [
      { line: 'crossorg whoami --profile c2f', about: 'both tenants of the profile' },
      { line: 'crossorg whoami --json', about: 'the profile of CROSSORG_PROFILE, for a script' },
    ],
    load: () => import('../whoami.ts'),
  },
];
