import { describe, expect } from 'vitest';
import type { CommandLine } from '../../../support/command-line.ts';
import { simulated } from '../../../support/moves.ts';
import { changeWorld, people, stoppedHalfway, submitted } from '../../../support/waves.ts';
import { test } from '../dialogue.ts';
import { faultsIn } from '../scan.ts';
import { csvFile, person } from './stories.ts';

type Story = { name: string; argv: (line: CommandLine) => Promise<string[]> | string[]; says: string[] };

const broken = [
  person('dana'),
  'usr,sam@contoso.com,sam@fabrikam.com,,',
  ...['omar', 'lee', 'omar'].map((name) => person(name)),
  ...Array.from({ length: 30 }, (_, at) => person(`user00${at + 10}`, 'tomorow 18:00')),
];

const stories: Story[] = [
  {
    name: 'a dry run of a file with problems',
    argv: (line) => ['wave', csvFile(line, broken), '--dry-run'],
    says: ['30 lines: 7, 8, 9', 'Problem: Start. Code startUnreadable.', '1 line: 3.', 'Why: The choices are user'],
  },
  {
    name: 'a file that is no wave',
    argv: (line) => ['wave', csvFile(line, ['just one cell']), '--dry-run'],
    says: ['Problem: '],
  },
  {
    name: 'a flag that is not known',
    argv: (line) => ['wave', csvFile(line, broken), '--rowz', '1-2'],
    says: ['Problem: Command. Code unknownFlag.'],
  },
  {
    name: 'a value that cannot be read',
    argv: (line) => ['wave', csvFile(line, broken), '--time-zone', 'Berlin'],
    says: ['Problem: Command. Code timeZoneUnreadable.'],
  },
  {
    name: 'a run of many rows shown',
    argv: async (line) => ['runs', (await submitted(line, people(30))).run],
    says: ['30 rows: 30 Queued', 'All rows, with tasks and times: crossorg report r-'],
  },
  {
    name: 'the state of a run of many rows',
    argv: async (line) => ['status', (await submitted(line, people(30))).run],
    says: ['30 rows: 30 Queued', 'crossorg watch r-'],
  },
  {
    name: 'a run that is gone on with',
    argv: async (line) => ['resume', await stoppedHalfway(line, people(30))],
    says: ['Going on with 26 rows of r-', '26 of 26: 26 accepted.'],
  },
  {
    name: 'a run that stops again because of the tenants',
    argv: async (line) => {
      const run = await stoppedHalfway(line, people(30));
      changeWorld(line, ({ trust }) => {
        trust.target = 'missing';
      });
      return ['resume', run];
    },
    says: ['Problem: ', 'crossorg resume r-'],
  },
];

describe('what a command says of many rows with --line', () => {
  test.for(stories)('$name keeps to the rules of lines', async ({ argv, says }, { line }) => {
    const told = await line.run([...(await argv(line)), ...simulated, '--line', '--no-prompt'], { terminal: true });
    for (const text of says) expect(`${told.out}${told.err}`.replaceAll('\n', ' ')).toContain(text);
    expect([...faultsIn([told.err], { width: 79 }), ...faultsIn([told.out], { width: 79 })]).toEqual([]);
  });
});
