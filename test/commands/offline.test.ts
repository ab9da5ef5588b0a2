import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

describe('explain', () => {
  const known = [
    { name: 'a code', argv: ['MnAOdbUsersAreNotLicensed'], code: 'MnAOdbUsersAreNotLicensed' },
    { name: 'a code in lower case', argv: ['mnaodbusersarenotlicensed'], code: 'MnAOdbUsersAreNotLicensed' },
    { name: 'a status', argv: ['403'], code: 'http403' },
    {
      name: 'a pasted text',
      argv: ['Another', 'job', 'is', 'in', 'progress', 'or', 'has', 'finished'],
      code: 'MnASiteMoveIsInprogressOrFinished',
    },
    { name: 'a finding of our own', argv: ['wrongTenant'], code: 'wrongTenant' },
  ];

  test.each(known)('knows $name', async ({ argv, code }) => {
    const { exitCode, json, calls } = await computer.run(['explain', ...argv, '--json']);
    expect({ exitCode, calls }).toEqual({ exitCode: 0, calls: [] });
    expect(json).toMatchObject({ kind: 'explain', asked: argv.join(' '), entry: { code } });
    expect(json.next.length).toBeGreaterThan(0);
    const { out } = await computer.run(['explain', ...argv]);
    for (const part of [code, 'What', 'Why', 'Next']) expect(out).toContain(part);
  });

  const unknown = [
    { name: 'a word', text: 'blorp' },
    { name: 'escape sequences', text: '\u001b[31mblorp\u0007' },
    { name: 'a text as long as a book', text: 'x'.repeat(50_000) },
    { name: 'a picture', text: '😀' },
  ];

  test.each(unknown)('says that it does not know $name, and where to look', async ({ text }) => {
    const { exitCode, json } = await computer.run(['explain', text, '--json']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ entry: null, entries: [] });
    expect(json.next[0].command).toBe('crossorg explain');
    const { out } = await computer.run(['explain', text]);
    expect(out).toContain('Nothing is known about');
    expect(out.length).toBeLessThan(1_000);
  });

  test('alone lists every code', async () => {
    const { json } = await computer.run(['explain', '--json']);
    expect(json.entries.length).toBeGreaterThan(50);
    expect((await computer.run(['explain'])).out).toContain('MnAOdbUsersAreNotLicensed');
  });
});

describe('demo without a terminal', () => {
  test('plays one whole story as lines: findings, a fix, a clean dry run, and the end', async () => {
    const { exitCode, out, err } = await computer.run(['demo']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const parts = [
      'SIMULATOR: from Contoso to Fabrikam.',
      'targetUnreadable',
      'Dry run: not ready.',
      'MnAOdbUsersAreNotLicensed',
      'assigns the licence',
      'Dry run: ready.',
      'Confirmed. Submitting 1 migration.',
      'Queued: dana@contoso.com',
      'Running: dana@contoso.com',
      'Completed: dana@contoso.com',
    ];
    const places = parts.map((part) => out.indexOf(part));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(-1);
  });

  test('as JSON is a migration that is done', async () => {
    const { exitCode, json } = await computer.run(['demo', '--json']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'demo', mode: 'simulator', submitted: 1, dryRun: { ok: true }, next: [] });
    expect(json.task.state).toBe('completed');
    expect(json.plan.values).toContainEqual({ name: 'source', value: 'dana@contoso.com', origin: 'typed' });
  });

  test('as events shows the refused dry run and the clean one', async () => {
    const { events } = await computer.run(['demo', '--events']);
    const dryRuns = events.filter(({ event }) => event === 'dryRun').map(({ dryRun }) => dryRun.ok);
    expect(dryRuns).toEqual([false, true]);
    expect(events.at(-1)).toMatchObject({ kind: 'demo', exitCode: 0 });
  });

  test('leaves no run behind, and can be told again', async () => {
    await computer.run(['demo']);
    expect((await computer.run(['demo'])).exitCode).toBe(0);
    expect(readdirSync(join(computer.folder, 'state', 'simulator', 'demo')).filter((name) => /^r-/.test(name))).toEqual(
      [],
    );
    expect((await computer.run(['runs', '--simulator', '--json'])).json.runs).toEqual([]);
  });

  test('stopped with Ctrl+C is 130', async () => {
    expect((await computer.run(['demo'], { stopAt: 'Queued:' })).exitCode).toBe(130);
  });
});

describe('simulate', () => {
  const wrong = [
    { name: 'a port in words', argv: ['--port', 'http'], code: 'portUnreadable' },
    { name: 'a port out of range', argv: ['--port', '65536'], code: 'portUnreadable' },
    { name: 'a negative port', argv: ['--port=-1'], code: 'portUnreadable' },
    { name: 'no speed', argv: ['--speed', '0'], code: 'speedUnreadable' },
    { name: 'a seed of letters', argv: ['--seed', 'abc'], code: 'seedUnreadable' },
    { name: 'a story nobody wrote', argv: ['--scenario', 'sunny'], code: 'scenarioUnknown' },
  ];

  test.each(wrong)('$name is a mistake in the command', async ({ argv, code }) => {
    expect(await computer.run(['simulate', ...argv, '--json'])).toMatchObject({ exitCode: 2, codes: [code] });
  });

  test('prints address and token, serves until it is stopped, and ends well', async () => {
    const { exitCode, out, err } = await computer.run(['simulate', '--port', '0'], { stopAt: 'Ctrl+C stops it.' });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^CROSSORG_GRAPH_URL=http:\/\/127\.0\.0\.1:\d+\/beta\nCROSSORG_ACCESS_TOKEN=\S+\n$/);
    expect(err).toContain('scenario clean, seed 1');
  });

  test('says it as one document too', async () => {
    const { json } = await computer.run(['simulate', '--json', '--scenario', 'throttled'], { stopAt: 'stops it.' });
    expect(json).toMatchObject({ kind: 'simulate', scenario: 'throttled', seed: 1, speed: 60 });
    expect(json.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/beta$/);
  });

  test('names a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = String((server.address() as AddressInfo).port);
    const told = await computer.run(['simulate', '--port', port, '--json']);
    server.close();
    expect(told).toMatchObject({ exitCode: 2, codes: ['portTaken'] });
    expect(told.json.findings[0].what).toContain(port);
  });
});
