import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, groupMove, simulated, siteMove, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const submit = async (argv: readonly string[], ...more: string[]) =>
  (await sim(...argv, ...confirmed, ...more)).json as { run: string; task: { id: string } };

describe('status finds a task', () => {
  const ways = [
    { name: 'its run', argv: userMove(), what: ({ run }: Made) => run },
    { name: 'its id', argv: userMove(), what: ({ task }: Made) => task.id },
    { name: 'its id in capitals', argv: userMove(), what: ({ task }: Made) => task.id.toUpperCase() },
    { name: 'the sign-in name', argv: userMove(), what: () => 'Dana@Contoso.com' },
    { name: 'the address of its site', argv: siteMove(), what: () => 'https://contoso.sharepoint.com/sites/it/' },
    { name: 'the mail nickname', argv: groupMove(), what: () => 'finance-eu' },
    { name: '--last', argv: userMove(), what: () => '--last' },
  ];
  type Made = { run: string; task: { id: string } };

  test.each(ways)('by $name', async ({ argv, what }) => {
    const made = await submit(argv);
    const { exitCode, json } = await sim('status', what(made));
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'status', findings: [] });
    expect(json.tasks).toEqual([expect.objectContaining({ id: made.task.id, state: 'queued', source: argv[2] })]);
    expect(json.next[0].command).toBe(`crossorg watch ${made.task.id} --simulator`);
  });

  const elsewhere = [
    { name: 'its id', argv: userMove(), what: ({ task }: Made) => task.id },
    { name: 'the sign-in name', argv: userMove(), what: () => 'dana@contoso.com' },
    { name: 'the address', argv: siteMove(), what: () => 'https://contoso.sharepoint.com/sites/IT' },
    { name: 'the mail nickname', argv: groupMove(), what: () => 'finance-eu' },
  ];

  test.each(elsewhere)('by $name, when it was made on another computer', async ({ argv, what }) => {
    const made = await submit(argv);
    computer.forget('simulator/runs');
    const { exitCode, json } = await sim('status', what(made));
    expect(exitCode).toBe(0);
    expect(json.tasks).toEqual([expect.objectContaining({ id: made.task.id, state: 'queued' })]);
  });
});

const unknown = [
  { name: 'somebody unknown', argv: ['nobody@contoso.com'], exitCode: 6, code: 'taskNotFound' },
  { name: 'a GUID unknown', argv: ['3ed6d46d-13a3-4995-b6ea-a74a20b1fac0'], exitCode: 6, code: 'http404' },
  { name: 'a site unknown', argv: ['https://contoso.sharepoint.com/sites/Nowhere'], exitCode: 6, code: 'taskNotFound' },
  {
    name: 'a site with an apostrophe unknown',
    argv: ["https://contoso.sharepoint.com/sites/Dana's"],
    exitCode: 6,
    code: 'taskNotFound',
  },
  { name: 'a run unknown', argv: ['r-20260101-000000-abcd'], exitCode: 6, code: 'runNotFound' },
  { name: 'no run yet', argv: ['--last'], exitCode: 6, code: 'noRuns' },
  { name: 'words', argv: ['what is this'], exitCode: 2, code: 'whatUnreadable' },
  { name: 'control characters', argv: ['\u001b[2J x'], exitCode: 2, code: 'whatUnreadable' },
  { name: 'a text as long as a book', argv: [`x y${'z'.repeat(50_000)}`], exitCode: 2, code: 'whatUnreadable' },
  { name: 'a group called last', argv: ['last'], exitCode: 6, code: 'taskNotFound' },
];

describe.each(['status', 'watch', 'cancel'])('%s', (command) => {
  test.each(unknown)('says what is wrong with $name', async ({ argv, exitCode, code }) => {
    const told = await sim(command, ...argv, ...(command === 'cancel' ? confirmed : []));
    expect(told).toMatchObject({ exitCode, codes: [code], calls: [] });
    expect(told.out.length).toBeLessThan(5_000);
  });

  test('wants to know which task is meant', async () => {
    expect(await sim(command)).toMatchObject({ exitCode: 2, codes: ['whatMissing'] });
  });
});

