import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';
import { lines, names, person, wavesOn } from '../support/wave-lines.ts';

let computer: CommandLine;
let on: ReturnType<typeof wavesOn>;
beforeEach(() => {
  computer = new CommandLine();
  on = wavesOn(computer);
});
afterEach(() => computer.remove());

const planAt = () => join(computer.folder, 'plan.json');
const mixed = lines(names, person('kim'), person('user0002'), person('dana').replace('user', 'uesr'));

describe('the plan of a wave', () => {
  test('is said where it was saved, with the command that submits exactly it', async () => {
    const { json } = await on.wave(mixed, '--dry-run', '--plan-out', planAt());
    const { planId } = JSON.parse(readFileSync(planAt(), 'utf8'));
    const command = `crossorg apply ${planAt()} --plan-id ${planId.slice(0, 12)} --confirm 2 --simulator`;
    expect(json).toMatchObject({
      planFile: planAt(),
      next: expect.arrayContaining([expect.objectContaining({ command })]),
    });
    const { err } = await computer.run(['wave', on.file(mixed), ...simulated, '--dry-run', '--plan-out', planAt()]);
    expect(err).toContain(`Plan ${planId.slice(0, 12)} saved to ${planAt()}.`);
    expect(err.replace(/\s+/g, ' ')).toContain(command);
  });

  test('of one row is told in the same way', async () => {
    const { json } = await on.wave(lines(names, person('kim')), '--dry-run', '--plan-out', planAt());
    expect(json.planFile).toBe(planAt());
    expect(json.next[0].command).toMatch(/^crossorg apply .* --confirm yes --simulator$/);
  });

  test('is not saved where no row is ready, and that is said', async () => {
    const none = lines(names, person('omar'), person('nobody'));
    expect((await on.wave(none, '--dry-run', '--plan-out', planAt())).json.planFile).toBeNull();
    const { err } = await computer.run(['wave', on.file(none), ...simulated, '--dry-run', '--plan-out', planAt()]);
    expect(err).toContain('The plan was not saved');
  });

  test('does not go over a file of something else, which is said before the service is asked about any row', async () => {
    writeFileSync(planAt(), 'notes');
    const told = await computer.run([
      'wave',
      on.file(mixed),
      ...simulated,
      '--dry-run',
      '--plan-out',
      planAt(),
      '--events',
    ]);
    expect(told.exitCode).toBe(2);
    const events = told.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(['started', 'summary']);
    expect(events.at(-1).findings.map(({ code }: { code: string }) => code)).toEqual(['planFileExists']);
    expect(readFileSync(planAt(), 'utf8')).toBe('notes');
  });

  test('goes over an older one of the same rows', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { json } = await on.wave(mixed, '--dry-run', '--plan-out', planAt());
      expect(json.planFile).toBe(planAt());
    }
  });
});

test('that the rows to repeat could not be written is said', async () => {
  mkdirSync(join(computer.folder, 'wave.failed.csv'));
  const told = await on.wave(mixed, '--confirm', '2');
  expect(told.json).toMatchObject({ submitted: 2, failedFile: null });
  expect(told.codes).toContain('failedFileNotWritten');
});
