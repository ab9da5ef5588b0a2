import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { simulated, userMove } from '../support/moves.ts';
import { host, lines, names, person, user, wavesOn } from '../support/wave-lines.ts';
import { people, waveFile } from '../support/waves.ts';

let computer: CommandLine;
let on: ReturnType<typeof wavesOn>;
beforeEach(() => {
  computer = new CommandLine();
  on = wavesOn(computer);
});
afterEach(() => computer.remove());

describe('wave', () => {
  test('begins with a template that it reads itself', async () => {
    const { out, exitCode } = await computer.run(['wave', '--template']);
    expect(exitCode).toBe(0);
    const told = await on.wave(out, '--dry-run');
    expect(told.json.rows.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4]);
    expect(told.json.rows.flatMap(({ findings }: { findings: { from: string }[] }) => findings)).not.toContainEqual(
      expect.objectContaining({ from: 'input' }),
    );
  });

  test('checks every row and submits none, where that is all', async () => {
    const told = await on.wave(lines(names, person('kim'), person('user0002')), '--dry-run');
    expect(told).toMatchObject({ exitCode: 0, json: { kind: 'run', run: null, submitted: 0, failedFile: null } });
    expect(told.json.rows.map(({ dryRun }: { dryRun: { ok: boolean } }) => dryRun.ok)).toEqual([true, true]);
    expect(on.creates()).toBe(0);
  });

  test('submits the rows that are ready, by their number', async () => {
    const told = await computer.run([
      'wave',
      waveFile(computer, people(25)),
      ...simulated,
      '--confirm',
      '25',
      '--json',
    ]);
    expect(told).toMatchObject({ exitCode: 0, json: { submitted: 25, counts: { queued: 25 } } });
    expect(on.creates()).toBe(25);
  });

  test('has for each row the plan that the same flags make', async () => {
    const [byFlags, byRow] = [
      await computer.run([...userMove('kim'), '--start', '2027-01-09T22:00Z', ...simulated, '--dry-run', '--json']),
      await on.wave(
        lines(`${names},start`, `${person('kim')},2027-01-09 23:00+01:00`, `${person('user0002')},`),
        '--dry-run',
      ),
    ];
    expect(byRow.json.rows[0].plan).toBe(byFlags.json.plan.id);
  });

  test('reads mixed types with what the flags say for all of them', async () => {
    const told = await on.wave(
      lines(
        'type,source,target',
        'user,kim@contoso.com,kim@fabrikam.com',
        'site,https://contoso.sharepoint.com/sites/team0001,https://fabrikam.sharepoint.com/sites/team0001',
        'group,group0002,group0002',
      ),
      ...['--target-host', 'fabrikam.sharepoint.com', '--latest-start', '+30h', '--confirm', '3'],
    );
    expect(told).toMatchObject({ exitCode: 0, json: { submitted: 3 } });
    const sent = computer.world.tasks.map(({ move: { kind, latestStartAt } }) => [kind, latestStartAt !== null]);
    expect(sent.sort()).toEqual([
      ['group', true],
      ['site', true],
      ['user', true],
    ]);
  });
});

