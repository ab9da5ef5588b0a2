import type { Turn } from './dialogue.ts';

/** Line by line on the simulator, from the first question on. */
export const migrate = ['migrate', '--simulator', '--line'];

/** Partly answered by flags, so that a story is about what comes later. */
export const move = (name: string, ...more: string[]): string[] => [
  ...['migrate', 'user', `${name}@contoso.com`, '--target', `${name}@fabrikam.com`, '--simulator', '--line'],
  ...['--target-host', 'https://fabrikam-my.sharepoint.com', '--start', 'now', '--latest-start=', ...more],
];

/** From the question about the address on, everything as it is offered, up to the request. */
export const offers: readonly Turn[] = [
  ['Target addressed by. Number', ''],
  ['Target host, or Enter for https://fabrikam-my.sharepoint.com:', ''],
  ['Not before, or Enter for now:', ''],
  ['Must start by, or Enter for none:', ''],
];

export const dryRun: Turn = ['Type dry run (or press Enter)', 'dry run'];
export const yes: Turn = ['Type yes to submit', 'yes'];
export const leave: Turn = ['press Enter to leave:', ''];