test('status of a known and an unknown source shows the one and names the other', async () => {
  const made = await submit(userMove());
  const told = await sim('status', 'dana@contoso.com', 'nobody@contoso.com');
  expect(told).toMatchObject({ exitCode: 5, codes: ['taskNotFound'] });
  expect(told.json.tasks).toEqual([expect.objectContaining({ id: made.task.id })]);
});

test('status names a task once, however often it is asked for', async () => {
  const { run, task } = await submit(userMove());
  expect((await sim('status', run, task.id, 'dana@contoso.com', '--last')).json.tasks).toHaveLength(1);
});

test('status exits with 0 and says why where a task has failed', async () => {
  await submit(userMove('milo'), '--watch');
  const told = await sim('status', 'milo@contoso.com');
  expect(told).toMatchObject({ exitCode: 0, codes: ['MnAMoveJobCreationFailed'] });
  expect(told.json.tasks[0]).toMatchObject({ state: 'failed', error: { code: 'MnAMoveJobCreationFailed' } });
  expect(told.json.next.length).toBeGreaterThan(0);
});

describe('watch', () => {
  test('follows a task to its end, with each change as an event', async () => {
    await submit(userMove());
    const { exitCode, events } = await computer.run(['watch', '--last', ...simulated, '--events']);
    expect(exitCode).toBe(0);
    const seen = events.filter(({ event }) => event === 'state').map(({ task }) => task.state);
    expect([...new Set(seen)]).toEqual(['running', 'completed']);
    expect(events.at(-1)).toMatchObject({ kind: 'watch', tasks: [{ state: 'completed' }], next: [] });
  });

  test('in lines tells changes beside, and the end on standard output', async () => {
    await submit(userMove());
    const { out, err } = await computer.run(['watch', '--last', ...simulated]);
    expect(out).toMatch(/^[0-9a-f-]{36} {2}Completed {2}dana@contoso\.com {2}\d\d:\d\d:\d\d UTC\n$/);
    expect(err).toMatch(/Queued[\s\S]*Running/);
  });

  test('of a failed task is 6', async () => {
    await submit(userMove('milo'));
    expect(await sim('watch', '--last')).toMatchObject({ exitCode: 6, codes: ['MnAMoveJobCreationFailed'] });
  });

  test('of two tasks, one of which fails, is 5', async () => {
    await submit(userMove('milo'));
    await submit(userMove());
    const told = await sim('watch', 'milo@contoso.com', 'dana@contoso.com');
    expect(told.exitCode).toBe(5);
    expect(told.json.tasks.map(({ state }: { state: string }) => state)).toEqual(['failed', 'completed']);
  });

  test('of a cancelled task is 6', async () => {
    await submit(userMove());
    await sim('cancel', '--last', ...confirmed);
    expect(await sim('watch', '--last')).toMatchObject({ exitCode: 6, codes: ['taskCancelled'] });
  });

  test('ends with 8 at its time limit, and says how to go on', async () => {
    const { task } = await submit(userMove());
    const told = await sim('watch', '--last', '--timeout', '4m');
    expect(told).toMatchObject({ exitCode: 8, codes: ['watchTimedOut'] });
    expect(told.json.next[0].command).toBe(`crossorg watch ${task.id} --simulator`);
    expect(told.json.tasks[0].state).toBe('running');
  });

  test('does not wait for a start that is days away', async () => {
    await submit(userMove(), '--start', '+2d');
    const { json } = await sim('watch', '--last');
    expect(json.tasks[0].startedAt >= '2026-12-07T12').toBe(true);
  });

  test('stopped with Ctrl+C is 130', async () => {
    const { task } = await submit(userMove());
    const told = await computer.run(['watch', '--last', ...simulated], { stopAt: 'Running' });
    expect(told.exitCode).toBe(130);
    expect(told.err).toContain(`crossorg watch ${task.id} --simulator`);
  });
});