describe('what cannot be read', () => {
  test.each([
    { name: 'no file', argv: [], code: 'waveFileNotNamed' },
    { name: 'a file that is not there', argv: ['nowhere.csv'], code: 'waveFileMissing' },
    { name: 'no rows', argv: ['wave.csv', '--rows', ''], code: 'rowsUnreadable' },
    { name: 'rows in words', argv: ['wave.csv', '--rows', 'all'], code: 'rowsUnreadable' },
    { name: 'row zero', argv: ['wave.csv', '--rows', '0-3'], code: 'rowsUnreadable' },
    { name: 'rows backwards', argv: ['wave.csv', '--rows', '3-1'], code: 'rowsUnreadable' },
    { name: 'rows behind the end', argv: ['wave.csv', '--rows', '50-60'], code: 'rowsNotThere' },
    { name: 'a budget of nothing', argv: ['wave.csv', '--budget', '0'], code: 'numberUnreadable' },
    { name: 'a budget in words', argv: ['wave.csv', '--budget', 'much'], code: 'numberUnreadable' },
    { name: 'half a unit', argv: ['wave.csv', '--budget', '1.5'], code: 'numberUnreadable' },
    { name: 'a queue of nobody', argv: ['wave.csv', '--max-pending', '0'], code: 'numberUnreadable' },
    { name: 'a queue of less', argv: ['wave.csv', '--max-pending=-4'], code: 'numberUnreadable' },
    { name: 'no word of confirmation', argv: ['wave.csv'], isMissing: true, code: 'confirmMissing' },
  ])('is told for $name, with exit 2 and without a call', async ({ argv, code, isMissing }) => {
    await computer.run([...userMove('kim'), ...simulated, '--dry-run', '--json']);
    const before = on.calls();
    const [first, ...flags] = argv;
    const path = first === 'wave.csv' ? [on.file(lines(names, person('kim'), person('user0002')))] : argv.slice(0, 1);
    const agree = isMissing ? [] : ['--confirm', '2'];
    const told = await computer.run(['wave', ...path, ...flags, ...agree, ...simulated, '--json']);
    expect(told.exitCode).toBe(2);
    expect(told.codes.join()).toContain(isMissing ? '' : code);
    expect(told.json.findings).toHaveLength(1);
    expect(on.calls()).toBe(before);
  });

  test('in a file is told in one pass, lines and all', async () => {
    const told = await on.wave(
      lines(names, 'uesr,kim@contoso.com,kim@fabrikam.com,fabrikam', 'user,"user0002@contoso.com', person('dana')),
      ...['--confirm', '1'],
    );
    expect(told.exitCode).toBe(2);
    const places = told.json.findings.map(({ at, code }: { at: { line: number }; code: string }) => [at.line, code]);
    expect(places).toEqual([
      [3, 'lineUnreadable'],
      [2, 'typeUnreadable'],
      [2, 'targetHostUnreadable'],
    ]);
    const { err } = await computer.run(['wave', join(computer.folder, 'wave.csv'), ...simulated, '--confirm', '1']);
    expect(err).toContain('"uesr" is not one of the choices');
    expect(err).toContain('Line 3 cannot be read');
    expect(on.creates()).toBe(0);
  });

  test('is an identity map, unless its people are meant', async () => {
    const tenant = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
    const line = (kind: string, name: string) =>
      `${kind},${tenant},${name}@contoso.com,${name}@fabrikam.com,${name}@fabrikam.com,Regular`;
    const map = lines(line('User', 'kim'), line('Group', 'all'), line('User', 'user0002'));
    const refused = await on.wave(map, '--confirm', '2');
    expect(refused).toMatchObject({ exitCode: 2, codes: ['identityMapGiven'] });
    expect(refused.json.findings[0].next[0].do).toContain('--from-map');
    const told = await on.wave(map, '--from-map', '--confirm', '2');
    expect(told).toMatchObject({ exitCode: 0, json: { submitted: 2, leftOut: 1 } });
  });
});

describe('the number that is typed', () => {
  test.each([
    { name: 'more than are ready', word: '3' },
    { name: 'less than are ready', word: '1' },
    { name: 'the word for one', word: 'yes' },
  ])('is wrong where it is $name: exit 3, and the right one is named', async ({ word }) => {
    const told = await on.wave(lines(names, person('kim'), person('user0002')), '--confirm', word);
    expect(told).toMatchObject({ exitCode: 3, codes: expect.arrayContaining(['confirmWord']) });
    expect(JSON.stringify(told.json.findings)).toContain('--confirm 2');
    expect(on.creates()).toBe(0);
  });

  test('counts the rows that are ready, and not those that are not', async () => {
    const text = lines(
      names,
      person('kim'),
      person('user0002').replace('user', 'uesr'),
      person('nolicence'),
      person('user0003'),
    );
    const dry = await on.wave(text, '--dry-run');
    const ready = dry.json.rows.filter(({ dryRun }: { dryRun: { ok: boolean } | null }) => dryRun?.ok).length;
    expect(ready).toBeLessThan(4);
    const told = await on.wave(text, '--confirm', String(ready));
    expect(told).toMatchObject({ exitCode: 5, json: { submitted: ready } });
  });
});

