import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crashLine } from '../../src/commands/bundle/crashes.ts';
import { environmentSection } from '../../src/commands/bundle/environment.ts';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';

let computer: CommandLine;
let path: string;
beforeEach(() => {
  computer = new CommandLine();
  path = join(computer.folder, 'out', 'bundle.txt');
});
afterEach(() => computer.remove());

const written = (): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

function plant(name: string, text: string): void {
  const file = join(computer.folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

describe('a support bundle', () => {
  test('without a terminal and without --out is shown only', async () => {
    const { exitCode, out, calls } = await computer.run(['bundle']);
    expect({ exitCode, calls }).toEqual({ exitCode: 0, calls: [] });
    for (const part of ['Parts', 'Program and computer', 'Left out or made unreadable', 'Nothing was written.'])
      expect(out).toContain(part);
    expect(written()).toBeNull();
  });

  test('with --out is shown first and then written, for its owner only', async () => {
    const { exitCode, out } = await computer.run(['bundle', '--out', path]);
    expect(exitCode).toBe(0);
    const text = written() ?? '';
    const [account = ''] = text.split('== ');
    for (const line of account.split('\n').slice(2)) expect(out).toContain(line);
    expect(out.trimEnd().split('\n').at(-1)).toBe(`Written: ${path}`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('never asks under --json, and says what it holds and what it leaves out', async () => {
    const { exitCode, json } = await computer.run(['bundle', '--json'], { terminal: true });
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'bundle', mode: null, path: null, files: [], leftOut: [] });
    expect(json.redactions).toContainEqual({ what: 'the name of this computer, and of its user', count: 2 });
    expect(json.next[0].command).toContain('--out');
    expect((await computer.run(['bundle', '--json', '--out', path])).json.path).toBe(path);
  });

  const answers = [
    { name: 'yes writes it', type: 'yes\n', exitCode: 0, isWritten: true, says: 'Written: ' },
    { name: 'Enter does not', type: '\n', exitCode: 0, isWritten: false, says: 'Nothing was written.' },
    { name: 'an end of input is no answer', type: null, exitCode: 2, isWritten: false, says: 'Code answerMissing.' },
  ];

  test.each(answers)('asks line by line what it asks elsewhere: $name', async ({ type, exitCode, isWritten, says }) => {
    const input = new PassThrough();
    const onSaid = ({ out }: { out: string }) => {
      if (!out.endsWith('for no: ')) return;
      if (type === null) input.end();
      else input.write(type);
    };
    const stdin = input as unknown as NodeJS.ReadStream;
    const told = await computer.run(['bundle', '--line', '--out', path], { terminal: true, stdin, onSaid });
    expect({ exitCode: told.exitCode, isWritten: written() !== null }).toEqual({ exitCode, isWritten });
    expect(told.out + told.err).toContain(says);
  });

  test('takes the answer from a pipe with --line, and --out for the answer where nobody sits', async () => {
    const stdin = Readable.from(['no\n']) as unknown as NodeJS.ReadStream;
    const piped = await computer.run(['bundle', '--line'], { stdin });
    expect(piped.exitCode).toBe(0);
    expect(piped.err).toMatch(/Write it to crossorg-bundle-\S+\? Type yes/);
    expect(await computer.run(['bundle', '--line', '--out', path])).toMatchObject({ exitCode: 0 });
    expect(written()).toContain('Support bundle of crossorg');
  });

  test('does not replace a file that is there, unless it is told to', async () => {
    plant('out/bundle.txt', 'mine');
    const refused = await computer.run(['bundle', '--out', path, '--json']);
    expect(refused).toMatchObject({ exitCode: 2, codes: ['fileExists'] });
    expect(written()).toBe('mine');
    expect((await computer.run(['bundle', '--out', path, '--force'])).exitCode).toBe(0);
    expect(written()).toContain('Support bundle of crossorg');
  });

  test('that cannot be written says so', async () => {
    plant('out', 'a file');
    expect(await computer.run(['bundle', '--out', path, '--json'])).toMatchObject({
      exitCode: 1,
      codes: ['fileNotWritable'],
    });
  });

  test('is made also where nothing else works', async () => {
    plant('state/simulator/runs/r-20261205-120000-0000.sqlite', 'no database');
    plant('config/profiles.json', '{"profiles": [');
    plant('config/settings.json', '7');
    const env = { CROSSORG_PROFILE: 'gone', CROSSORG_GRAPH_URL: 'nonsense' };
    const { exitCode, out } = await computer.run(['bundle', '--out', path], { env });
    expect(exitCode).toBe(0);
    expect(out).toContain('profiles.json');
    expect(written()).toContain('The file cannot be read.');
    expect(written()).toContain('r-20261205-120000-0000 cannot be read');
  });
});

test('a bundle of files that this account may not read tells of the others', async () => {
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  const no = () => Promise.reject(denied);
  const { exitCode, out } = await computer.run(['bundle'], { files: (files) => ({ ...files, read: no, list: no }) });
  expect(exitCode).toBe(0);
  expect(out).toContain('Program and computer');
});

describe('what a bundle holds', () => {
  test('runs by state and by code, and their logs, without who is moved', async () => {
    await computer.run([...userMove(), ...simulated, ...confirmed, '--watch', '--timeout', '1h']);
    computer.pass(1_000);
    await computer.run([...userMove('omar'), ...simulated, '--dry-run']);
    const { json } = await computer.run(['bundle', '--json', '--out', path]);
    const text = written() ?? '';
    expect(text).toMatch(/^r-\d{8}-\d{6}-[0-9a-f]{4}, \S+Z; 1 completed$/m);
    expect(text).toContain('code=MnASiteMoveTargetUrlHasWriteConflict');
    expect(text).toMatch(/^ {2}\S+Z ended exit=3$/m);
    expect(text).not.toMatch(/dana|omar|contoso|fabrikam|REDACTED=/i);
    expect(json.files.map(({ name }: { name: string }) => name.split('/').slice(0, 2).join('/'))).toEqual([
      expect.stringMatching(/^simulator run r-/),
      'simulator/logs',
      'simulator/logs',
    ]);
    expect(json.redactions).toContainEqual({ what: 'rows of runs, with their names, addresses and ids', count: 1 });
    expect(json.redactions.map(({ what }: { what: string }) => what)).not.toContain('words of logs');
  });

  test('profiles by what they fill in, with tenants as marks that are alike where tenants are', async () => {
    const side = (tenantId: string) => ({
      tenantId,
      name: 'Contoso',
      domains: ['contoso.com'],
      hosts: [],
      clientId: null,
    });
    const of = (name: string, target: string) => ({
      ...{ name, source: side('8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10'), target: side(target) },
      ...{ auth: 'certificate', isReadOnly: true, authority: 'https://login.contoso.com', window: '22:00-06:00' },
      limits: { budget: 300, maxPending: null },
    });
    const profiles = { one: of('one', '11111111-1111-4111-8111-111111111111'), two: of('two', '2'.repeat(36)) };
    plant('config/profiles.json', JSON.stringify({ version: 1, profiles }));
    await computer.run(['bundle', '--out', path]);
    const lines = (written() ?? '').split('\n').filter((line) => /^\d\. #/.test(line));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^1\. #\w{8}; source #\w{8}; target #\w{8}; auth certificate; read only; an authority of its own; fills in window; budget 300$/,
    );
    const marks = lines.map((line) => [...line.matchAll(/#\w{8}/g)].map(([mark]) => mark));
    expect(marks[0]?.[1]).toBe(marks[1]?.[1]);
    expect(marks[0]?.[2]).not.toBe(marks[1]?.[2]);
    expect(written()).not.toMatch(/contoso|8d3a1c52/i);
  });

  test('what is left out is counted by what it is', async () => {
    for (const name of ['drafts/a.json', 'simulator/drafts/b.json', 'sign-in/x/source.json', 'runs/locks/c.lock', 'd'])
      plant(`state/${name}`, '{}');
    const { json } = await computer.run(['bundle', '--json']);
    expect(json.leftOut).toEqual(
      expect.arrayContaining([
        { what: 'drafts', count: 2 },
        { what: 'kept sign-ins', count: 1 },
        { what: 'locks', count: 1 },
        { what: 'other files', count: 1 },
      ]),
    );
  });
});

describe('the environment in a bundle', () => {
  const rows = [
    { name: 'a terminal', env: { TERM: 'xterm-256color' }, lines: ['TERM=xterm-256color'] },
    { name: 'a terminal that is none', env: { TERM: 'dana@contoso.com' }, lines: ['TERM is set'] },
    { name: 'a locale', env: { LANG: 'de_DE.UTF-8@euro' }, lines: ['LANG=de_DE.UTF-8@euro'] },
    { name: 'a switch', env: { NO_COLOR: '1', CI: 'my secret' }, lines: ['NO_COLOR=1', 'CI is set'] },
    { name: 'a token', env: { CROSSORG_ACCESS_TOKEN: 'abc' }, lines: ['CROSSORG_ACCESS_TOKEN is set'] },
    { name: 'what is not set', env: { HTTPS_PROXY: undefined }, lines: [] },
    { name: 'what nobody knows', env: { DANA_NOTES: '1' }, lines: [] },
  ];

  test.each(rows)('has of $name only what may be told', ({ env, lines }) => {
    expect(environmentSection(env).lines).toEqual(lines);
  });

  test('is counted where it is not told', () => {
    const { hidden } = environmentSection({ LANG: 'C', HTTPS_PROXY: 'a', DANA_NOTES: 'b', OTHER: 'c' });
    expect(hidden.map(({ count }) => count)).toEqual([1, 2]);
  });
});

describe('a line about a fault', () => {
  const rows = [
    { line: 'crossorg 0.1.0 on linux, 2026-12-05T12:00:00.000Z' },
    { line: 'crossorg migrate … … --change', told: 'crossorg migrate … … --change' },
    { line: 'crossorg dana --x=dana', told: 'crossorg … …' },
    { line: 'TypeError: Cannot read dana of contoso', told: 'TypeError' },
    { line: 'Caused by: Error: dana', told: 'Caused by: Error' },
    { line: 'Dana: was here', told: null },
    { line: 'and a second line of a message', told: null },
    { line: '    at readTask (file:///home/dana/dist/main.mjs:12:34)', told: 'at readTask (main.mjs:12:34)' },
    {
      line: '    at async Object.run (C:\\Users\\Dana\\dist\\main-Ab1.mjs:1:2)',
      told: 'at async Object.run (main-Ab1.mjs:1:2)',
    },
    { line: '    at new Client (/opt/x/client.ts:3:4)', told: 'at new Client (client.ts:3:4)' },
    { line: '    at file:///home/dana/dist/main.mjs:5:6', told: 'at top level (main.mjs:5:6)' },
    {
      line: '    at node:internal/process/task_queues:105:5',
      told: 'at top level (node:internal/process/task_queues:105:5)',
    },
    { line: '    at dana@contoso.com (x)', told: null },
  ].map(({ line, told = line }) => ({ line, told }));

  test.each(rows)('is told as far as it is ours: $line', ({ line, told }) => {
    expect(crashLine(line)).toBe(told);
  });
});
