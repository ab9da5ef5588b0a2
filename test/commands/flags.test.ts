import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, groupMove, simulated, siteMove, userMove } from '../support/moves.ts';

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
    name: 'a flag of a later version',
    argv: [...userMove(), '--plan-out', 'plan.json', '--dry-run'],
    exitCode: 2,
    codes: ['flagNotYet'],
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

type Values = { name: string; value: string; origin: string }[];
const valuesOf = (plan: { values: Values }): Record<string, string> =>
  Object.fromEntries(plan.values.map(({ name, value }) => [name, value]));

const read = [
  {
    name: 'a sign-in name and a host in another spelling',
    argv: [...withoutHost, '--target-host', 'fabrikam-admin.sharepoint.com'],
    values: { source: 'dana@contoso.com', targetHost: 'https://fabrikam-my.sharepoint.com', start: 'now' },
    parameters: { targetOrganizationHost: 'https://fabrikam-my.sharepoint.com' },
  },
  {
    name: 'type and source as flags',
    argv: ['migrate', '--type', 'user', '--source', 'kim@contoso.com', ...userMove('kim').slice(3)],
    values: { type: 'user', source: 'kim@contoso.com' },
    parameters: { sourceUserIdentity: { userPrincipalName: 'kim@contoso.com' } },
  },
  {
    name: 'type and source in both ways, alike',
    argv: [...userMove('kim'), '--type', 'user', '--source', 'kim@contoso.com'],
    values: { type: 'user', source: 'kim@contoso.com' },
    parameters: { sourceUserIdentity: { userPrincipalName: 'kim@contoso.com' } },
  },
  {
    name: 'a site',
    argv: siteMove(),
    values: { type: 'site', source: 'https://contoso.sharepoint.com/sites/IT' },
    parameters: { sourceSiteUrl: 'https://contoso.sharepoint.com/sites/IT' },
  },
  {
    name: 'a group',
    argv: groupMove(),
    values: { type: 'group', source: 'finance-eu' },
    parameters: { sourceGroupIdentity: { mailNickname: 'finance-eu' } },
  },
  {
    name: 'an organization id and the default location',
    argv: [...withoutHost, '--target-org-id', organization.toUpperCase(), '--target-location', 'default'],
    values: { targetOrgId: organization, targetLocation: 'default' },
    parameters: { targetOrganizationId: organization, targetDataLocationCode: null },
  },
  {
    name: 'times in local words of a named zone',
    argv: [
      ...userMove(),
      '--time-zone',
      'America/New_York',
      '--start',
      'sat 22:00',
      '--latest-start',
      'tomorrow 18:00',
    ],
    values: { start: '2026-12-06T03:00:00Z', latestStart: '2026-12-06T23:00:00Z' },
    parameters: {
      preferredStartDateTime: '2026-12-06T03:00:00Z',
      preferredLatestStartDateTime: '2026-12-06T23:00:00Z',
    },
  },
  {
    name: 'times counted from now',
    argv: [...userMove(), '--start', '+3h', '--latest-start', '+8h'],
    values: { start: '2026-12-05T15:00:00Z', latestStart: '2026-12-05T20:00:00Z' },
    parameters: { preferredStartDateTime: '2026-12-05T15:00:00Z' },
  },
];

test.each(read)('$name become a plan with its request', async ({ argv, values, parameters }) => {
  const { exitCode, json } = await computer.run([...argv, ...simulated, '--dry-run', '--json']);
  expect(exitCode).toBe(0);
  expect(valuesOf(json.plan)).toMatchObject(values);
  expect(json.plan.request.body.parameters).toMatchObject({ ...parameters, validateOnly: false });
});

test('every value says where it comes from', async () => {
  const { json } = await computer.run([...userMove(), ...simulated, '--dry-run', '--json']);
  expect(json.plan.values).toEqual([
    { name: 'type', value: 'user', origin: 'flag' },
    { name: 'source', value: 'dana@contoso.com', origin: 'flag' },
    { name: 'target', value: 'dana@fabrikam.com', origin: 'flag' },
    { name: 'targetHost', value: 'https://fabrikam-my.sharepoint.com', origin: 'flag' },
    { name: 'start', value: 'now', origin: 'default' },
  ]);
});

test('times are counted by the clock of the simulator, which runs ahead of ours', async () => {
  await computer.run([...userMove(), ...simulated, '--dry-run']);
  computer.pass(60 * 60_000);
  const told = await computer.run([...userMove(), ...simulated, '--latest-start', '+8h', '--dry-run', '--json']);
  expect(told.exitCode).toBe(0);
  expect(valuesOf(told.json.plan).latestStart).toBe('2026-12-08T08:00:00Z');
});

test('a start in the past is a warning, before and after the submission', async () => {
  const late = [...userMove(), ...simulated, '--start', '2026-12-01T10:00Z', '--json'];
  for (const more of [['--dry-run'], confirmed]) {
    const { exitCode, json, codes } = await computer.run([...late, ...more]);
    expect({ exitCode, codes }).toEqual({ exitCode: 0, codes: ['startInPast'] });
    expect(json.findings[0].severity).toBe('warning');
  }
});

test('the zone stands in every document and on the first line', async () => {
  const zone = ['--time-zone', 'Asia/Tokyo'];
  expect((await computer.run([...userMove(), ...simulated, ...zone, '--dry-run'])).err).toContain('Asia/Tokyo');
  const commands = [
    [...userMove(), ...simulated, '--dry-run'],
    ['migrate', 'user'],
    ['runs'],
    ['status', '--last', ...simulated],
  ];
  for (const command of commands)
    expect((await computer.run([...command, ...zone, '--json'])).json.timeZone).toBe('Asia/Tokyo');
});
