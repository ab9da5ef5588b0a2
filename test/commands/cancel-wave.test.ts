import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { failingAt } from '../support/failing-disk.ts';
import { simulated } from '../support/moves.ts';
import { type Line, people, sentElsewhere, stoppedHalfway, submitted, waveFile } from '../support/waves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

type Task = { state: string; source: string };

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const cancels = () => computer.world.log.filter(({ kind }) => kind === 'cancel');
const creates = () => computer.world.log.filter(({ kind }) => kind === 'create').length;
const statesIn = (json: { tasks: Task[] }) =>
  Object.fromEntries([...Map.groupBy(json.tasks, ({ state }) => state)].map(([state, { length }]) => [state, length]));
const markOf = (run: string) => join(computer.folder, 'state', 'simulator', 'runs', `${run}.stop`);

describe('cancel of a run with many rows', () => {
  test('cancels what waits, and reads back that it is', async () => {
    const { run } = await submitted(computer, people(12, '+5h'));
    const told = await sim('cancel', run, '--confirm', '12');
    expect(told).toMatchObject({ exitCode: 0, codes: [] });
    expect(statesIn(told.json)).toEqual({ cancelled: 12 });
    expect(computer.world.tasks.every(({ status }) => status === 'cancelled')).toBe(true);
  });

  test('begins with those that start soonest', async () => {
    const lines: Line[] = people(12).map(({ name }, at) => ({ name, start: `+${30 - at}h` }));
    const { run } = await submitted(computer, lines);
    await sim('cancel', run, '--confirm', '12');
    const { tasks } = computer.world;
    const [soonest] = cancels();
    expect(cancels()).toHaveLength(12);
    const starts = tasks.map(({ move }) => move.startAt ?? 0);
    const first = tasks.find(({ id }) => soonest?.path.includes(id));
    expect(first?.move.startAt).toBe(Math.min(...starts));
  });

  test('tells many in numbers', async () => {
    await submitted(computer, people(30, '+5h'));
    const { out, err } = await computer.run(['cancel', '--last', '--confirm', '30', ...simulated]);
    expect(out).toBe('30 rows: 30 Cancelled\n');
    expect(err).toContain('30 of 30: 30 cancelled.');
  });

  const words = [
    { name: 'no number and no terminal', argv: [], exitCode: 2, code: 'confirmMissing' },
    { name: 'another number', argv: ['--confirm', '11'], exitCode: 3, code: 'confirmWord' },
    { name: 'a word in place of the number', argv: ['--confirm', 'yes'], exitCode: 3, code: 'confirmWord' },
  ];

  test.each(words)('with $name cancels nothing and names the right number', async ({ argv, exitCode, code }) => {
    const { run } = await submitted(computer, people(12, '+5h'));
    const told = await sim('cancel', run, ...argv);
    expect(told).toMatchObject({ exitCode, codes: [code] });
    expect(told.json.findings[0].next[0].do).toContain('--confirm 12');
    expect(cancels()).toEqual([]);
  });

  test('asks for the typed number where somebody sits', async () => {
    const { run } = await submitted(computer, people(12, '+5h'));
    const stdin = Readable.from(['12\n']) as unknown as NodeJS.ReadStream;
    const told = await computer.run(['cancel', run, '--line', ...simulated], { stdin });
    expect(told.exitCode).toBe(0);
    expect(told.err + told.out).toContain('and 7 more? Type 12 to cancel');
  });

  test('counts and cancels only what may still wait, and says why the others could not be', async () => {
    const lines = people(10).map(({ name }, at) => (at < 4 ? { name } : { name, start: '+9h' }));
    const { run } = await submitted(computer, lines);
    computer.pass(10_000);
    await sim('status', run);
    const told = await sim('cancel', run, '--confirm', '6');
    expect(told.exitCode).toBe(5);
    expect(statesIn(told.json)).toEqual({ running: 4, cancelled: 6 });
    expect(told.codes).toEqual(Array(4).fill('cancelNotPossible'));
    expect(cancels()).toHaveLength(6);
  });

  test('is 5 where a task has begun that was last seen waiting', async () => {
    const lines = people(10).map(({ name }, at) => (at < 4 ? { name } : { name, start: '+9h' }));
    const { run } = await submitted(computer, lines);
    computer.pass(10_000);
    const told = await sim('cancel', run, '--confirm', '10');
    expect(told.exitCode).toBe(5);
    expect(statesIn(told.json)).toEqual({ running: 4, cancelled: 6 });
    expect(new Set(told.codes)).toEqual(new Set(['cancelTooLate']));
  });

  test('is 9 where all are done', async () => {
    const { run } = await submitted(computer, people(5));
    await sim('watch', run);
    expect((await sim('cancel', run, '--confirm', '5')).exitCode).toBe(9);
    expect(cancels()).toEqual([]);
  });

  test('is 3 where nothing of it was sent, and leads to resume', async () => {
    const argv = ['wave', waveFile(computer, people(3)), '--confirm', '3', ...simulated, '--json'];
    await computer.run(argv, { files: failingAt('intended', Object.assign(new Error('full'), { errcode: 13 })) });
    const told = await sim('cancel', '--last', '--confirm', '3');
    expect(told).toMatchObject({ exitCode: 3, codes: ['notSent'] });
    expect(told.json.next[0].command).toMatch(/^crossorg resume r-/);
  });

  test('of a run that was stopped leaves unsent what was not sent', async () => {
    const run = await stoppedHalfway(computer, people(12, '+5h'));
    const told = await sim('cancel', run, '--confirm', '4');
    expect(told).toMatchObject({ exitCode: 0, codes: ['notSent'] });
    expect(told.json.findings[0]).toMatchObject({ severity: 'info' });
    expect(statesIn(told.json)).toEqual({ cancelled: 4, draft: 8 });
    expect(creates()).toBe(4);
  });

  test('looks first for creates that nobody answered, and cancels those that arrived', async () => {
    const argv = ['wave', waveFile(computer, people(6, '+5h')), '--confirm', '6', ...simulated, '--json'];
    await computer.run(argv, { files: failingAt('accepted', Object.assign(new Error('full'), { errcode: 13 })) });
    const arrived = computer.world.tasks.length;
    expect(arrived).toBeGreaterThan(0);
    const told = await sim('cancel', '--last', '--confirm', String(arrived));
    expect(told.exitCode).toBe(0);
    expect(computer.world.tasks.map(({ status }) => status)).toEqual(Array(arrived).fill('cancelled'));
  });

  test('stopped with Ctrl+C is 130, begins nothing new, and says how to go on', async () => {
    const { run } = await submitted(computer, people(12, '+5h'));
    const told = await computer.run(['cancel', run, '--confirm', '12', ...simulated], { stopAt: 'Asking the service' });
    expect(told.exitCode).toBe(130);
    expect(told.err).toContain(`Cancel the rest. crossorg cancel ${run} --simulator`);
    expect(cancels().length).toBeLessThan(12);
  });
});

