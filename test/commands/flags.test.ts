import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, simulated, siteMove, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const organization = '78d010af-72cb-412f-8779-18ce9b5f553b';
const withoutHost = userMove().slice(0, 5);

type Row = { name: string; argv: string[]; exitCode: number; codes: string[] };

const refused: Row[] = [
  {
    name: 'everything is missing',
    argv: ['migrate'],
    exitCode: 2,
    codes: ['typeMissing', 'sourceMissing', 'targetMissing', 'targetHostMissing', 'confirmMissing'],
  },
  {
    name: 'the target is missing',
    argv: ['migrate', 'user', 'dana@contoso.com', '--dry-run'],
    exitCode: 2,
    codes: ['targetMissing', 'targetHostMissing'],
  },
  {
    name: 'an empty value is a missing one',
    argv: [...withoutHost, '--target-host', '', '--dry-run'],
    exitCode: 2,
    codes: ['targetHostMissing'],
  },
  { name: 'the confirmation is missing', argv: userMove(), exitCode: 2, codes: ['confirmMissing'] },
  { name: 'another word', argv: [...userMove(), '--confirm', 'no'], exitCode: 3, codes: ['confirmWord'] },
  { name: 'the word in capitals', argv: [...userMove(), '--confirm', 'YES'], exitCode: 3, codes: ['confirmWord'] },
  { name: 'a number', argv: [...userMove(), '--confirm', '1'], exitCode: 3, codes: ['confirmWord'] },
  {
    name: 'a kind that does not exist, and no target',
    argv: ['migrate', 'mailbox', 'dana@contoso.com', '--dry-run'],
    exitCode: 2,
    codes: ['typeUnreadable', 'targetMissing', 'targetHostMissing'],
  },
  {
    name: 'type and source once as arguments and differently as flags',
    argv: [...userMove(), '--type', 'site', '--source', 'kim@contoso.com', '--dry-run'],
    exitCode: 2,
    codes: ['typeGivenTwice', 'sourceGivenTwice'],
  },
  {
    name: 'host and organization id together',
    argv: [...userMove(), '--target-org-id', organization, '--dry-run'],
    exitCode: 3,
    codes: ['targetGivenTwice'],
  },
  {
    name: 'a data location beside a host',
    argv: [...userMove(), '--target-location', 'FRA', '--dry-run'],
    exitCode: 3,
    codes: ['locationWithoutOrganization'],
  },
  {
    name: 'a flag of another kind of move',
    argv: [...siteMove(), '--source-upn', 'dana@contoso.com', '--dry-run'],
    exitCode: 2,
    codes: ['sourceUpnUnused'],
  },
  {
    name: 'a host that is a word',
    argv: [...withoutHost, '--target-host', 'fabrikam', '--dry-run'],
    exitCode: 2,
    codes: ['targetHostUnreadable'],
  },
  {
    name: 'an organization id that is a word',
    argv: [...withoutHost, '--target-org-id', 'fabrikam', '--dry-run'],
    exitCode: 2,
    codes: ['targetOrgIdUnreadable'],
  },
  {
    name: 'a location of two letters',
    argv: [...withoutHost, '--target-org-id', organization, '--target-location', 'F1', '--dry-run'],
    exitCode: 2,
    codes: ['targetLocationUnreadable'],
  },
  {
    name: 'a mistyped day',
    argv: [...userMove(), '--start', 'tomorow 18:00', '--dry-run'],
    exitCode: 2,
    codes: ['startUnreadable'],
  },
  {
    name: 'a latest start in the past',
    argv: [...userMove(), '--latest-start', '2026-12-01T10:00Z', '--dry-run'],
    exitCode: 3,
    codes: ['latestStartInPast'],
  },
  {
    name: 'a latest start before the start',
    argv: [...userMove(), '--start', '+5h', '--latest-start', '+3h', '--dry-run'],
    exitCode: 3,
    codes: ['latestStartBeforeStart'],
  },
  {
    name: 'a time zone nobody knows',
    argv: [...userMove(), '--time-zone', 'Mars/Phobos', '--dry-run'],
    exitCode: 2,
    codes: ['timeZoneUnreadable'],
  },
  {
    name: 'a time limit in words',
    argv: [...userMove(), ...confirmed, '--timeout', 'soon'],
    exitCode: 2,
    codes: ['timeoutUnreadable'],
  },
  {
    name: 'two values that cannot be read are both named',
    argv: [...userMove(), '--timeout', 'soon', '--time-zone', 'Mars', '--dry-run'],
    exitCode: 2,
    codes: ['timeZoneUnreadable', 'timeoutUnreadable'],
  },
  {
    name: 'a profile nobody made',
    argv: [...userMove(), '--profile', 'c2f', '--dry-run'],
    exitCode: 2,
    codes: ['profileUnknown'],
  },
  {
    name: 'control characters',
    argv: [...userMove('da\u001b[31mna\u009b'), '--dry-run'],
    exitCode: 2,
    codes: ['sourceUnreadable', 'targetUnreadable'],
  },
  {
    name: 'very long names',
    argv: [...userMove('d'.repeat(5_000)), '--dry-run'],
    exitCode: 3,
    codes: ['upnTooLong', 'upnTooLong'],
  },
  {
    name: 'names as long as a book',
    argv: [...userMove('d'.repeat(100_000)), '--dry-run'],
    exitCode: 2,
    codes: ['sourceUnreadable', 'targetUnreadable'],
  },
  {
    name: 'a zone as long as a book',
    argv: [...userMove(), '--time-zone', 'Z'.repeat(50_000), '--dry-run'],
    exitCode: 2,
    codes: ['timeZoneUnreadable'],
  },
  {
    name: 'no address at all',
    argv: [...siteMove('/sites/IT').map((word) => word.replace('https:', 'gopher:')), '--dry-run'],
    exitCode: 2,
    codes: ['sourceUnreadable', 'targetUnreadable', 'targetHostUnreadable'],
  },
];

