import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from '../../../support/command-line.ts';
import type { Turn } from '../dialogue.ts';

/** A file of this computer with a first line that names type, source and target. */
export function csvFile({ folder }: CommandLine, rows: readonly string[], name = 'wave.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, ['type,source,target,start,latestStart', ...rows, ''].join('\n'));
  return path;
}

export const person = (name: string, start = 'now', latest = ''): string =>
  `user,${name}@contoso.com,${name}@fabrikam.com,${start},${latest}`;

/** Many at once on the simulator, line by line. */
export const wave = (computer: CommandLine, names: readonly string[], ...more: string[]): string[] => [
  ...[
    'wave',
    csvFile(
      computer,
      names.map((name) => person(name)),
    ),
    '--simulator',
    '--line',
  ],
  ...more,
];

export const check: Turn = ['Type check (or press Enter)', ''];
export const confirm: Turn = ['Type confirm (or press Enter)', ''];
export const number = (count: number): Turn => [`Type ${count} to submit`, String(count)];
export const leave: Turn = ['to leave: ', ''];