describe('cancel', () => {
  test('cancels what is queued, and reads back that it is', async () => {
    await submit(userMove());
    const told = await sim('cancel', 'dana@contoso.com', ...confirmed);
    expect(told).toMatchObject({ exitCode: 0, codes: [] });
    expect(told.json).toMatchObject({ kind: 'cancel', tasks: [{ state: 'cancelled', source: 'dana@contoso.com' }] });
    expect((await sim('status', '--last')).json.tasks[0].state).toBe('cancelled');
  });

  test('takes the count in place of the word', async () => {
    await submit(userMove());
    expect((await sim('cancel', '--last', '--confirm', '1')).exitCode).toBe(0);
  });

  test('of a running task is 9: too late', async () => {
    const { task } = await submit(userMove());
    computer.pass(5_000);
    const told = await sim('cancel', '--last', ...confirmed);
    expect(told).toMatchObject({ exitCode: 9, codes: ['cancelTooLate'] });
    expect(told.json.tasks[0].state).toBe('running');
    expect(told.json.next).toEqual([expect.objectContaining({ command: `crossorg watch ${task.id} --simulator` })]);
  });

  test('of a task that is done is 9', async () => {
    await submit(userMove(), '--watch');
    expect((await sim('cancel', '--last', ...confirmed)).exitCode).toBe(9);
  });

  test('of two tasks, one of which runs, is 5 and cancels the other', async () => {
    await submit(userMove('kim'));
    computer.pass(5_000);
    await submit(userMove(), '--start', '+5h');
    const told = await sim('cancel', 'kim@contoso.com', 'dana@contoso.com', '--confirm', '2');
    expect(told.exitCode).toBe(5);
    expect(told.json.tasks.map(({ state }: { state: string }) => state)).toEqual(['running', 'cancelled']);
  });

  test('of a known and an unknown source is 5', async () => {
    await submit(userMove());
    const told = await sim('cancel', 'dana@contoso.com', 'nobody@contoso.com', ...confirmed);
    expect(told).toMatchObject({ exitCode: 5, codes: ['taskNotFound'] });
  });

  test('touches nothing while one of the words cannot be read', async () => {
    await submit(userMove());
    const told = await sim('cancel', 'dana@contoso.com', 'what is this', ...confirmed);
    expect(told).toMatchObject({ exitCode: 2, codes: ['whatUnreadable'] });
    expect((await sim('status', '--last')).json.tasks[0].state).toBe('queued');
  });

  const words = [
    { name: 'no word and no terminal', argv: [], exitCode: 2, code: 'confirmMissing' },
    { name: 'another word', argv: ['--confirm', 'no'], exitCode: 3, code: 'confirmWord' },
    { name: 'another number', argv: ['--confirm', '2'], exitCode: 3, code: 'confirmWord' },
    { name: 'an empty word', argv: ['--confirm', ''], exitCode: 3, code: 'confirmWord' },
  ];

  test.each(words)('with $name cancels nothing', async ({ argv, exitCode, code }) => {
    await submit(userMove());
    expect(await sim('cancel', '--last', ...argv)).toMatchObject({ exitCode, codes: [code] });
    expect((await sim('status', '--last')).json.tasks[0].state).toBe('queued');
  });

  test('of several tasks wants their number, not a word', async () => {
    await submit(userMove('kim'));
    await submit(userMove());
    const told = await sim('cancel', 'kim@contoso.com', 'dana@contoso.com', ...confirmed);
    expect(told).toMatchObject({ exitCode: 3, codes: ['confirmWord'] });
    expect(told.json.findings[0].next[0].do).toContain('--confirm 2');
  });

  test('of a task made on another computer works by its source', async () => {
    await submit(userMove());
    computer.forget('simulator/runs');
    const told = await sim('cancel', 'dana@contoso.com', ...confirmed);
    expect(told).toMatchObject({ exitCode: 0, json: { tasks: [{ state: 'cancelled' }] } });
  });
});
