import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';
import { host, lines, names, person, wavesOn } from '../support/wave-lines.ts';
import { changeWorld, people, stoppedHalfway } from '../support/waves.ts';

let computer: CommandLine;
let on: ReturnType<typeof wavesOn>;
beforeEach(() => {
  computer = new CommandLine();
  on = wavesOn(computer);
});
afterEach(() => computer.remove());

const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const inFile = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\r\n');

/** Two rows of which the second one fails while it moves, as a plan. */
async function savedPlan(): Promise<string> {
  const path = join(computer.folder, 'approved.json');
  await on.wave(lines(names, person('kim'), person('carl')), '--dry-run', '--plan-out', path);
  return path;
}

const carl = [`${names}`, person('carl')];

describe('rows to be repeated', () => {
  test('of a plan that was applied are written beside it, in the form that wave reads', async () => {
    const told = await sim('apply', await savedPlan(), '--confirm', '2', '--watch');
    expect(told).toMatchObject({ exitCode: 5, json: { failedFile: join(computer.folder, 'approved.failed.csv') } });
    expect(inFile(told.json.failedFile)).toEqual(carl);
    const again = await sim('wave', told.json.failedFile, '--dry-run');
    expect(again.json.rows).toHaveLength(1);
  });

  test('of a run that is tried again are written into the current folder, under the name of that run', async () => {
    const { json } = await sim('apply', await savedPlan(), '--confirm', '2', '--watch');
    const told = await sim('retry', json.run, '--confirm', 'yes', '--watch');
    const { failedFile, counts } = told.json;
    expect(counts).toEqual({ failed: 1 });
    expect(failedFile).toBe(join(computer.folder, `${json.run}.failed.csv`));
    expect(inFile(failedFile)).toEqual(carl);
  });

  test('of a run that is gone on with are those that were refused', async () => {
    const run = await stoppedHalfway(computer, [...people(8), { name: 'dana' }]);
    changeWorld(computer, ({ takenUrls }) => {
      takenUrls[`${host}/personal/dana_fabrikam_com`] = true;
    });
    const { err } = await computer.run(['resume', run, ...simulated]);
    const path = join(computer.folder, `${run}.failed.csv`);
    expect(err).toContain(`The rows to repeat are in ${path}`);
    expect(inFile(path)).toEqual([`${names},start`, `${person('dana')},now`]);
    expect((await sim('resume', run)).json.failedFile).toBe(path);
  });

  test('are not those that resume sends: a run that was stopped has them', async () => {
    await stoppedHalfway(computer, people(30));
    expect(existsSync(join(computer.folder, 'wave.failed.csv'))).toBe(false);
  });

  test('of a wave of one are told to people too', async () => {
    const path = on.file(lines(names, person('carl')));
    const { err } = await computer.run(['wave', path, ...simulated, '--confirm', 'yes', '--watch']);
    expect(err).toContain(`The rows to repeat are in ${join(computer.folder, 'wave.failed.csv')}`);
  });
});

test('a word that resume has no use for is refused, and nothing is sent', async () => {
  const run = await stoppedHalfway(computer, people(12));
  const before = on.creates();
  const told = await sim('resume', run, '--confirm', '8');
  expect(told).toMatchObject({ exitCode: 2, codes: ['confirmWord'] });
  expect(on.creates()).toBe(before);
});
