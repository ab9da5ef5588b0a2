import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';
import { people, waveFile } from '../support/waves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const wave = (row: string, ...more: string[]) => {
  const path = join(computer.folder, 'wave.csv');
  writeFileSync(path, `type,source,target\n${row}\n`);
  return computer.run(['wave', path, ...simulated, ...more, '--json']);
};

describe('a wave of one line', () => {
  test.each([['--dry-run'], ['--confirm', '1']])(
    'that is no plan is exit 2 and says why, with %s',
    async (...flags) => {
      const told = await wave('usr,dana@contoso.com,dana@fabrikam.com', ...flags);
      expect(told).toMatchObject({ exitCode: 2, codes: ['typeUnreadable'] });
      expect(told.json).toMatchObject({
        run: null,
        submitted: 0,
        counts: { draft: 1 },
        rows: [{ line: 2, plan: null }],
      });
    },
  );

  test('that is told as the others: a plan, a task and no file of failed rows', async () => {
    const told = await wave('user,dana@contoso.com,dana@fabrikam.com', '--confirm', '1');
    expect(told).toMatchObject({ exitCode: 0, json: { submitted: 1, counts: { queued: 1 }, failedFile: null } });
  });

  test('that fails is in the file of failed rows', async () => {
    const told = await wave('user,carl@contoso.com,carl@fabrikam.com', '--confirm', '1', '--watch');
    expect(told.exitCode).toBe(6);
    expect(readFileSync(told.json.failedFile, 'utf8')).toContain('\nuser,carl@contoso.com,carl@fabrikam.com');
  });
});

test('every line of a file has its checked event, also one that is no plan', async () => {
  const path = join(computer.folder, 'wave.csv');
  writeFileSync(
    path,
    'type,source,target\nuser,dana@contoso.com,dana@fabrikam.com\nusr,sam@contoso.com,sam@fabrikam.com\n',
  );
  const { events } = await computer.run(['wave', path, ...simulated, '--dry-run', '--events']);
  const checked = events.filter(({ event }) => event === 'checked');
  expect(checked.map(({ row, plan }) => ({ row, isPlan: plan !== null }))).toEqual([
    { row: 2, isPlan: false },
    { row: 1, isPlan: true },
  ]);
  expect(checked[0]?.findings[0].code).toBe('typeUnreadable');
});

test('rows whose tasks go on when the time is over are not among those to repeat', async () => {
  const path = waveFile(computer, [...people(3, '+5h'), { name: 'omar' }]);
  const told = await computer.run([
    ...['wave', path, '--confirm', '3', '--watch', '--timeout', '1h', ...simulated, '--json'],
  ]);
  expect(told).toMatchObject({ exitCode: 8, json: { counts: { queued: 3, draft: 1 } } });
  const repeated = readFileSync(told.json.failedFile, 'utf8');
  expect(repeated).toContain('omar@');
  expect(repeated).not.toContain('user0001@');
});
