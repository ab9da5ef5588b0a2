import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, simulated, siteMove, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const sim = (...argv: string[]) => computer.run([...argv, ...simulated]);
const submit = async (...more: string[]) =>
  (await sim(...userMove(), ...confirmed, '--change', 'CHG-4711', '--json', ...more)).json;
const inFolder = (name: string) => join(computer.folder, name);
const read = (name: string) => readFileSync(inFolder(name), 'utf8');

describe('on standard output', () => {
  test('is Markdown of the last run, without asking anybody', async () => {
    const { run, plan } = await submit();
    const told = await sim('report');
    expect(told).toMatchObject({ exitCode: 0, err: '', calls: [] });
    expect(told.out.startsWith(`# Migration report ${run}\n`)).toBe(true);
    for (const part of ['SIMULATOR', 'CHG-4711', 'admin@contoso.com', 'ws-1', plan.id, '1 move: Queued.'])
      expect(told.out).toContain(part);
    expect(told.out).toContain(`crossorg watch ${run} --simulator`);
    for (const argv of [[run], ['--last'], ['dana@contoso.com']])
      expect((await sim('report', ...argv)).out).toBe(told.out);
  });

  const formats = [
    { format: 'md', begins: '# Migration report' },
    { format: 'Markdown', begins: '# Migration report' },
    { format: 'csv', begins: '\uFEFFmode,run,' },
    { format: 'json', begins: '{\n  "schema": "crossorg/1"' },
    { format: 'html', begins: '<!doctype html>' },
  ];
  test.each(formats)('is in the form that was asked for: $format', async ({ format, begins }) => {
    await submit();
    const told = await sim('report', '--format', format);
    expect(told).toMatchObject({ exitCode: 0, err: '' });
    expect(told.out.slice(0, begins.length)).toBe(begins);
    expect(told.out).toContain('SIMULATOR');
  });

  test('is one document with --json, and one line of events with --events', async () => {
    const { run, task } = await submit();
    const { json } = await sim('report', '--json');
    expect(json).toMatchObject({
      kind: 'report',
      mode: 'simulator',
      run,
      change: 'CHG-4711',
      counts: { queued: 1 },
      unfinished: 1,
      files: [],
    });
    expect(json.rows).toEqual([
      expect.objectContaining({
        state: 'queued',
        source: 'dana@contoso.com',
        task: expect.objectContaining({ id: task.id }),
      }),
    ]);
    expect(json.notice).toContain('SIMULATOR');
    expect((await sim('report', '--events')).events.at(-1)).toMatchObject({ event: 'summary', kind: 'report', run });
  });

  test('tells times in the zone of the run, or in another one that is named', async () => {
    await submit('--time-zone', 'Asia/Kolkata');
    expect((await sim('report')).out).toContain('17:30:00 Kolkata = 12:00:00 UTC');
    expect((await sim('report', '--time-zone', 'America/New_York')).out).toContain('07:00:00 New York = 12:00:00 UTC');
  });
});

test('exits with 0 whatever came of the run, and says what the service said', async () => {
  await sim(...userMove(), ...confirmed, '--scenario', 'lost-before');
  const { exitCode, json } = await sim('report', '--json');
  expect(exitCode).toBe(0);
  expect(json).toMatchObject({
    ok: true,
    counts: { unconfirmed: 1 },
    submitted: 0,
    findings: [{ code: 'unconfirmed' }, { code: 'networkReset' }],
  });
  expect(json.next[0].command).toBe(`crossorg resume ${json.run} --simulator`);
});

