import type { ArgSpec, CommandEntry, OptionSpec } from './command.ts';
import { answerOptions, confirmation, lastRun, moveOptions, simulateOptions, timeLimit } from './options.ts';

const what: ArgSpec = {
  name: 'WHAT',
  about: 'A run id, a sign-in name or site address, a GUID, or a mail nickname.',
  many: true,
};

const only = (options: readonly OptionSpec[]) => () => Promise.resolve(options);

/** Every command as light data; the first one is `crossorg` alone. */
export const commands: readonly CommandEntry[] = [
  {
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
  },
  {
    name: 'migrate',
    summary: 'One migration: asks what is missing, dry run, confirm, submit, watch.',
    args: [
      { name: 'TYPE', about: 'user, site or group.' },
      { name: 'SOURCE', about: 'Whose OneDrive, which site, or which group.' },
    ],
    options: async () => [
      ...answerOptions((await import('../plan/questions.ts')).questions),
      ...moveOptions,
      timeLimit,
    ],
    examples: [
      { line: 'crossorg migrate', about: 'asks for everything' },
      {
        line: 'crossorg migrate user dana@contoso.com --target dana@fabrikam.com --target-host https://fabrikam-my.sharepoint.com --dry-run',
        about: 'checks one move and stops; nothing is moved',
      },
      { line: 'crossorg migrate user dana@contoso.com --simulator', about: 'the same on the simulator' },
    ],
    load: () => import('./migrate.ts'),
  },
  {
    name: 'status',
    summary: 'Shows the state of tasks once.',
    args: [what],
    options: only([lastRun]),
    examples: [
      { line: 'crossorg status --last', about: 'what was submitted last' },
      { line: 'crossorg status dana@contoso.com', about: 'the latest task of this source' },
    ],
    load: () => import('./status.ts'),
  },
  {
    name: 'watch',
    summary: 'Follows tasks until they are final.',
    args: [what],
    options: only([lastRun, timeLimit]),
    examples: [{ line: 'crossorg watch --last --timeout 8h', about: 'until done, at most eight hours' }],
    load: () => import('./watch.ts'),
  },
  {
    name: 'cancel',
    summary: 'Cancels tasks that have not started, and reads back what came of it.',
    args: [{ ...what, needed: true }],
    options: only([lastRun, confirmation]),
    examples: [{ line: 'crossorg cancel dana@contoso.com --confirm yes', about: 'cancels the task of this source' }],
    load: () => import('./cancel.ts'),
  },
  {
    name: 'runs',
    summary: 'Lists the runs of this computer, or shows one.',
    args: [{ name: 'RUN', about: 'A run id.' }],
    options: only([lastRun]),
    examples: [{ line: 'crossorg runs', about: 'what was submitted from here' }],
    load: () => import('./runs.ts'),
  },
  {
    name: 'resume',
    summary: 'Goes on with a run after a crash or a lost answer; nothing is sent twice.',
    args: [{ name: 'RUN', about: 'A run id; the last run otherwise.' }],
    options: only([lastRun, confirmation]),
    examples: [{ line: 'crossorg resume --last', about: 'settles what is open in the last run' }],
    load: () => import('./resume.ts'),
  },
  {
    name: 'explain',
    summary: 'Says what an error means and what to do, offline.',
    args: [{ name: 'TEXT', about: 'An error code, or the text of an error.', many: true }],
    options: only([]),
    examples: [
      { line: 'crossorg explain MnAOdbUsersAreNotLicensed', about: 'one code' },
      { line: 'crossorg explain', about: 'all of them' },
    ],
    load: () => import('./explain.ts'),
  },
  {
    name: 'demo',
    summary: 'A guided move on the built-in simulator; plain lines without a terminal.',
    args: [],
    options: only([]),
    examples: [{ line: 'crossorg demo', about: 'no account, no network' }],
    load: () => import('./demo.ts'),
  },
  {
    name: 'simulate',
    summary: 'Runs the simulator as an HTTP server and prints its URL and token.',
    args: [],
    options: only(simulateOptions),
    examples: [
      { line: 'crossorg simulate --scenario throttled --speed 60', about: 'a busy service, an hour a minute' },
    ],
    load: () => import('./simulate.ts'),
  },
];
