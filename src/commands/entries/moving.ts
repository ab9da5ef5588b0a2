import type { CommandEntry } from '../command.ts';
import {
  answerOptions,
  approval,
  changeNumber,
  lastRun,
  mostPending,
  moveOptions,
  resendWord,
  rowOptions,
  timeLimit,
  unitBudget,
  waveOptions,
} from '../options.ts';
import { only } from './parts.ts';

/** What a line says for itself is no flag of the whole. */
const isForAll = (flag: string): boolean => !['source', 'target', 'source-upn'].includes(flag);

export const moving: readonly CommandEntry[] = [
  {
    name: 'migrate',
    summary: 'One migration: asks what is missing, dry run, confirm, submit, watch.',
    args: [
      { name: 'user|site|group', about: 'What moves.' },
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
        line: 'crossorg migrate user dana@contoso.com --profile c2f --dry-run',
        about: 'checks one move and stops; nothing is moved',
      },
      { line: 'crossorg migrate user dana@contoso.com --simulator', about: 'the same on the simulator' },
    ],
    load: () => import('../migrate.ts'),
  },
  {
    name: 'wave',
    summary: 'Many migrations from a CSV file: check all, dry-run all, confirm, submit, watch.',
    args: [{ name: 'FILE.csv', about: 'One line a move, below the names of the columns.', from: 'file' }],
    options: async () => [
      ...answerOptions((await import('../../plan/questions.ts')).questions).filter(({ flag }) => isForAll(flag)),
      ...waveOptions,
      ...moveOptions,
      timeLimit,
    ],
    examples: [
      { line: 'crossorg wave --template', about: 'a file to begin with' },
      { line: 'crossorg wave wave.csv --profile c2f --dry-run', about: 'checks every line; nothing is moved' },
      { line: 'crossorg wave wave.csv --simulator', about: 'the same on the simulator' },
      { line: 'crossorg wave wave.csv --profile c2f --rows 1-5 --confirm 5', about: 'a pilot of five' },
    ],
    load: () => import('../wave.ts'),
  },
  {
    name: 'apply',
    summary: 'Submits a saved plan unchanged, or refuses.',
    args: [{ name: 'PLAN.json', about: 'A file that --plan-out has written.', needed: true, from: 'file' }],
    options: only([...rowOptions, approval, changeNumber, timeLimit]),
    examples: [
      { line: 'crossorg apply plan.json --dry-run', about: 'checks once more and stops; nothing is moved' },
      {
        line: 'crossorg apply plan.json --plan-id 7f3a91c20b44 --confirm yes',
        about: 'submits what another person approved, and nothing else',
      },
    ],
    load: () => import('../apply.ts'),
  },
  {
    name: 'resume',
    summary: 'Goes on with a run after a crash or a lost answer; nothing is sent twice.',
    args: [{ name: 'RUN', about: 'A run id; the last run otherwise.', from: 'run' }],
    options: only([lastRun, resendWord, unitBudget, mostPending]),
    examples: [{ line: 'crossorg resume --last', about: 'settles what is open in the last run' }],
    load: () => import('../resume.ts'),
  },
  {
    name: 'retry',
    summary: 'Dry-runs the rejected, failed and cancelled rows of a run again and submits them as a new run.',
    args: [{ name: 'RUN', about: 'A run id; --last for the last run.', from: 'run' }],
    options: only([lastRun, ...rowOptions, timeLimit]),
    examples: [
      { line: 'crossorg retry --last --dry-run', about: 'how many of them are ready now' },
      { line: 'crossorg retry r-20261205-2211 --confirm yes', about: 'one row, submitted again' },
    ],
    load: () => import('../retry.ts'),
  },
];
