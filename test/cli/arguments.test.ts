import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { fakePorts } from '../support/ports.ts';
import { fakeTable } from './fake-table.ts';

const rows = [
  { name: 'a flag alone opens the wizard', argv: ['--simulator'], runs: '', args: [], flags: { simulator: true } },
  { name: 'a command alone', argv: ['migrate'], runs: 'migrate', args: [], flags: {} },
  {
    name: 'type and source as arguments',
    argv: ['migrate', 'user', 'dana@contoso.com'],
    runs: 'migrate',
    args: ['user', 'dana@contoso.com'],
    flags: {},
  },
  {
    name: 'every answer as a flag',
    argv: [
      ...['migrate', '--type', 'user', '--source', 'a', '--source-upn', 'b', '--target', 'c', '--target-host', 'd'],
      ...['--target-org-id', 'e', '--target-location', 'f', '--start', '+3h', '--latest-start', 'sun 06:00'],
    ],
    runs: 'migrate',
    args: [],
    flags: {
      ...{ type: 'user', source: 'a', sourceUpn: 'b', target: 'c', targetHost: 'd', targetOrgId: 'e' },
      ...{ targetLocation: 'f', start: '+3h', latestStart: 'sun 06:00' },
    },
  },
  {
    name: 'what belongs to a submission',
    argv: [
      ...['migrate', '--dry-run', '--confirm', 'yes', '--confirm-target', 'Fabrikam', '--source-tenant', 't'],
      ...['--change', 'CHG 1', '--plan-out', 'p.json', '--watch', '--timeout', '8h'],
    ],
    runs: 'migrate',
    args: [],
    flags: {
      ...{ dryRun: true, confirm: 'yes', confirmTarget: 'Fabrikam', sourceTenant: 't', change: 'CHG 1' },
      ...{ planOut: 'p.json', watch: true, timeout: '8h' },
    },
  },
  {
    name: 'flags that go everywhere stand before a command',
    argv: ['--json', '--profile', 'c2f', 'status', '--last'],
    runs: 'status',
    args: [],
    flags: { json: true, profile: 'c2f', last: true },
  },
  {
    name: 'flags that go everywhere stand after a command',
    argv: [
      ...['status', '--time-zone', 'UTC', '--graph-url', 'http://localhost:1', '--scenario', 'clean', '--log', 'l'],
      ...['--events', '--line', '--ascii'],
    ],
    runs: 'status',
    args: [],
    flags: {
      ...{ timeZone: 'UTC', graphUrl: 'http://localhost:1', scenario: 'clean', log: 'l' },
      ...{ events: true, line: true, ascii: true },
    },
  },
  {
    name: 'a flag that switches off is false under its plain name',
    argv: ['migrate', '--no-prompt', '--no-color', '--no-motion'],
    runs: 'migrate',
    args: [],
    flags: { prompt: false, color: false, motion: false },
  },
  {
    name: 'many things to watch',
    argv: ['watch', 'r-1', 'dana@contoso.com', '--timeout', '30m'],
    runs: 'watch',
    args: ['r-1', 'dana@contoso.com'],
    flags: { timeout: '30m' },
  },
  {
    name: 'a cancellation with its word',
    argv: ['cancel', '--last', '--confirm', 'yes'],
    runs: 'cancel',
    args: [],
    flags: { last: true, confirm: 'yes' },
  },
  {
    name: 'the words of an error, unquoted',
    argv: ['explain', 'Another', 'job', 'is', 'in', 'progress'],
    runs: 'explain',
    args: ['Another', 'job', 'is', 'in', 'progress'],
    flags: {},
  },
  {
    name: 'the simulator as a server',
    argv: ['simulate', '--port', '4000', '--scenario', 'throttled', '--seed', '7', '--speed=60'],
    runs: 'simulate',
    args: [],
    flags: { port: '4000', scenario: 'throttled', seed: '7', speed: '60' },
  },
  {
    name: 'a value that begins with a dash, after an equals sign',
    argv: ['migrate', '--change=-7'],
    runs: 'migrate',
    args: [],
    flags: { change: '-7' },
  },
  {
    name: 'an empty value',
    argv: ['migrate', '--latest-start', ''],
    runs: 'migrate',
    args: [],
    flags: { latestStart: '' },
  },
  {
    name: 'the last one of a repeated flag',
    argv: ['migrate', '--source', 'a', '--source', 'b'],
    runs: 'migrate',
    args: [],
    flags: { source: 'b' },
  },
  { name: 'a run to go on with', argv: ['resume', 'r-1'], runs: 'resume', args: ['r-1'], flags: {} },
  { name: 'a run to show', argv: ['runs', 'r-1', '--json'], runs: 'runs', args: ['r-1'], flags: { json: true } },
  { name: 'the demo on lines', argv: ['demo', '--line'], runs: 'demo', args: [], flags: { line: true } },
];

test.each(rows)('reads $name', async ({ argv, runs, args, flags }) => {
  const { ports, said } = fakePorts();
  const { table, ran } = fakeTable();
  expect(await run(argv, ports, table)).toBe(0);
  expect(ran).toEqual([{ name: runs, args, flags, set: expect.arrayContaining(Object.keys(flags)) }]);
  expect(ran[0]?.set).toHaveLength(Object.keys(flags).length);
  expect(said).toEqual({ out: '', err: '' });
});

test('gives the exit code of the command', async () => {
  const { table } = fakeTable(() => Promise.resolve(9));
  expect(await run(['migrate', '--json'], fakePorts().ports, table)).toBe(9);
});