describe('what keeps flags from being a move is said all at once, before anything is asked', () => {
  test.each(refused)('$name', async ({ argv, exitCode, codes }) => {
    const told = await computer.run([...argv, '--json']);
    expect(told).toMatchObject({ exitCode, calls: [], err: '' });
    expect(told.json.kind).toBe('error');
    expect(told.codes).toEqual(codes);
    expect(existsSync(join(computer.folder, 'state'))).toBe(false);
  });

  test.each(refused)('$name, in lines', async ({ argv, exitCode, codes }) => {
    const told = await computer.run(argv);
    expect(told).toMatchObject({ exitCode, calls: [], out: '' });
    for (const code of codes) expect(told.err).toContain(code);
    expect(told.err.length).toBeLessThan(5_000);
  });
});

const asked = [
  { name: 'JSON is wanted', more: ['--json'], terminal: true, env: {} },
  { name: 'events are wanted', more: ['--events'], terminal: true, env: {} },
  { name: 'prompts are off', more: ['--no-prompt'], terminal: true, env: {} },
  { name: 'a build server runs it', more: [], terminal: true, env: { CI: 'true' } },
  { name: 'there is no terminal', more: [], terminal: false, env: {} },
];

test.each(asked)('nothing is asked where $name', async ({ more, terminal, env }) => {
  const told = await computer.run(['migrate', 'user', ...more], { terminal, env });
  expect(told.exitCode).toBe(2);
  expect(told.out + told.err).toContain('--source');
});

test('a script that cannot be asked hears of the missing answers at once', async () => {
  await computer.run(['migrate', '--json']);
  const before = performance.now();
  await computer.run(['migrate', '--json']);
  expect(performance.now() - before).toBeLessThan(300);
});

const places = [
  {
    name: 'a scenario without the simulator',
    argv: [...userMove(), '--scenario', 'clean', '--dry-run'],
    code: 'scenarioWithoutSimulator',
  },
  {
    name: 'a simulator with an address',
    argv: [...userMove(), ...simulated, '--graph-url', 'https://graph.example.com/beta', '--dry-run'],
    code: 'graphUrlWithSimulator',
  },
  {
    name: 'a scenario nobody wrote',
    argv: [...userMove(), ...simulated, '--scenario', 'claen', '--dry-run'],
    code: 'scenarioUnknown',
  },
  {
    name: 'http to another computer',
    argv: [...userMove(), '--graph-url', 'http://graph.example.com/beta', '--dry-run'],
    code: 'graphUrlUnreadable',
  },
  {
    name: 'an address with a password',
    argv: [...userMove(), '--graph-url', 'https://me:secret@graph.example.com/beta', '--dry-run'],
    code: 'graphUrlUnreadable',
  },
  { name: 'no address', argv: [...userMove(), '--graph-url', 'ftp://x', '--dry-run'], code: 'graphUrlUnreadable' },
];

test.each(places)('$name is a mistake in the command', async ({ argv, code }) => {
  const told = await computer.run([...argv, '--json'], { env: { CROSSORG_ACCESS_TOKEN: 'opaque' } });
  expect(told).toMatchObject({ exitCode: 2, calls: [] });
  expect(told.codes).toEqual([code]);
  expect(told.out).not.toContain('secret');
});

test('an address in the environment that cannot be read is the same mistake', async () => {
  const env = { CROSSORG_ACCESS_TOKEN: 'opaque', CROSSORG_GRAPH_URL: 'http://graph.example.com' };
  expect(await computer.run([...userMove(), '--dry-run'], { env })).toMatchObject({ exitCode: 2, calls: [] });
});

test('a profile in the environment counts like the flag, but not for the simulator', async () => {
  const env = { CROSSORG_PROFILE: 'c2f' };
  expect((await computer.run([...userMove(), '--dry-run', '--json'], { env })).codes).toEqual(['profileUnknown']);
  expect((await computer.run([...userMove(), ...simulated, '--dry-run'], { env })).exitCode).toBe(0);
});
