import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';
import { people, sentElsewhere, stoppedHalfway, submitted } from '../support/waves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const linesOf = (text: string) => text.trimEnd().split('\n');

type Task = { state: string; source: string };

describe('watch of a run with several rows', () => {
  test('follows all of them to their ends, in the order of the run', async () => {
    const { run } = await submitted(computer, people(6));
    const { exitCode, json } = await sim('watch', run);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'watch', findings: [], next: [] });
    expect(json.tasks.map(({ source, state }: Task) => `${source} ${state}`)).toEqual(
      people(6).map(({ name }) => `${name}@contoso.com completed`),
    );
  });

  test('tells each change of a few rows, and how they ended on standard output', async () => {
    await submitted(computer, people(3));
    const { out, err } = await computer.run(['watch', '--last', ...simulated]);
    const told = linesOf(err).map((line) => line.split('  ').slice(1, 3).join(' '));
    for (const { name } of people(3))
      expect(told.filter((line) => line.endsWith(`${name}@contoso.com`)).map((line) => line.split(' ')[0])).toEqual([
        'Queued',
        'Running',
        'Completed',
      ]);
    expect(linesOf(out)).toHaveLength(3);
  });

  test('tells more than twenty in numbers, once a minute at most and only when something changed', async () => {
    await submitted(computer, people(30));
    const { out, err } = await computer.run(['watch', '--last', ...simulated]);
    expect(out).toBe('30 rows: 30 Completed\n');
    const lines = linesOf(err);
    expect(lines[0]).toMatch(/^\d\d:\d\d Berlin\. 0 of 30 final; 30 queued\.$/);
    expect(lines.at(-1)).toMatch(/^\d\d:\d\d Berlin\. \d+ of 30 final: \d+ completed; /);
    expect(new Set(lines.map((line) => line.slice(0, 5))).size).toBe(lines.length);
    expect(new Set(lines.map((line) => line.slice(14))).size).toBe(lines.length);
    expect(err).toMatch(/Estimate: .* at the pace of the last \d+ that finished\./);
  });

  test('names a row in trouble once', async () => {
    await submitted(computer, [...people(24), { name: 'milo' }]);
    const { exitCode, out, err } = await computer.run(['watch', '--last', ...simulated]);
    expect(exitCode).toBe(5);
    expect(out).toBe('25 rows: 24 Completed, 1 Failed\n');
    expect(linesOf(err).filter((line) => /milo@contoso\.com.*MnAMoveJobCreationFailed/.test(line))).toHaveLength(1);
    expect(err).toContain('1 row: 25');
  });

  test('says each change as an event', async () => {
    await submitted(computer, people(25));
    const { events } = await computer.run(['watch', '--last', ...simulated, '--events']);
    const changes = events.filter(({ event }) => event === 'state').map(({ row, task }) => `${row} ${task.state}`);
    for (const [at] of people(25).entries()) {
      const ofRow = changes.filter((change) => change.startsWith(`${at + 1} `));
      expect([...new Set(ofRow)]).toEqual([`${at + 1} running`, `${at + 1} completed`]);
    }
    expect(events.at(-1)).toMatchObject({ event: 'summary', kind: 'watch', exitCode: 0 });
  });

  test('ends with 8 at its time limit, and names the run', async () => {
    const { run } = await submitted(computer, people(22, '+5h'));
    const told = await sim('watch', run, '--timeout', '10m');
    expect(told).toMatchObject({ exitCode: 8, codes: ['watchTimedOut'] });
    expect(told.json.next.map(({ command }: { command: string }) => command)).toEqual([
      `crossorg watch ${run} --simulator`,
    ]);
  });

  test('stopped with Ctrl+C is 130, with the way back', async () => {
    const { run } = await submitted(computer, people(22));
    const told = await computer.run(['watch', run, ...simulated], { stopAt: /[1-9]\d* running/ });
    expect(told.exitCode).toBe(130);
    expect(told.err).toContain(`Watch it. crossorg watch ${run} --simulator`);
  });

  test('follows what was sent, and says once how many rows were not', async () => {
    const run = await stoppedHalfway(computer, people(12));
    const told = await sim('watch', run);
    expect(told).toMatchObject({ exitCode: 5, codes: ['notSent'] });
    expect(told.json.findings[0].what).toBe(`8 rows of ${run} were confirmed and not sent.`);
    expect(told.json.tasks.filter(({ state }: Task) => state === 'completed')).toHaveLength(4);
    expect(told.json.next).toContainEqual(expect.objectContaining({ command: `crossorg resume ${run} --simulator` }));
  });

  test('takes in the rows that another process sends meanwhile, also as events', async () => {
    const { sending, told } = sentElsewhere(computer, people(12));
    const watched = await computer.run(['watch', await sending, ...simulated, '--events']);
    expect(watched.exitCode).toBe(0);
    expect(watched.events.at(-1).tasks.map(({ state }: Task) => state)).toEqual(people(12).map(() => 'completed'));
    const ended = watched.events.filter(({ event, task }) => event === 'state' && task.state === 'completed');
    expect(new Set(ended.map(({ row }) => row)).size).toBe(12);
    expect((await told).exitCode).toBe(0);
  });

  test('finds out what came of creates whose answers were lost', async () => {
    const { run } = await submitted(computer, people(22), '--scenario', 'late-commit');
    const told = await sim('watch', run);
    expect(told).toMatchObject({ exitCode: 0, codes: [] });
    expect(new Set(computer.world.tasks.map(({ move }) => move.key)).size).toBe(computer.world.tasks.length);
  });
});

test('watch of two rows of a run, named by their sources, follows those and no others', async () => {
  await submitted(computer, people(4));
  const { exitCode, json } = await sim('watch', 'user0002@contoso.com', 'user0004@contoso.com');
  expect(exitCode).toBe(0);
  expect(json.tasks.map(({ source }: Task) => source)).toEqual(['user0002@contoso.com', 'user0004@contoso.com']);
  const { json: shown } = await sim('runs', '--last');
  expect(shown.rows.map(({ state }: Task) => state)).toEqual(['queued', 'completed', 'queued', 'completed']);
});

describe('status of a run with many rows', () => {
  const reads = () => computer.world.log.filter(({ kind }) => kind === 'read').length;

  test('asks about all of them at once, and tells their numbers', async () => {
    const { run } = await submitted(computer, people(25));
    const { exitCode, out, err } = await computer.run(['status', run, ...simulated]);
    expect(exitCode).toBe(0);
    expect(out).toBe('25 rows: 25 Queued\n');
    expect(err).toContain('Asking the service about 25 tasks.');
    expect(err).toContain(`Watch it. crossorg watch ${run} --simulator`);
  });

  test('does not ask about what is final', async () => {
    const { run } = await submitted(computer, people(25));
    await sim('watch', run);
    const before = reads();
    expect((await sim('status', run)).json.tasks.every(({ state }: Task) => state === 'completed')).toBe(true);
    expect(reads()).toBe(before);
  });

  test('says how long it takes inside the budget', async () => {
    const { run } = await submitted(computer, people(25));
    const { err } = await computer.run(['status', run, '--budget', '10', ...simulated]);
    expect(err).toContain('At 10 resource units a minute this takes about 2 min.');
  });

  test('stopped with Ctrl+C tells what is recorded', async () => {
    const { run } = await submitted(computer, people(25));
    const told = await computer.run(['status', run, '--budget', '2', ...simulated], { stopAt: 'Asking' });
    expect(told).toMatchObject({ exitCode: 130, out: '25 rows: 25 Queued\n' });
  });
});
