import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planFileOf, planFileText } from '../../src/plan/plan-file.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import { CommandLine } from '../support/command-line.ts';
import { failingAt } from '../support/failing-disk.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';
import { serving } from '../support/served.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const creates = () => computer.world.log.filter(({ kind }) => kind === 'create').length;

/** A move that was submitted and cancelled before it started. */
async function cancelledRun(name = 'dana'): Promise<string> {
  const { json } = await sim(...userMove(name), ...confirmed, '--start', '+9h');
  expect((await sim('cancel', json.run, ...confirmed)).exitCode).toBe(0);
  return json.run;
}

/** Several moves as one run, submitted from one plan file. */
async function runOf(names: string[], ...more: string[]) {
  const path = join(computer.folder, 'plan.json');
  const plans = [];
  for (const name of names) {
    const file = join(computer.folder, `${name}.json`);
    await sim(...userMove(name), '--dry-run', '--plan-out', file);
    const read = readPlanFile(readFileSync(file, 'utf8'));
    if (!read.ok) throw new Error('The plan cannot be read');
    plans.push(read.value);
  }
  const rows = plans.flatMap((plan, index) =>
    plan.rows.map((row) => ({ ...row, row: index + 1, line: index + 2, dryRun: null })),
  );
  const [first] = plans;
  if (!first) throw new Error('There is no plan');
  writeFileSync(path, planFileText(planFileOf(first.file, rows)));
  return (await sim('apply', path, '--confirm', String(names.length), ...more)).json;
}

test('retry of a row and of the last run is refused: rows are told apart by their numbers', async () => {
  await cancelledRun('dana');
  await cancelledRun('sam');
  const told = await sim('retry', 'dana@contoso.com', '--last', '--confirm', '2');
  expect(told).toMatchObject({ exitCode: 2, codes: ['severalRunsNamed'] });
  expect(creates()).toBe(2);
});

describe('a move that came to nothing', () => {
  test('and was cancelled is dry-run again and submitted as a new run', async () => {
    const run = await cancelledRun();
    const told = await sim('retry', run, ...confirmed, '--watch');
    expect(told).toMatchObject({ exitCode: 0, codes: [], json: { kind: 'run', retryOf: run, submitted: 1 } });
    expect(told.json).toMatchObject({ counts: { completed: 1 }, dryRun: { ok: true }, next: [] });
    expect(told.json.run).not.toBe(run);
    expect(creates()).toBe(2);
    const { runs } = (await sim('runs')).json;
    expect(runs.map(({ counts }: { counts: object }) => counts)).toEqual([{ completed: 1 }, { cancelled: 1 }]);
  });

  test('and failed is submitted again with --last, and may fail again', async () => {
    expect((await sim(...userMove('milo'), ...confirmed, '--watch')).exitCode).toBe(6);
    const told = await sim('retry', '--last', ...confirmed);
    expect(told).toMatchObject({ exitCode: 0, json: { submitted: 1, counts: { queued: 1 } } });
    const end = await sim('watch', '--last');
    expect([0, 6]).toContain(end.exitCode);
  });

  test('is found out before: the record may not know yet that it failed', async () => {
    const { json } = await sim(...userMove('milo'), ...confirmed);
    computer.pass(3_600_000);
    const told = await sim('retry', json.run, '--dry-run');
    expect(told).toMatchObject({ exitCode: 0, json: { run: null, submitted: 0, counts: { draft: 1 } } });
    expect((await sim('runs', json.run)).json.counts).toEqual({ failed: 1 });
    expect(creates()).toBe(1);
  });

  test('and was rejected by the service is submitted again once the reason is gone', async () => {
    const place = await serving();
    try {
      const full = { error: { code: 'MnAMoveJobWasNotCreated', message: 'The move job was not created.' } };
      const argv = [...userMove(), ...confirmed, '--json'];
      const rejected = await place.computer.run(argv, {
        fetch: (url, init) =>
          init.body?.includes('"validateOnly":false')
            ? Promise.resolve(Response.json(full, { status: 422, headers: { 'request-id': 'r-1' } }))
            : fetch(url, init),
      });
      expect(rejected).toMatchObject({ exitCode: 6, json: { submitted: 0 } });
      const told = await place.computer.run(['retry', rejected.json.run, ...confirmed, '--json']);
      expect(told).toMatchObject({ exitCode: 0, json: { submitted: 1, retryOf: rejected.json.run } });
      expect(place.world.tasks).toHaveLength(1);
    } finally {
      await place.close();
    }
  });

  test('tells its story in events', async () => {
    const run = await cancelledRun();
    const { events } = await computer.run(['retry', run, ...confirmed, ...simulated, '--events']);
    expect(events.map(({ event }) => event)).toEqual([
      'started',
      'checked',
      'dryRun',
      'intended',
      'accepted',
      'summary',
    ]);
    expect(events.at(-1)).toMatchObject({ kind: 'run', retryOf: run });
  });

  test('whose source was moved meanwhile is not moved twice', async () => {
    const run = await cancelledRun();
    await sim(...userMove(), ...confirmed, '--watch');
    const told = await sim('retry', run, ...confirmed);
    expect(told).toMatchObject({ exitCode: 9, codes: ['MnASiteMoveIsInprogressOrFinished'] });
    expect(told.json).toMatchObject({ run: null, submitted: 0 });
    expect(creates()).toBe(2);
  });

  test('whose latest start has passed is not submitted', async () => {
    const { json } = await sim(...userMove(), ...confirmed, '--start', '+3h', '--latest-start', '+9h');
    await sim('cancel', json.run, ...confirmed);
    computer.pass(600_000);
    const told = await sim('retry', json.run, ...confirmed);
    expect(told.exitCode).toBe(3);
    expect(told.json.findings.map(({ field }: { field: string }) => field)).toContain('latestStart');
    expect(creates()).toBe(1);
  });
});

