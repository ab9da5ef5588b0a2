import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLedger } from '../../src/store/ledger.ts';
import type { LedgerEntry } from '../../src/wave/entry.ts';
import { fakeRandom, realFiles } from '../runtime/fake-ports.ts';
import { userPlan } from '../runtime/moves.ts';
import { CommandLine, noon } from '../support/command-line.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';
import { entriesOf, type Story, ways } from '../wave/report-run.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const day = 86_400_000;
const folder = () => join(computer.folder, 'state', 'runs');
const runsLeft = () => readdirSync(folder()).filter((name) => name.endsWith('.sqlite')).length;
const ledgerAt = (at: number) =>
  createLedger({
    files: realFiles,
    clock: { now: () => at, sleep: async () => {} },
    random: fakeRandom(at),
    folder: folder(),
  });

/** A live run whose last entry is so many days old. */
async function recorded(days: number, facts: Story['facts'], more = 1): Promise<string> {
  const at = noon - days * day;
  const made = await ledgerAt(at).create();
  if (!made.ok) throw new Error(made.error.why);
  const stories = Array.from({ length: more }, (_, index) => ({ plan: userPlan(`p${index}`), facts }));
  const entries = entriesOf(stories, { runId: made.value.runId });
  const last = Math.max(...entries.map((entry) => entry.at));
  for (const entry of entries) made.value.append({ ...entry, at: entry.at - last + at } as LedgerEntry);
  made.value.close();
  return made.value.runId;
}

const prune = (...argv: string[]) => computer.run(['runs', 'prune', ...argv]);
const asJson = (...argv: string[]) => prune(...argv, '--json');

test('removes what ended long ago, and nothing else', async () => {
  const old = await recorded(100, ways.completed, 3);
  const young = await recorded(10, ways.completed);
  const told = await asJson('--older', '90d', '--confirm', '1');
  expect(told).toMatchObject({ exitCode: 0, codes: [], calls: [] });
  expect(told.json).toMatchObject({
    kind: 'prune',
    removed: 1,
    runs: [{ run: old, removed: true, why: null }],
    next: [],
  });
  expect((await computer.run(['runs', '--json'])).json.runs.map(({ run }: { run: string }) => run)).toEqual([young]);
  expect(readdirSync(folder()).filter((name) => name.startsWith(old))).toEqual([]);
});

const over = [
  { name: 'refused' },
  { name: 'conflict' },
  { name: 'completed' },
  { name: 'failed' },
  { name: 'cancelled' },
] as const;
test.each(over)('a run that was $name is over', async ({ name }) => {
  await recorded(100, ways[name]);
  expect((await asJson('--older', '90d', '--confirm', '1')).json.removed).toBe(1);
});

const open = [
  { name: 'confirmed', why: '1 move was not sent', command: 'resume' },
  { name: 'turnedAway', why: '1 move was not sent', command: 'resume' },
  { name: 'sent', why: '1 move was sent without an answer', command: 'resume' },
  { name: 'lost', why: '1 move was sent without an answer', command: 'resume' },
  { name: 'queued', why: '1 move had not ended at the last look', command: 'watch' },
  { name: 'running', why: '1 move had not ended at the last look', command: 'watch' },
  { name: 'strange', why: '1 move had not ended at the last look', command: 'watch' },
] as const;
test.each(open)('a run that is $name is kept however old it is, and it is said why', async ({ name, why, command }) => {
  const run = await recorded(4_000, ways[name]);
  const told = await asJson('--older', '90d');
  expect(told.exitCode).toBe(0);
  expect(told.json).toMatchObject({ removed: 0, runs: [{ run, removed: false, why }] });
  expect(told.json.next[0].command).toMatch(new RegExp(`^crossorg ${command} ${run}`));
  const lines = await prune('--older', '90d');
  expect(lines.out).toBe(`No run was removed.\nKept: ${run}, because ${why}.\n`);
  expect(lines.err).toContain(`crossorg ${command} ${run}`);
  expect(runsLeft()).toBe(1);
});

