import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const submit = async (name = 'dana') => (await sim(...userMove(name), ...confirmed)).json;

test('without runs says so', async () => {
  expect(await computer.run(['runs'])).toMatchObject({ exitCode: 0, out: 'No runs are recorded here yet.\n' });
  expect((await computer.run(['runs', '--json'])).json).toMatchObject({
    kind: 'runs',
    mode: 'live',
    runs: [],
    next: [],
  });
});

test('lists runs with their states, newest first, without asking anybody', async () => {
  await submit();
  computer.pass(2_000);
  await submit('kim');
  const told = await computer.run(['runs', ...simulated]);
  expect(told.calls).toEqual([]);
  expect(told.out).toMatch(
    /^r-\d{8}-\d{6}-[0-9a-f]{4} {2}\S+Z {2}1 Queued {2}kim@contoso\.com\nr-.*dana@contoso\.com\n$/,
  );
  const { json } = await sim('runs');
  expect(json.runs[0]).toMatchObject({ mode: 'simulator', source: { name: 'Contoso' }, counts: { queued: 1 } });
});

test('runs of the simulator and of tenants are kept apart', async () => {
  await submit();
  expect((await computer.run(['runs', '--json'])).json.runs).toEqual([]);
});

test('shows one run as rows, with its plan, who confirmed it, and what came of it', async () => {
  const { run, plan, task } = await submit();
  const shown = await sim('runs', run);
  expect(shown.exitCode).toBe(0);
  expect(shown.json).toMatchObject({ kind: 'run', run, counts: { queued: 1 }, submitted: 1, failedFile: null });
  expect(shown.json.rows).toEqual([
    expect.objectContaining({
      row: 1,
      line: null,
      plan: plan.id,
      state: 'queued',
      task: expect.objectContaining({ id: task.id }),
    }),
  ]);
  expect(shown.json.next[0].command).toBe(`crossorg watch ${run} --simulator`);
  const { out } = await computer.run(['runs', '--last', ...simulated]);
  for (const part of [run, 'admin@contoso.com', 'ws-1', plan.id, 'accepted by the service'])
    expect(out).toContain(part);
});

const unknown = [
  { name: 'a run nobody knows', argv: ['r-20260101-000000-abcd'], code: 'runNotFound' },
  { name: 'a path', argv: ['../../etc/passwd'], code: 'runNotFound' },
  { name: 'control characters', argv: ['\u001b[2J'], code: 'runNotFound' },
  { name: 'the last of none', argv: ['--last'], code: 'noRuns' },
];

test.each(unknown)('$name is 6', async ({ argv, code }) => {
  expect(await sim('runs', ...argv)).toMatchObject({ exitCode: 6, codes: [code] });
});

describe('a folder with broken files among the good ones', () => {
  const broken = 'r-20261231-235959-ffff';
  let good: string;

  beforeEach(async () => {
    good = (await submit()).run;
    const folder = join(computer.folder, 'state', 'simulator', 'runs');
    writeFileSync(join(folder, `${broken}.sqlite`), 'this is no database');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, 'r-.sqlite'), '');
    writeFileSync(join(folder, 'r-20261231-235959-FFFF.sqlite.bak'), '');
    mkdirSync(join(folder, 'old'));
  });

  test('is listed, with a finding about the broken one', async () => {
    const { exitCode, json, codes } = await sim('runs');
    expect({ exitCode, codes }).toEqual({ exitCode: 0, codes: ['ledgerBroken'] });
    expect(json.runs).toEqual([
      { run: broken, readable: false },
      expect.objectContaining({ run: good, readable: true }),
    ]);
    expect((await computer.run(['runs', ...simulated])).out).toContain(`${broken}  cannot be read`);
  });

  test('does not keep the good runs from being found', async () => {
    for (const what of [good, 'dana@contoso.com'])
      expect(await sim('status', what)).toMatchObject({ exitCode: 0, codes: [] });
  });

  test.each(['status', 'watch', 'cancel', 'resume', 'runs'])(
    '%s --last says that the newest cannot be read',
    async (command) => {
      const told = await sim(command, '--last', ...(command === 'cancel' ? confirmed : []));
      expect(told).toMatchObject({ exitCode: 1, codes: ['ledgerBroken'] });
    },
  );

  test('lets new moves go, with a warning', async () => {
    const told = await sim(...userMove('kim'), ...confirmed);
    expect(told).toMatchObject({ exitCode: 0, codes: ['ledgerBroken'] });
    expect(told.json.findings[0].severity).toBe('warning');
  });
});

describe('a state folder that cannot be used', () => {
  const file = () => {
    writeFileSync(join(computer.folder, 'file'), '');
    return join(computer.folder, 'file');
  };

  const commands = [
    { name: 'a move', argv: [...userMove(), ...confirmed] },
    { name: 'a dry run', argv: [...userMove(), '--dry-run'] },
    { name: 'status', argv: ['status', 'dana@contoso.com'] },
  ];

  test.each(commands)('ends $name on the simulator with a finding', async ({ argv }) => {
    const told = await computer.run([...argv, ...simulated, '--json'], { state: file() });
    expect(told).toMatchObject({ exitCode: 1, codes: ['simulatorUnusable'] });
    expect(told.json.findings[0].next.at(-1).do).toContain('CROSSORG_STATE_DIR');
  });

  test('has no runs', async () => {
    expect((await computer.run(['runs'], { state: file() })).exitCode).toBe(0);
  });
});

test('a simulated world that is damaged is named, and can be deleted', async () => {
  await submit();
  const path = join(computer.folder, 'state', 'simulator', 'world.sqlite');
  computer.forget('simulator/world.sqlite-wal');
  computer.forget('simulator/world.sqlite-shm');
  writeFileSync(path, 'this is no database');
  const told = await sim('status', '--last');
  expect(told).toMatchObject({ exitCode: 1, codes: ['simulatorUnusable'] });
  expect(told.json.findings[0].why).toContain(path);
  computer.forget('simulator/world.sqlite');
  expect((await sim(...userMove('kim'), '--dry-run')).exitCode).toBe(0);
});