describe('in files', () => {
  const endings = [
    { name: 'a.md', begins: '# Migration report' },
    { name: 'a.csv', begins: '\uFEFFmode' },
    { name: 'a.json', begins: '{' },
    { name: 'a.HTML', begins: '<!doctype html>' },
    { name: 'deep/er/a.htm', begins: '<!doctype html>' },
  ];
  test.each(endings)(
    '$name has the form of its ending, and only this account can read it',
    async ({ name, begins }) => {
      const { run } = await submit();
      const told = await sim('report', '--out', inFolder(name));
      expect(told).toMatchObject({ exitCode: 0, out: '' });
      expect(told.err).toContain(`SIMULATOR: The report of ${run} is in ${inFolder(name)}`);
      expect(read(name).startsWith(begins)).toBe(true);
      expect(statSync(inFolder(name)).mode & 0o777).toBe(0o600);
    },
  );

  test('the form that is named goes before the ending', async () => {
    await submit();
    await sim('report', '--out', inFolder('a.txt'), '--format', 'csv');
    expect(read('a.txt')).toContain('dana@contoso.com');
  });

  test('people stand in one of their own, and sites do not', async () => {
    await submit();
    const told = await sim('report', '--people', inFolder('letters.csv'));
    expect(told.out).toContain('# Migration report');
    expect(told.err).toBe(`SIMULATOR: 1 person is in ${inFolder('letters.csv')}.\n`);
    expect(parse(read('letters.csv'), { bom: true, columns: true })).toEqual([
      { oldAddress: 'dana@contoso.com', newAddress: 'dana@fabrikam.com', state: 'queued' },
    ]);
    computer.pass(2_000);
    await sim(...siteMove(), ...confirmed);
    const sites = await sim('report', '--people', inFolder('sites.csv'), '--out', inFolder('sites.md'));
    expect(sites.err).toContain('Left out: 1 move of sites and groups');
    expect(read('sites.csv')).toBe('\uFEFFoldAddress,newAddress,state\r\n');
  });

  test('are named in the document of --json, which stays alone on standard output', async () => {
    await submit();
    const files = [inFolder('a.html'), inFolder('b.csv')];
    const { json, err } = await sim('report', '--json', '--out', files[0] ?? '', '--people', files[1] ?? '');
    expect({ files: json.files, err }).toEqual({ files, err: '' });
    expect(files.every((file) => existsSync(file))).toBe(true);
  });

  test('that are there already are left alone, all of them, unless --force is given', async () => {
    await submit();
    writeFileSync(inFolder('letters.csv'), 'mine');
    const argv = ['report', '--out', inFolder('new.md'), '--people', inFolder('letters.csv')];
    expect(await sim(...argv, '--json')).toMatchObject({ exitCode: 2, codes: ['fileExists'] });
    expect(read('letters.csv')).toBe('mine');
    expect(existsSync(inFolder('new.md'))).toBe(false);
    expect((await sim(...argv, '--force')).exitCode).toBe(0);
    expect(read('letters.csv')).toContain('dana@contoso.com');
  });

  test('that cannot be written are named', async () => {
    await submit();
    mkdirSync(inFolder('folder.md'));
    writeFileSync(inFolder('file'), '');
    for (const out of ['folder.md', 'file/a.md'])
      for (const force of [[], ['--force']])
        expect(await sim('report', '--json', '--out', inFolder(out), ...force)).toMatchObject({
          exitCode: 1,
          codes: ['fileNotWritable'],
        });
  });
});

const wrong = [
  { name: 'a form nobody knows', argv: ['--format', 'docx'], code: 'formatUnknown' },
  { name: 'a property of all objects', argv: ['--format', 'constructor'], code: 'formatUnknown' },
  { name: 'an ending nobody knows', argv: ['--out', 'report.docx'], code: 'formatNotNamed' },
  { name: 'no ending', argv: ['--out', 'report'], code: 'formatNotNamed' },
  { name: 'one file for both', argv: ['--out', 'a.csv', '--people', 'a.csv'], code: 'sameFile' },
  { name: 'another form on the output of JSON', argv: ['--format', 'html'], code: 'formatWithJson' },
];
test.each(wrong)('$name is a mistake in the command, and nothing is written', async ({ argv, code }) => {
  await submit();
  expect(await sim('report', '--json', ...argv)).toMatchObject({ exitCode: 2, codes: [code] });
});

const unknown = [
  { name: 'a run nobody knows', argv: ['r-20260101-000000-abcd'], code: 'runNotFound' },
  { name: 'a path', argv: ['../../etc/passwd'], code: 'runNotFound' },
  { name: 'the last of none', argv: [], code: 'noRuns' },
];
test.each(unknown)('$name is 6', async ({ argv, code }) => {
  expect(await sim('report', '--json', ...argv)).toMatchObject({ exitCode: 6, codes: [code] });
});

test('a run that is over is offered a report where it is shown', async () => {
  const { run } = await submit();
  expect((await sim('runs', run)).err).not.toContain('crossorg report');
  await sim('watch', run);
  expect((await sim('runs', run)).err).toBe(`Write a report of it. crossorg report ${run} --simulator\n`);
  expect((await sim('runs', run, '--json')).json.next.at(-1).command).toBe(`crossorg report ${run} --simulator`);
  const { json } = await sim('report', '--json');
  expect(json).toMatchObject({ unfinished: 0, counts: { completed: 1 }, next: [] });
  expect(json.rows[0].history.map(({ state }: { state: string }) => state)).toEqual([
    'draft',
    'unconfirmed',
    'queued',
    'running',
    'completed',
  ]);
});