describe('the emergency brake', () => {
  test('stops the process that sends the run, and cancels what it has sent', async () => {
    const { sending, told: sender } = sentElsewhere(computer, people(12, '+5h'));
    const run = await sending;
    const told = await sim('cancel', run, '--confirm', '4');
    expect(told).toMatchObject({ exitCode: 0, codes: ['notSent'] });
    expect(statesIn(told.json)).toEqual({ cancelled: 4, draft: 8 });
    const stopped = await sender;
    expect(stopped.exitCode).toBe(5);
    expect(stopped.err).toContain('admin@contoso.com on ws-1 asked to stop this run');
    expect(creates()).toBe(4);
    expect(existsSync(markOf(run))).toBe(false);
  });

  test('stops it also where the number is wrong by then, and names the right one', async () => {
    const { sending, told: sender } = sentElsewhere(computer, people(12, '+5h'));
    const run = await sending;
    const told = await sim('cancel', run, '--confirm', '12');
    expect(told).toMatchObject({ exitCode: 3, codes: ['confirmWord'] });
    expect(told.json.findings[0].what).toContain('No more rows are sent.');
    expect(told.json.next.map(({ command }: { command: string }) => command)).toEqual([
      `crossorg cancel ${run} --confirm 4 --simulator`,
      `crossorg resume ${run} --simulator`,
    ]);
    await sender;
    expect(cancels()).toEqual([]);
    expect((await sim('cancel', run, '--confirm', '4')).exitCode).toBe(0);
  });

  test('does nothing without its word: the run goes on', async () => {
    const { sending, told: sender } = sentElsewhere(computer, people(8));
    expect(await sim('cancel', await sending)).toMatchObject({ exitCode: 2, codes: ['confirmMissing'] });
    expect((await sender).exitCode).toBe(0);
    expect(creates()).toBe(8);
  });

  test('leaves the run to be gone on with', async () => {
    const { sending, told: sender } = sentElsewhere(computer, people(12, '+5h'));
    const run = await sending;
    await sim('cancel', run, '--confirm', '4');
    await sender;
    const told = await sim('resume', run);
    expect(told.json.counts).toEqual({ cancelled: 4, queued: 8 });
    expect(creates()).toBe(12);
  });

  test('cancels what it can where the other process does not let go, and says so', async () => {
    const { run } = await submitted(computer, people(6, '+5h'));
    const holder = new DatabaseSync(join(computer.folder, 'state', 'simulator', 'runs', `${run}.lock`));
    holder.exec('BEGIN EXCLUSIVE');
    const told = await sim('cancel', run, '--confirm', '6');
    holder.close();
    expect(told).toMatchObject({ exitCode: 5, codes: ['runNotStopped'] });
    expect(statesIn(told.json)).toEqual({ cancelled: 6 });
    expect(existsSync(markOf(run))).toBe(true);
    await sim('resume', run);
    expect(existsSync(markOf(run))).toBe(false);
  });
});
