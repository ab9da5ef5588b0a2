import type { CommandEntry } from '../command.ts';
import { cancelWord, lastRun, pruneOptions, reportOptions, timeLimit, unitBudget } from '../options.ts';
import { only, what } from './parts.ts';

export const following: readonly CommandEntry[] = [
  {
    name: 'status',
    summary: 'Shows the state of tasks once.',
    args: [what],
    options: only([lastRun, unitBudget]),
    examples: [
      { line: 'crossorg status --last', about: 'what was submitted last' },
      { line: 'crossorg status dana@contoso.com', about: 'the latest task of this source' },
    ],
    load: () => import('../status.ts'),
  },
  {
    name: 'watch',
    summary: 'Follows tasks until they are final.',
    args: [what],
    options: only([lastRun, timeLimit, unitBudget]),
    examples: [{ line: 'crossorg watch --last --timeout 8h', about: 'until done, at most eight hours' }],
    load: () => import('../watch.ts'),
  },
  {
    name: 'cancel',
    summary: 'Cancels tasks that have not started, and reads back what came of it; a run is stopped first.',
    args: [{ ...what, needed: true }],
    options: only([lastRun, cancelWord, unitBudget]),
    examples: [
      { line: 'crossorg cancel dana@contoso.com --confirm yes', about: 'cancels the task of this source' },
      { line: 'crossorg cancel --last', about: 'stops the last run, and cancels what of it waits' },
    ],
    load: () => import('../cancel.ts'),
  },
  {
    name: 'runs',
    summary: 'Lists the runs of this computer, or shows one; prune removes old ones.',
    args: [{ name: 'RUN|prune', about: 'A run id; or the word prune.', from: 'run' }],
    options: only([lastRun, ...pruneOptions]),
    examples: [
      { line: 'crossorg runs', about: 'what was submitted from here' },
      { line: 'crossorg runs prune --older 90d', about: 'removes the records of runs that ended long ago' },
    ],
    load: () => import('../runs.ts'),
  },
  {
    name: 'report',
    summary: 'Writes a run as Markdown, CSV, JSON or one HTML page.',
    args: [{ name: 'RUN', about: 'A run id; the last run otherwise.', from: 'run' }],
    options: only([lastRun, ...reportOptions]),
    examples: [
      { line: 'crossorg report --last', about: 'the last run as Markdown' },
      { line: 'crossorg report --out wave-2.html', about: 'one page to file, print or mail' },
      { line: 'crossorg report --out wave-2.csv --people letters.csv', about: 'a table, and a file for a mail merge' },
    ],
    load: () => import('../report.ts'),
  },
];