test('one open move keeps the whole run', async () => {
  const made = await recorded(100, ways.completed, 2);
  const ledger = ledgerAt(noon);
  const file = await ledger.open(made);
  if (!file.ok) throw new Error(file.error.why);
  file.value.append({ kind: 'intended', at: noon - 99 * day, row: 2, planId: 'p', clientRequestId: 'c' });
  file.value.close();
  expect((await asJson('--older', '90d')).json.runs).toEqual([
    { run: made, removed: false, why: '1 move was sent without an answer' },
  ]);
});

test('what cannot be read is kept and named', async () => {
  await recorded(100, ways.completed);
  writeFileSync(join(folder(), 'r-20200101-000000-ffff.sqlite'), 'this is no database');
  const told = await asJson('--older', '90d', '--confirm', '1');
  expect(told).toMatchObject({ exitCode: 0, codes: ['ledgerBroken'], json: { removed: 1 } });
  expect(told.json.runs).toContainEqual({ run: 'r-20200101-000000-ffff', removed: false, why: 'it cannot be read' });
});

test('a run that another process works on is not removed', async () => {
  const run = await recorded(100, ways.completed);
  await recorded(101, ways.completed);
  const held = await ledgerAt(noon).open(run);
  if (!held.ok) throw new Error(held.error.why);
  const told = await asJson('--older', '90d', '--confirm', '2');
  held.value.close();
  expect(told).toMatchObject({ exitCode: 5, codes: ['ledgerLocked'], json: { removed: 1 } });
  expect(runsLeft()).toBe(1);
});

describe('the confirmation', () => {
  const wrong = [
    { name: 'none', argv: [], exitCode: 2, code: 'confirmMissing' },
    { name: 'yes', argv: ['--confirm', 'yes'], exitCode: 3, code: 'confirmWord' },
    { name: 'another number', argv: ['--confirm', '3'], exitCode: 3, code: 'confirmWord' },
  ];
  test.each(wrong)('that is $name removes nothing, and says the right number', async ({ argv, exitCode, code }) => {
    await recorded(100, ways.completed);
    await recorded(101, ways.completed);
    const told = await asJson('--older', '90d', ...argv);
    expect(told).toMatchObject({ exitCode, codes: [code] });
    expect(told.json.next[0].command).toBe('crossorg runs prune --older 90d --confirm 2');
    expect(runsLeft()).toBe(2);
  });

  test('says before what goes', async () => {
    await recorded(100, ways.completed, 3);
    const { err, out } = await prune('--older', '90d', '--confirm', '1');
    for (const part of ['with 3 moves', 'names and addresses of people', 'Nothing changes in the service', 'No report'])
      expect(err).toContain(part);
    expect(out).toBe('Removed: 1 run.\n');
  });
});

const usage = [
  { name: 'no age', argv: ['prune'], code: 'olderMissing' },
  { name: 'an age in words', argv: ['prune', '--older', 'long'], code: 'olderUnreadable' },
  { name: 'a negative age', argv: ['prune', '--older=-3d'], code: 'olderUnreadable' },
  { name: 'an age without a unit', argv: ['prune', '--older', '90'], code: 'olderUnreadable' },
  { name: 'an age without prune', argv: ['--older', '90d'], code: 'olderWithoutPrune' },
  { name: 'a confirmation without prune', argv: ['--confirm', '1'], code: 'olderWithoutPrune' },
];
test.each(usage)('$name is a mistake in the command', async ({ argv, code }) => {
  await recorded(100, ways.completed);
  expect(await computer.run(['runs', ...argv, '--json'])).toMatchObject({ exitCode: 2, codes: [code] });
  expect(runsLeft()).toBe(1);
});

test('with nothing old says so, and is done', async () => {
  expect(await prune('--older', '90d')).toMatchObject({ exitCode: 0, out: 'No run was removed.\n', err: '' });
});

test('runs of the simulator go by the clock of this computer, and are pruned by themselves', async () => {
  await computer.run([...userMove(), ...confirmed, ...simulated]);
  await computer.run(['watch', '--last', ...simulated]);
  const live = await recorded(100, ways.completed);
  expect((await asJson('--older', '1d', ...simulated)).json).toMatchObject({ removed: 0, runs: [] });
  computer.pass(2 * day);
  expect((await asJson('--older', '1d', '--confirm', '1', ...simulated)).json).toMatchObject({
    mode: 'simulator',
    removed: 1,
  });
  expect((await computer.run(['runs', '--json'])).json.runs).toEqual([expect.objectContaining({ run: live })]);
});
