import type { CommandEntry } from '../command.ts';
import { only } from './parts.ts';

export const helping: readonly CommandEntry[] = [
  {
    name: 'explain',
    summary: 'Says what an error means and what to do, offline.',
    args: [{ name: 'TEXT', about: 'An error code, or the text of an error.', many: true }],
    options: only([]),
    examples: [
      { line: 'crossorg explain MnAOdbUsersAreNotLicensed', about: 'one code' },
      { line: 'crossorg explain', about: 'all of them' },
    ],
    load: () => import('../explain.ts'),
  },
];
