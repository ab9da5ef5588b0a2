import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { diskFull, failingAt } from '../support/failing-disk.ts';
import { simulated } from '../support/moves.ts';
import { changeWorld, people, stoppedHalfway, submitted, waveFile } from '../support/waves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const creates = () => computer.world.log.filter(({ kind }) => kind === 'create').length;
const commandsIn = ({ next }: { next: { command?: string }[] }) => next.map(({ command }) => command);

/** Nobody has two tasks. */
const isOnce = () => {
  const keys = computer.world.tasks.map(({ move }) => move.key);
  return new Set(keys).size === keys.length;
};

describe('resume of a run with several rows', () => {
  test('sends what was not sent, and exits with 0 when all have their task', async () => {
    const run = await stoppedHalfway(computer, people(30));
    const told = await sim('resume', run);
    expect(told).toMatchObject({ exitCode: 0, codes: [] });
    expect(told.json).toMatchObject({ kind: 'run', run, submitted: 30, failedFile: null });
    expect(told.json.rows).toHaveLength(30);
    expect(commandsIn(told.json)).toEqual([`crossorg watch ${run} --simulator`]);
    expect(creates()).toBe(30);
    expect(isOnce()).toBe(true);
  });

  test('sends several rows at a time', async () => {
    const run = await stoppedHalfway(computer, people(30));
    const { events } = await computer.run(['resume', run, ...simulated, '--events']);
    const names = events.filter(({ event }) => /intended|accepted/.test(event)).map(({ event }) => event);
    expect(names.filter((name) => name === 'accepted')).toHaveLength(26);
    expect(names.slice(0, 3)).toEqual(['intended', 'intended', 'intended']);
    expect(events.at(-1)).toMatchObject({ event: 'summary', kind: 'run', exitCode: 0 });
  });

  test('tells how far it is in numbers', async () => {
    await stoppedHalfway(computer, people(30));
    const { out, err } = await computer.run(['resume', '--last', ...simulated]);
    expect(err).toMatch(/Going on with 26 rows of r-/);
    expect(err).toContain('26 of 26: 26 accepted.');
    expect(out).toMatch(/^30 rows: (\d+ (Queued|Running|Completed)(, )?)+\n$/);
  });

  test('where nothing is left sends nothing and is 0', async () => {
    const { run } = await submitted(computer, people(4));
    expect(await sim('resume', run)).toMatchObject({ exitCode: 0, json: { submitted: 4 } });
    expect(creates()).toBe(4);
  });

  test('is 5 where a row is refused', async () => {
    const run = await stoppedHalfway(computer, [...people(8), { name: 'dana' }]);
    changeWorld(computer, ({ takenUrls }) => {
      takenUrls['https://fabrikam-my.sharepoint.com/personal/dana_fabrikam_com'] = true;
    });
    const told = await sim('resume', run);
    expect(told.exitCode).toBe(5);
    expect(told.json.counts).toMatchObject({ draft: 1 });
    expect(told.json.rows[8]).toMatchObject({ source: 'dana@contoso.com', state: 'draft', task: null });
    expect(await sim('resume', run)).toMatchObject({ exitCode: 5 });
    expect(creates()).toBe(9);
  });

  test('stops where something is wrong with the tenants, says it once, and goes on when it is mended', async () => {
    const run = await stoppedHalfway(computer, people(30));
    changeWorld(computer, ({ trust }) => {
      trust.target = 'missing';
    });
    const told = await sim('resume', run);
    expect(told.exitCode).toBe(6);
    expect(told.codes).toHaveLength(1);
    expect(told.json.counts).toMatchObject({ draft: 26 });
    expect(commandsIn(told.json)).toContain(`crossorg resume ${run} --simulator`);
    expect(creates()).toBeLessThan(14);
    changeWorld(computer, ({ trust }) => {
      trust.target = 'good';
    });
    expect(await sim('resume', run)).toMatchObject({ exitCode: 0, json: { submitted: 30 } });
    expect(isOnce()).toBe(true);
  });

  test('stopped with Ctrl+C is 130, begins nothing new, and says how to go on', async () => {
    const run = await stoppedHalfway(computer, people(30));
    const told = await computer.run(['resume', run, ...simulated], { stopAt: /\d+ of 26/ });
    expect(told.exitCode).toBe(130);
    expect(told.err).toContain(`crossorg resume ${run} --simulator`);
    expect(creates()).toBeLessThan(30);
    expect(await sim('resume', run)).toMatchObject({ exitCode: 0, json: { submitted: 30 } });
    expect(isOnce()).toBe(true);
  });

  test('waits with rows where as many as are allowed are queued', async () => {
    const run = await stoppedHalfway(computer, people(12));
    const { err } = await computer.run(['resume', run, '--max-pending', '4', ...simulated]);
    expect(err).toContain('4 tasks of this run wait in the service');
    expect(creates()).toBe(12);
  });

  test('holds no longer what another window asked for', async () => {
    const run = await stoppedHalfway(computer, people(12));
    const mark = join(computer.folder, 'state', 'simulator', 'runs', `${run}.stop`);
    writeFileSync(mark, 'mia on ws-2');
    expect(await sim('resume', run)).toMatchObject({ exitCode: 0, json: { submitted: 12 } });
    expect(existsSync(mark)).toBe(false);
  });

  test('of one row of it sends that row only', async () => {
    const run = await stoppedHalfway(computer, people(12));
    const told = await sim('resume', 'user0012@contoso.com');
    expect(told).toMatchObject({ exitCode: 0, json: { run, submitted: 5 } });
    expect(creates()).toBe(5);
  });
});

