import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { diskFull, failingAt } from '../support/failing-disk.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

/** The simulated clock runs 60 times as fast as the computer's. */
const simulatedMinute = 1_000;

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const migrate = (scenario: string, ...more: string[]) =>
  sim(...userMove(), '--scenario', scenario, ...confirmed, ...more);
const creates = () => computer.world.log.filter(({ kind }) => kind === 'create').length;

describe('a submission whose answer was lost', () => {
  test('before it arrived is 7, stays open, and is sent again only when somebody says so after five minutes', async () => {
    const lost = await migrate('lost-before');
    expect(lost).toMatchObject({ exitCode: 7 });
    expect(lost.json).toMatchObject({ submitted: 0, task: { id: null, state: 'unconfirmed' } });
    expect(lost.json.next).toContainEqual(
      expect.objectContaining({ command: `crossorg resume ${lost.json.run} --simulator` }),
    );

    const early = await sim('resume', '--confirm', 'yes');
    expect(early.exitCode).toBe(7);
    expect(early.codes).toEqual(expect.arrayContaining(['resendTooEarly', 'unconfirmed']));
    expect(early.json).toMatchObject({ kind: 'run', run: lost.json.run, counts: { unconfirmed: 1 } });
    expect(creates()).toBe(1);

    computer.pass(6 * simulatedMinute);
    const asked = await sim('resume');
    expect(asked).toMatchObject({ exitCode: 7 });
    const again = `crossorg resume ${lost.json.run} --confirm yes --simulator`;
    expect(asked.json.next[0].command).toBe(again);
    expect(creates()).toBe(1);

    const sent = await sim('resume', '--confirm', 'yes');
    expect(sent.exitCode).toBe(0);
    expect(sent.json).toMatchObject({ submitted: 1, counts: { queued: 1 }, rows: [{ state: 'queued' }] });
    expect(computer.world.tasks).toHaveLength(1);
    expect(creates()).toBe(2);
  });

  test('after it arrived finds the task by itself', async () => {
    const found = await migrate('lost-after');
    expect(found).toMatchObject({ exitCode: 0, json: { submitted: 1, task: { state: 'queued' } } });
    expect(computer.world.tasks).toHaveLength(1);
  });

  test('and that takes effect late is found by resume', async () => {
    const lost = await migrate('late-commit');
    expect(lost.exitCode).toBe(7);
    computer.pass(2 * simulatedMinute);
    const found = await sim('resume', lost.json.run);
    expect(found).toMatchObject({ exitCode: 0, codes: [] });
    expect(found.json.rows[0].task.id).toBe(computer.world.tasks[0]?.id);
    expect(computer.world.tasks).toHaveLength(1);
    expect(creates()).toBe(1);
  });

  const looks = [
    { name: 'status', argv: ['status', '--last'], exitCode: 0 },
    { name: 'watch', argv: ['watch', '--last'], exitCode: 7 },
    { name: 'cancel', argv: ['cancel', '--last', ...confirmed], exitCode: 7 },
  ];

  test.each(looks)('$name says that it is open, and names resume', async ({ argv, exitCode }) => {
    const { json: lost } = await migrate('lost-before');
    const told = await sim(...argv);
    expect(told).toMatchObject({ exitCode, codes: ['unconfirmed'] });
    expect(told.json.tasks[0]).toMatchObject({ id: null, state: 'unconfirmed', source: 'dana@contoso.com' });
    expect(told.json.next[0].command).toBe(`crossorg resume ${lost.run} --simulator`);
  });

  test('is in the way of the same move and of another one until it is settled', async () => {
    await migrate('lost-before');
    const same = await sim(...userMove(), ...confirmed);
    expect(same).toMatchObject({ exitCode: 7, json: { task: { state: 'unconfirmed' } } });
    const other = await sim(...userMove(), ...confirmed, '--start', '+9h');
    expect(other).toMatchObject({ exitCode: 9, json: { submitted: 0 } });
    expect(creates()).toBe(1);
  });
});

const died = new Error('the power went');

