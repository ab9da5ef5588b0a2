import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, groupMove, simulated, siteMove, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const organization = '78d010af-72cb-412f-8779-18ce9b5f553b';
const withoutHost = userMove().slice(0, 5);

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