describe('resume of two runs', () => {
  /** The second wave moves others than the first. */
  const later = people(40).slice(20);

  test('takes several rows of each at a time, and tells of both', async () => {
    const first = await stoppedHalfway(computer, people(12));
    const second = await stoppedHalfway(computer, later);
    const { exitCode, events } = await computer.run(['resume', first, '--last', ...simulated, '--events']);
    const names = events.filter(({ run, event }) => run === second && /intended|accepted/.test(event));
    expect(names.slice(0, 3).map(({ event }) => event)).toEqual(['intended', 'intended', 'intended']);
    expect(exitCode).toBe(0);
    const { rows, ...told } = events.at(-1) ?? {};
    expect(told).toMatchObject({ event: 'summary', run: null, runs: [first, second], submitted: 32 });
    expect(Map.groupBy(rows, ({ run }: { run: string }) => run).get(second)).toHaveLength(20);
    expect(isOnce()).toBe(true);
  });

  test('goes on with the one where the other is refused, and is 5', async () => {
    const first = await stoppedHalfway(computer, [...people(8), { name: 'dana' }]);
    await stoppedHalfway(computer, later);
    changeWorld(computer, ({ takenUrls }) => {
      takenUrls['https://fabrikam-my.sharepoint.com/personal/dana_fabrikam_com'] = true;
    });
    const told = await sim('resume', first, '--last');
    expect(told).toMatchObject({ exitCode: 5, json: { submitted: 28, counts: { draft: 1 } } });
    expect(commandsIn(told.json)).toContain(`crossorg watch ${first} --simulator`);
  });
});

/** Every create is sent, and nothing can be written down about its answer. */
async function crashed(): Promise<string> {
  const argv = ['wave', waveFile(computer, people(8)), '--confirm', '8', ...simulated, '--json'];
  await computer.run(argv, { files: failingAt('accepted', diskFull) });
  return (await sim('runs')).json.runs[0].run;
}

test('resume after a crash finds what was sent, and sends what was not', async () => {
  const run = await crashed();
  const sent = creates();
  expect(sent).toBeGreaterThan(0);
  const told = await sim('resume', run);
  expect(told).toMatchObject({ exitCode: 0, json: { submitted: 8 } });
  expect(creates()).toBe(8);
  expect(isOnce()).toBe(true);
});