const deaths = [
  { name: 'before anything was sent', at: 'intended', state: 'draft', creates: 0 },
  { name: 'after it was sent', at: 'accepted', state: 'unconfirmed', creates: 1 },
] as const;

describe.each(deaths)('a crash $name', ({ at, state, creates: sent }) => {
  beforeEach(async () => {
    const argv = [...userMove(), ...simulated, ...confirmed, '--json'];
    const dead = await computer.run(argv, { files: failingAt(at, died) });
    expect(dead).toMatchObject({ exitCode: 1, codes: ['fault'] });
    expect(dead.out).not.toContain('power');
    expect(creates()).toBe(sent);
  });

  test('leaves a run that says where it stands', async () => {
    const { json } = await sim('runs', '--last');
    expect(json.rows[0]).toMatchObject({ state, task: null });
    expect(json.next[0].command).toBe(`crossorg resume ${json.run} --simulator`);
    expect((await sim('status', '--last')).json.tasks[0].state).toBe(state);
  });

  test('is gone on with by resume, without a new confirmation and without a second task', async () => {
    const { exitCode, json } = await sim('resume');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'run', submitted: 1, counts: { queued: 1 }, failedFile: null });
    expect(json.rows[0]).toMatchObject({ row: 1, line: null, source: 'dana@contoso.com', state: 'queued' });
    expect(computer.world.tasks).toHaveLength(1);
    expect(creates()).toBe(1);
    expect(await sim('resume')).toMatchObject({ exitCode: 0, codes: [] });
  });

  test('is settled by the next submission of the same move', async () => {
    const { exitCode, json } = await sim(...userMove(), ...confirmed);
    expect(exitCode).toBe(0);
    expect(json.task.id).toBe(computer.world.tasks[0]?.id);
    expect(computer.world.tasks).toHaveLength(1);
  });
});

test('nothing can be watched or cancelled of a run that sent nothing', async () => {
  await computer.run([...userMove(), ...simulated, ...confirmed], { files: failingAt('intended', died) });
  expect(await sim('watch', '--last')).toMatchObject({ exitCode: 3, codes: ['notSent'] });
  const cancelled = await sim('cancel', '--last', ...confirmed);
  expect(cancelled).toMatchObject({ exitCode: 3, codes: ['notSent'] });
  expect(cancelled.json.next.at(0).command).toMatch(/^crossorg resume r-/);
});

test('a full disk ends it with a finding, and resume finds what was sent', async () => {
  const argv = [...userMove(), ...simulated, ...confirmed, '--json'];
  const full = await computer.run(argv, { files: failingAt('accepted', diskFull) });
  expect(full).toMatchObject({ exitCode: 1, codes: ['ledgerStopped'] });
  expect(full.json.next.at(-1).command).toBe('crossorg resume --last --simulator');
  expect(await sim('resume', '--last')).toMatchObject({ exitCode: 0, json: { submitted: 1 } });
  expect(computer.world.tasks).toHaveLength(1);
});

test('a watch on a full disk ends with a finding too', async () => {
  await sim(...userMove(), ...confirmed);
  computer.pass(4 * simulatedMinute);
  const files = failingAt('observed', diskFull);
  const told = await computer.run(['status', '--last', ...simulated, '--json'], { files });
  expect(told).toMatchObject({ exitCode: 1, codes: ['ledgerStopped'] });
});

const unknown = [
  { name: 'no run', argv: [], code: 'noRuns' },
  { name: 'a run nobody knows', argv: ['r-20260101-000000-abcd'], code: 'runNotFound' },
  { name: 'a source nobody moved', argv: ['nobody@contoso.com'], code: 'taskNotFound' },
];

test.each(unknown)('resume of $name is 6', async ({ argv, code }) => {
  expect(await sim('resume', ...argv)).toMatchObject({ exitCode: 6, codes: [code] });
});

test('resume of a task that was made on another computer is 6: its run is not here', async () => {
  await sim(...userMove(), ...confirmed);
  computer.forget('simulator/runs');
  expect(await sim('resume', 'dana@contoso.com')).toMatchObject({ exitCode: 6, codes: ['runNotFound'] });
});
