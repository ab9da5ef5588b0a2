import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { CommandLine } from '../../../support/command-line.ts';
import { simulated } from '../../../support/moves.ts';
import { people, submitted } from '../../../support/waves.ts';
import { talk, test } from '../dialogue.ts';
import { migrate } from '../stories.ts';
import { check, confirm, csvFile, leave, number, person, wave } from './stories.ts';

const typed = (...lines: string[]) => lines.map((line) => ['', line] as const);
const pipe = { terminal: false };
const creates = (line: CommandLine) => line.world.log.filter(({ kind }) => kind === 'create').length;

test('the way back to a wave that was left has the flags that its file was read with', async ({ line }) => {
  const tenant = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
  const mapLine = `User,${tenant},dana@contoso.com,dana@fabrikam.com,dana@fabrikam.com,RegularUser\n`;
  const path = join(line.folder, 'map.csv');
  writeFileSync(path, mapLine);
  const flags = ['--from-map', '--rows', '1', '--target-location=', '--budget', '900'];
  const { told } = await talk(line, ['wave', path, ...simulated, ...flags, '--line'], typed('quit'), pipe);
  expect(told.err.replace(/\s+(\\\s+)?/g, ' ')).toContain(
    `Begin again with: crossorg wave ${path} --target-location= --from-map --rows 1 --budget 900 --simulator`,
  );
});

describe('answers from a pipe', () => {
  test('lead to the end, and the dialogue leaves standard output to the result', async ({ line }) => {
    const { told } = await talk(line, wave(line, ['dana', 'sam']), typed('check', 'confirm', '2'), pipe);
    expect(told.exitCode).toBe(0);
    expect(told.out).toBe('2 rows: 2 Completed\n');
    expect(told.err).toContain('The input has ended. This goes on until all tasks have ended');
    expect(creates(line)).toBe(2);
  });

  const early = [
    { name: 'at the file', answers: [], next: '--confirm with the number of rows' },
    { name: 'before the confirmation', answers: ['check'], next: '--confirm 2' },
    { name: 'before the number', answers: ['check', 'confirm'], next: '--confirm 2' },
    { name: 'after another number', answers: ['check', 'confirm', '3'], next: '--confirm 2' },
  ];

  test.for(early)('that end $name agree to nothing', async ({ answers, next }, { line }) => {
    const { told } = await talk(line, wave(line, ['dana', 'sam']), typed(...answers), pipe);
    expect(told.exitCode).toBe(2);
    expect(told.err).toContain('Code confirmMissing.');
    expect(told.err).toContain(next);
    expect(told.out).toBe('');
  });

  test('cancel what is queued, with the number behind it, and write a report', async ({ line }) => {
    const path = csvFile(
      line,
      ['dana', 'sam'].map((name) => person(name, '+1d')),
    );
    const answers = typed('check', 'confirm', '2', 'cancel queued', '2', 'export csv', '');
    const { told } = await talk(line, ['wave', path, '--simulator', '--line'], answers, pipe);
    expect(told.exitCode).toBe(6);
    expect(told.out).toBe('2 rows: 2 Cancelled\n');
    expect(readFileSync(path.replace('.csv', '.shown.csv'), 'utf8')).toContain('Cancelled');
  });

  test('are not read with --no-prompt', async ({ line }) => {
    const { told } = await talk(line, wave(line, ['dana'], '--no-prompt'), typed('check'), pipe);
    expect(told.exitCode).toBe(2);
    expect(told.err).not.toContain('Line mode on');
    expect(told.err).toContain('confirmMissing');
  });
});

describe('a wave by lines', () => {
  test('is reached from the first question, and back leads there again', async ({ line }) => {
    const path = csvFile(line, [person('dana'), person('sam')]);
    const { told, transcript } = await talk(line, migrate, [
      ['Type. Number', '4'],
      ['CSV file, for example wave-2.csv, or back:', ''],
      ['Code fileNotNamed.', `${path}x`],
      ['Code waveFileMissing.', 'back'],
      ['Type. Number', 'many'],
      ['CSV file', `'${path}'`],
      ['Type check (or press Enter) to go on with 2 rows', 'back'],
      ['Type. Number', '4'],
      ['CSV file', path],
      check,
      confirm,
      number(2),
      leave,
    ]);
    expect(told.exitCode).toBe(0);
    expect(transcript).toContain('SIMULATOR: wave.csv, 2 rows');
  });

  test('is reached from the place that was chosen', async ({ line }) => {
    const path = csvFile(line, [person('dana'), person('sam')]);
    const { told } = await talk(
      line,
      ['--simulator', '--line'],
      [
        ['Place. Number', ''],
        ['Type. Number', '4'],
        ['CSV file', path],
        check,
        confirm,
        number(2),
        ['Looking at 2 tasks.', 'quit', 'at any time'],
      ],
    );
    expect(told.exitCode).toBe(0);
    expect(creates(line)).toBe(2);
  });

  test('lets some rows take part, and says so where none is meant', async ({ line }) => {
    const names = ['dana', 'sam', 'kim'];
    const { transcript } = await talk(line, wave(line, names, '--rows', '1-2'), [
      ['2 rows read, 2 ready, 1 stays a draft.', 'rows 7-9'],
      ['none of them is meant by 7-9', 'rows'],
      ['Say which rows', 'rows all'],
      ['3 rows read, 3 ready.', 'quit'],
    ]);
    expect(transcript).toContain('crossorg wave');
    const { told } = await talk(line, wave(line, names, '--rows', '7'), []);
    expect(told.exitCode).toBe(2);
    expect(told.err).toContain('Code rowsNotThere.');
  });

  test('is left by Ctrl+C with what goes on, and the way back', async ({ line }) => {
    const argv = wave(line, ['dana', 'sam']);
    const { told, transcript } = await talk(line, argv, [check, confirm, number(2)], { stopAt: 'at any time.\nRun' });
    expect(told.exitCode).toBe(130);
    expect(transcript).toMatch(/crossorg (watch|resume) r-\S+ --simulator/);
  });

  test('is watched again by its run', async ({ line }) => {
    const { run } = await submitted(line, people(3, '+2h'));
    const { told, transcript } = await talk(
      line,
      ['watch', run, '--simulator', '--line'],
      [
        ['at any time.', 'details 2', 'at any time'],
        ['Plan: ', 'look', 'at any time'],
        ['0 of 3 final; 3 queued.', 'cancel 2', 'at any time'],
        ['Type 1 to cancel them', '1'],
        ['1 task is cancelled.', 'counts', 'at any time'],
        ['to leave: ', 'retry 2'],
        ['A new wave of 1 row.', 'quit'],
      ],
    );
    // Nothing of the new wave was submitted, so the one it came from is what counts.
    expect(told.exitCode).toBe(5);
    expect(transcript).toContain('Looking at 3 tasks.');
    expect(transcript.replaceAll('\n', ' ')).toMatch(new RegExp(`crossorg \\w+ ${run}`));
  });
});
