import type { CommandEntry } from '../command.ts';
import { simulateOptions } from '../options.ts';
import { only } from './parts.ts';

export const simulator: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: 'A guided move on the built-in simulator; plain lines without a terminal.',
    args: [],
    options: only([]),
    examples: [{ line: 'crossorg demo', about: 'no account, no network' }],
    load: () => import('../demo.ts'),
  },
  {
    name: 'simulate',
    summary: 'Runs the simulator as an HTTP server and prints its URL and token.',
    args: [],
    options: only(simulateOptions),
    examples: [
      { line: 'crossorg simulate --scenario throttled --speed 60', about: 'a busy service, an hour a minute' },
    ],
    load: () => import('../simulate.ts'),
  },
];
