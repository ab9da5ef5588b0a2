import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/table.ts';
import { scenarioNames } from '../../src/simulator/scenarios.ts';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';
import { argvOn, effectsIn, isMissing, prepare, quiet, type Said, submitOne, talking, titleOf } from './unattended.ts';

let computer: CommandLine;

async function begin(scenario: string): Promise<void> {
  computer = new CommandLine();
  await prepare(computer);
  await submitOne(computer, scenario);
}

const rowsOf = (all: readonly Said[]) => all.map((said, at) => ({ title: titleOf(said), said, at }));

type Options = NonNullable<Parameters<CommandLine['run']>[1]>;

/** Runs a line that agrees to nothing, and holds it to that; one that lacks an answer ends at once and calls nobody. */
async function runUnattended(said: Said, more: readonly string[], options: Options = {}): Promise<void> {
  const before = { effects: effectsIn(computer), asked: computer.world.log.length, now: computer.clock.now() };
  const { exitCode, out, err, calls } = await computer.run([...argvOn(computer, said), ...more], options);
  expect(said.exits).toContain(exitCode);
  expect(`${out}${err}`).not.toMatch(/\[[yY]\/[nN]\]|Type \w+ to |press Enter/);
  expect(effectsIn(computer)).toEqual(before.effects);
  if (!isMissing(said)) return;
  const after = { asked: computer.world.log.length, now: computer.clock.now(), calls };
  expect(after).toEqual({ asked: before.asked, now: before.now, calls: [] });
}

/** For people, and one of the two for machines; a line that lacks an answer comes to the same in any weather. */
function formsOf(said: Said, turn: number): string[][] {
  const machine = turn % 2 === 0 ? '--json' : '--events';
  return isMissing(said) ? [turn % 3 === 0 ? [] : [machine]] : [[], [machine]];
}

/** Every line meets every sixth story, and each story other lines; all of them with CROSSORG_LONG=1. */
const sampled = (number: number) =>
  rowsOf(talking).filter(({ at }) => process.env.CROSSORG_LONG === '1' || (at + number) % 6 === 0);

describe.each(scenarioNames.map((scenario, number) => ({ scenario, number })))(
  'while the service is $scenario',
  ({ scenario, number }) => {
    beforeAll(() => begin(scenario));
    afterAll(() => computer.remove());

    test.each(sampled(number))('$title asks nothing and agrees to nothing', async ({ said, at }) => {
      for (const form of formsOf(said, number + at))
        await runUnattended(said, [...simulated, '--scenario', scenario, ...form]);
    });
  },
);

const terminal = { terminal: true };
const places: readonly { place: string; options: Options; more?: readonly string[] }[] = [
  { place: 'standard input is closed', options: {} },
  { place: 'only standard output is no terminal', options: { ...terminal, piped: 'out' } },
  { place: 'only standard input is no terminal', options: { ...terminal, piped: 'in' } },
  { place: 'CI is set', options: { ...terminal, env: { CI: 'true' } } },
  { place: '--no-prompt is given', options: terminal, more: ['--no-prompt'] },
  { place: '--json is given', options: terminal, more: ['--json'] },
  { place: '--events is given', options: terminal, more: ['--events'] },
];

describe.each(places)('when $place', ({ options, more = [] }) => {
  beforeAll(() => begin('clean'));
  afterAll(() => computer.remove());

  test.each(rowsOf(talking))('$title asks nothing and agrees to nothing', ({ said }) =>
    runUnattended(said, [...simulated, ...more], options),
  );

  test.each(rowsOf(quiet))('$title asks nothing, also without a network', ({ said }) => {
    const fetch = () => Promise.reject(new TypeError('fetch failed'));
    return runUnattended(said, more, { ...options, fetch });
  });
});

test('every command of the table is among them', () => {
  const named = commands.map(({ name }) => name).filter((name) => name !== '');
  expect([...new Set([...talking, ...quiet].map(({ argv }) => argv[0]))].sort()).toEqual(named.sort());
});
