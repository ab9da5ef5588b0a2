import type { CommandEntry } from './command.ts';
import { following } from './entries/following.ts';
import { helping } from './entries/helping.ts';
import { moving } from './entries/moving.ts';
import { only } from './entries/parts.ts';
import { profiles } from './entries/profiles.ts';
import { signingIn } from './entries/signing-in.ts';
import { simulator } from './entries/simulator.ts';

const wizard: CommandEntry = {
  name: '',
  summary: 'Moves OneDrives, SharePoint sites and group sites from one Microsoft 365 tenant to another.',
  args: [],
  options: only([]),
  examples: [
    { line: 'crossorg demo', about: 'a guided move on the built-in simulator; no account is needed' },
    { line: 'crossorg', about: 'the wizard, from its welcome screen' },
    { line: 'crossorg migrate user dana@contoso.com --dry-run', about: 'one move, checked by the service only' },
  ],
  load: () => import('./wizard.ts'),
};

/** Every command as light data; the first one is `crossorg` alone. */
export const commands: readonly CommandEntry[] = [
  wizard,
  ...moving,
  ...following,
  ...profiles,
  ...signingIn,
  ...helping,
  ...simulator,
];