describe('the confirmation', () => {
  test('is asked for before anything is read from the service', async () => {
    const run = await cancelledRun();
    const before = computer.world.requests;
    const told = await sim('retry', run);
    expect(told).toMatchObject({ exitCode: 2, codes: ['confirmMissing'] });
    expect(computer.world.requests).toBe(before);
  });

  test('of another number is refused with the right one, and nothing is sent', async () => {
    const run = await cancelledRun();
    const told = await sim('retry', run, '--confirm', '2');
    expect(told).toMatchObject({ exitCode: 3, codes: ['confirmWord'], json: { run: null, submitted: 0 } });
    expect(told.json.findings[0].next[0].do).toContain('--confirm yes');
    expect(creates()).toBe(1);
  });
});

describe('a run of several rows', () => {
  test('only what came to nothing is tried again, under its own number and line', async () => {
    const made = await runOf(['dana', 'milo'], '--watch');
    expect(made.counts).toEqual({ completed: 1, failed: 1 });
    const { json, exitCode } = await sim('retry', made.run, ...confirmed);
    expect(exitCode).toBe(0);
    expect(json.rows).toMatchObject([{ row: 2, line: 3, source: 'milo@contoso.com', state: 'queued' }]);
  });

  test('what is ready is submitted, and the rest keeps it from being 0', async () => {
    const made = await runOf(['dana', 'kim', 'ana']);
    const cancelled = await sim('cancel', made.run, '--confirm', '3');
    expect(cancelled.exitCode).toBe(0);
    await sim(...userMove('kim'), ...confirmed, '--watch');
    const wrong = await sim('retry', made.run, '--confirm', '3');
    expect(wrong).toMatchObject({ exitCode: 3 });
    expect(wrong.codes).toContain('confirmWord');
    const told = await sim('retry', made.run, '--confirm', '2');
    expect(told).toMatchObject({ exitCode: 5, json: { submitted: 2, counts: { queued: 2, draft: 1 } } });
    expect(told.json.rows.map(({ row, state }: { row: number; state: string }) => [row, state])).toEqual([
      [1, 'queued'],
      [2, 'draft'],
      [3, 'queued'],
    ]);
    expect(told.json.rows[1].findings).not.toEqual([]);
  });
});

describe('a run in which nothing failed', () => {
  test('is refused with the states of its rows', async () => {
    const { json } = await sim(...userMove(), ...confirmed, '--watch');
    const told = await sim('retry', json.run, ...confirmed);
    expect(told).toMatchObject({ exitCode: 3, codes: ['nothingToRetry'] });
    expect(told.json.findings[0].why).toContain('1 completed');
    expect(told.json.next[0].command).toBe(`crossorg runs ${json.run} --simulator`);
  });

  test('and one row waits for its answer is left to resume', async () => {
    const { json } = await sim(...userMove(), ...confirmed, '--scenario', 'lost-before');
    const told = await sim('retry', json.run, ...confirmed);
    expect(told).toMatchObject({ exitCode: 3, codes: ['nothingToRetry'] });
    expect(told.json.findings[0].why).toContain('1 unconfirmed');
    expect(told.json.next[0].command).toBe(`crossorg resume ${json.run} --simulator`);
    expect(creates()).toBe(1);
  });

  test('and one row was never sent is left to resume', async () => {
    const argv = [...userMove(), ...simulated, ...confirmed, '--json'];
    await computer.run(argv, { files: failingAt('intended', new Error('the power went')) });
    const told = await sim('retry', '--last', ...confirmed);
    expect(told).toMatchObject({ exitCode: 3, codes: ['nothingToRetry'] });
    expect(told.json.findings[0].why).toContain('1 draft');
  });
});

const unknown = [
  { name: 'no run is named', argv: [], exitCode: 2, code: 'whatMissing' },
  { name: 'a run nobody knows', argv: ['r-20260101-000000-abcd'], exitCode: 6, code: 'runNotFound' },
  { name: 'there is no last run', argv: ['--last'], exitCode: 6, code: 'noRuns' },
];

test.each(unknown)('$name: it is said', async ({ argv, exitCode, code }) => {
  expect(await sim('retry', ...argv, ...confirmed)).toMatchObject({ exitCode, codes: [code] });
});

test('a task that was made on another computer has no run here', async () => {
  await sim(...userMove(), ...confirmed);
  computer.forget('simulator/runs');
  expect(await sim('retry', 'dana@contoso.com', ...confirmed)).toMatchObject({ exitCode: 6, codes: ['runNotFound'] });
});