describe('rows of a wave', () => {
  test.each([
    { rows: '1-2', sent: [1, 2] },
    { rows: '3', sent: [3] },
    { rows: '1,4-5', sent: [1, 4, 5] },
    { rows: ' 2 - 3 , 5-60', sent: [2, 3, 5] },
  ])('are chosen by --rows $rows, and the others stay as they are', async ({ rows, sent }) => {
    const text = lines(names, ...[1, 2, 3, 4, 5].map((number) => person(user(number))));
    const told = await on.wave(text, '--rows', rows, '--confirm', String(sent.length));
    expect(told).toMatchObject({ exitCode: 0, json: { submitted: sent.length } });
    expect(told.json.rows.map(({ row }: { row: number }) => row)).toEqual(sent);
    expect(computer.world.tasks.map(({ move }) => move.key).sort()).toEqual(
      sent.map((number) => `user:${user(number)}@contoso.com`),
    );
  });

  test('that are left are written in the form of the file, and read again', async () => {
    const text = [
      'sep=;',
      'Source;note;Type;target;target host',
      `kim@contoso.com;"a; ""b""";user;kim@fabrikam.com;${host}`,
      `user0002@contoso.com;"two\r\nlines";uesr;user0002@fabrikam.com;${host}`,
      `user0003@contoso.com;;user;user0003@fabrikam.com;fabrikam.com`,
    ].join('\r\n');
    const told = await on.wave(text, '--confirm', '1');
    expect(told).toMatchObject({ exitCode: 5, json: { submitted: 1 } });
    const { failedFile } = told.json;
    expect(failedFile).toBe(join(computer.folder, 'wave.failed.csv'));
    const failed = readFileSync(failedFile, 'utf8');
    expect(failed).toBe(
      `\ufeffSource;note;Type;target;target host\r\nuser0002@contoso.com;"two\r\nlines";uesr;user0002@fabrikam.com;${host}\r\n` +
        'user0003@contoso.com;;user;user0003@fabrikam.com;fabrikam.com\r\n',
    );
    const mended = failed
      .replace('uesr', 'user')
      .replace('fabrikam.com\r\n', 'fabrikam\r\n')
      .replace(/fabrikam\r\n$/, `${host}\r\n`);
    writeFileSync(failedFile, mended);
    const again = await computer.run(['wave', failedFile, ...simulated, '--confirm', '2', '--json']);
    expect(again).toMatchObject({ exitCode: 0, json: { submitted: 2, failedFile: null } });
  });

  test('of an identity map that are left are an identity map again', async () => {
    const tenant = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
    const line = (source: string) => `User,${tenant},${source},kim@fabrikam.com,kim@fabrikam.com,Regular`;
    const text = lines(
      line('Kim <kim@contoso.com>'),
      line('user0002@contoso.com').replaceAll('kim@fabrikam', 'user0002@fabrikam'),
    );
    const told = await on.wave(text, '--from-map', '--confirm', '1');
    const failed = readFileSync(told.json.failedFile, 'utf8');
    expect(failed).toBe(`\ufeff${line('Kim <kim@contoso.com>')}\r\n`);
    writeFileSync(told.json.failedFile, failed.replace('Kim <kim@contoso.com>', 'kim@contoso.com'));
    const again = await computer.run([
      'wave',
      told.json.failedFile,
      '--from-map',
      ...simulated,
      '--confirm',
      '1',
      '--json',
    ]);
    expect(again.exitCode).toBe(0);
  });

  test('can be saved as a plan, which somebody else submits unchanged', async () => {
    const plan = join(computer.folder, 'plan.json');
    const text = lines(names, person('kim'), person('user0002'), person('dana').replace('user', 'uesr'));
    const saved = await on.wave(text, '--dry-run', '--plan-out', plan);
    expect(saved.exitCode).toBe(2);
    const told = await computer.run(['apply', plan, ...simulated, '--confirm', '2', '--json']);
    expect(told).toMatchObject({ exitCode: 0, json: { kind: 'run', submitted: 2 } });
    expect(told.json.rows.map(({ plan: id }: { plan: string }) => id)).toEqual(
      saved.json.rows.slice(0, 2).map(({ plan: id }: { plan: string }) => id),
    );
  });
});
