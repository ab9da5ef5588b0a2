import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { masked, type Turn, talk, test } from '../dialogue.ts';
import { check, confirm, csvFile, leave, number, person } from './stories.ts';

const broken = [
  person('dana'),
  'usr,sam@contoso.com,sam@fabrikam.com,,',
  'user,kim@contoso,kim@fabrikam.com,,',
  'Usr,ana@contoso.com,ana@fabrikam.com,,',
  person('ben', 'tomorow 18:00'),
  'user,ivan@contoso.com,dana@fabrikam.com,,',
];

const stories: { name: string; rows: readonly string[]; turns: Turn[]; code: number; says: string[] }[] = [
  {
    name: 'a file that is ready by Enter and one number',
    rows: ['dana', 'sam', 'kim'].map((name) => person(name, '+2h', '+8h')),
    turns: [check, confirm, number(3), leave],
    code: 0,
    says: [
      'Our own checks found nothing against any row.',
      'Submit 3 migrations on the simulator?',
      'Looking at 3 tasks.',
      '3 of 3 final: 3 completed.',
    ],
  },
  {
    name: 'problems told at once, mended, written, and a pilot of some rows',
    rows: broken,
    turns: [
      ['Type check (or press Enter) to go on with 2 rows', 'fix 9'],
      ['nothing with the number 9', 'fix 1'],
      ['Fixed 1: line 3, type is user.', 'fix all'],
      ['Type check', 'write'],
      ['Written: ', 'problems'],
      ['Type check', 'rows 1-2,4'],
      ['3 stay drafts', 'details 3'],
      ['Type: user', 'check'],
      confirm,
      number(3),
      leave,
    ],
    code: 0,
    says: [
      'Problem 1: line 3, column 1 type, "usr". Code typeUnreadable.',
      'Fixed 4: line 6, start is tomorrow 18:00.',
    ],
  },
  {
    name: 'rows that need something first, by what to do and who does it',
    rows: ['dana', 'lee', 'omar', 'sam'].map((name) => person(name)),
    turns: [
      check,
      ['Type confirm (or press Enter) to go on with 2 rows', 'groups'],
      ['Rows of group 1', 'group 2'],
      ['to omar@fabrikam.com', 'details omar@contoso.com'],
      ['Plan: ', 'again'],
      ['2 rows are ready.', 'write'],
      ['Written: ', 'save'],
      ['Written: ', 'confirm'],
      ['Type 2 to submit', '4'],
      ['is not how many rows would be sent', 'back'],
      ['Nothing was sent.', 'back'],
      ['Back at the file.', 'quit'],
    ],
    code: 0,
    says: [
      'Group 1: 1 row, done by licence admin. Problem: Licence.',
      'Problem: Confirm. Code confirmWord.',
      'Nothing of it is kept. Begin again with:',
    ],
  },
  {
    name: 'a wave with failures, and the failed rows once more',
    rows: ['dana', 'carl', 'faye', 'sam'].map((name) => person(name)),
    turns: [
      check,
      confirm,
      number(4),
      ['Nothing is under way any more.', 'failed'],
      ['to leave: ', 'details 3'],
      ['Is the source all right?', 'export md'],
      ['Written: ', 'retry failed'],
      [/A new wave of 2 rows.*Type confirm/s, 'back'],
      ['Back at the file.', 'back'],
      [/The other wave\. Run: r-.*2 completed, 2 failed.*to leave: /s, 'quit'],
    ],
    code: 5,
    says: ['4 of 4 final: 2 completed, 2 failed.', 'Failed: line 3, carl@contoso.com. Code'],
  },
];

/** Several rows are under way at once: which of them is answered first, and when, is chance. */
const steady = (transcript: string): string =>
  transcript
    .replace(/(Looking at[^\n]*\n)[\s\S]*?(?=Type counts[^:]*to leave:)/g, '$1(The service works.)\n')
    .replace(/\d\d:\d\d (Berlin|UTC)/g, '12:00 $1')
    .replace(/oldest \d+ \w+ ago/, 'oldest 0 seconds ago');

describe('whole waves by lines', () => {
  test.for(stories)('$name', async ({ name, rows, turns, code, says }, { line }) => {
    const path = csvFile(line, rows);
    const { told, transcript } = await talk(line, ['wave', path, '--simulator', '--line'], turns);
    for (const text of says) expect(transcript.replaceAll('\n', ' ')).toContain(text);
    expect(told.exitCode).toBe(code);
    const shown = steady(masked(transcript)).replaceAll(line.folder, '/home/mia');
    await expect(shown).toMatchFileSnapshot(`../transcripts/waves/${name.replaceAll(/[ ,]+/g, '-')}.txt`);
  });

  test('what was mended is in the file that was written', async ({ line }) => {
    const path = csvFile(line, broken);
    await talk(
      line,
      ['wave', path, '--simulator', '--line'],
      [
        ['Type check', 'fix all'],
        ['Type check', 'write'],
        ['Written: ', 'quit'],
      ],
    );
    expect(readFileSync(join(line.folder, 'wave.fixed.csv'), 'utf8')).toContain('user,sam@contoso.com');
  });
});
