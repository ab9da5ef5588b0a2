import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/table.ts';
import { type ScenarioName, scenarioNames, scenarios } from '../../src/simulator/scenarios.ts';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';

let computer: CommandLine;

/** What is said to a command, beside its name alone. Nothing here agrees to anything. */
const lines: Readonly<Record<string, readonly string[][]>> = {
  migrate: [['user'], userMove().slice(1), [...userMove().slice(1), '--dry-run']],
  apply: [['plan.json']],
  status: [['--last'], ['dana@contoso.com']],
  watch: [['--last', '--timeout', '1h']],
  cancel: [['--last'], ['dana@contoso.com']],
  runs: [['--last'], ['prune', '--older', '1d']],
  resume: [['--last']],
  retry: [['--last'], ['--last', '--dry-run']],
  report: [['--last']],
  explain: [['403']],
  schema: [['migrate']],
  completion: [['bash']],
  simulate: [['--list']],
};

/** The simulator as a server goes on until it is stopped. */
const aloneIsEndless = ['simulate'];

const named = commands.map(({ name }) => name).filter((name) => name !== '');

const said = named.flatMap((name) => [
  ...(aloneIsEndless.includes(name) ? [] : [[name]]),
  ...(lines[name] ?? []).map((words) => [name, ...words]),
]);

const terminal = { terminal: true };
const places = [
  { place: 'standard input is closed', options: {} },
  { place: 'only standard output is no terminal', options: { ...terminal, piped: 'out' as const } },
  { place: 'only standard input is no terminal', options: { ...terminal, piped: 'in' as const } },
  { place: 'CI is set', options: { ...terminal, env: { CI: 'true' } } },
  { place: '--no-prompt is given', options: terminal, more: ['--no-prompt'] },
  { place: '--json is given', options: terminal, more: ['--json'] },
  { place: '--events is given', options: terminal, more: ['--events'] },
];

/** Every story in which the service misbehaves, and a few in which it says no. */
const faults = scenarioNames.filter((name) => scenarios[name].faults !== undefined);
const weather: readonly ScenarioName[] = ['clean', 'trust-missing', 'queue-full', 'stuck', ...faults];

/** A run that there is something to say about, as far as the weather lets it come about. */
const submitOne = (scenario: ScenarioName) =>
  computer.run([...userMove('kim'), ...simulated, '--scenario', scenario, ...confirmed]);

/** What was made and cancelled at the service. */
const effectsIn = ({ world: { tasks, late } }: CommandLine) => ({
  made: tasks.length + late.length,
  cancelled: tasks.filter(({ cancelAt }) => cancelAt !== null).length,
});

const rows = said.map((argv) => ({ title: argv.join(' '), argv }));

describe.each(weather)('while the service is %s', (scenario) => {
  beforeAll(async () => {
    computer = new CommandLine();
    await submitOne(scenario);
  });
  afterAll(() => computer.remove());

  test.each(rows)('$title asks nothing and agrees to nothing', async ({ argv }) => {
    const before = effectsIn(computer);
    for (const form of [[], ['--json'], ['--events']]) {
      const { exitCode } = await computer.run([...argv, ...simulated, '--scenario', scenario, ...form]);
      expect(exitCode).not.toBe(1);
    }
    expect(effectsIn(computer)).toEqual(before);
  });
});

describe.each(places)('when $place', ({ options, more = [] }) => {
  beforeAll(async () => {
    computer = new CommandLine();
    await submitOne('clean');
  });
  afterAll(() => computer.remove());

  test.each(rows)('$title asks nothing and agrees to nothing', async ({ argv }) => {
    const before = effectsIn(computer);
    const { exitCode, err, out } = await computer.run([...argv, ...simulated, ...more], options);
    expect(exitCode).not.toBe(1);
    expect(`${out}${err}`).not.toMatch(/\[[yY]\/[nN]\]|Type \w+ to |press Enter/);
    expect(effectsIn(computer)).toEqual(before);
  });
});

test('every command of the table is among them', () => {
  expect([...new Set(said.map(([name]) => name))].sort()).toEqual([...named].sort());
});
