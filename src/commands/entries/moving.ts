import type { CommandEntry } from '../command.ts';
import { answerOptions, confirmation, lastRun, moveOptions, timeLimit } from '../options.ts';
import { only } from './parts.ts';

export const moving: readonly CommandEntry[] = [
  {
    name: 'migrate',
    summary: 'One migration: asks what is missing, dry run, confirm, submit, watch.',
    args: [
      { name: 'TYPE', about: 'user, site or group.' },
      { name: 'SOURCE', about: 'Whose OneDrive, which site, or which group.' },
    ],
    options: async () => [
      ...answerOptions((await import('../../plan/questions.ts')).questions),
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
    load: () => import('../migrate.ts'),
  },
  {
    name: 'resume',
    summary: 'Goes on with a run after a crash or a lost answer; nothing is sent twice.',
    args: [{ name: 'RUN', about: 'A run id; the last run otherwise.' }],
    options: only([lastRun, confirmation]),
    examples: [{ line: 'crossorg resume --last', about: 'settles what is open in the last run' }],
    load: () => import('../resume.ts'),
  },
];
