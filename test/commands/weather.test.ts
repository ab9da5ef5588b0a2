import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ScenarioName, scenarioNames } from '../../src/simulator/scenarios.ts';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, groupMove, simulated, siteMove, userMove } from '../support/moves.ts';
import { serving } from '../support/served.ts';
import { people, waveFile } from '../support/waves.ts';

type Codes = { dry: number; live: number; wave: number };

const well: Codes = { dry: 0, live: 0, wave: 0 };
const notReady: Codes = { dry: 3, live: 3, wave: 3 };
const unreachable: Codes = { dry: 7, live: 7, wave: 7 };
/** Only people with a name of their own meet it: those of the wave have none. */
const onlyAlone: Codes = { ...notReady, wave: 0 };

/** What a dry run and a watched submission of a person's OneDrive come to in each story, and a watched wave of three. */
const expected: Readonly<Record<ScenarioName, Codes>> = {
  clean: well,
  'licence-missing': onlyAlone,
  'target-exists': onlyAlone,
  'identity-map-mismatch': onlyAlone,
  'trust-missing': notReady,
  'trust-both-ways': notReady,
  'feature-off': notReady,
  'customer-key': notReady,
  'same-farm': notReady,
  'farms-incompatible': notReady,
  'target-blocked': notReady,
  'wrong-side': well,
  'queue-full': unreachable,
  'mixed-wave': { ...well, wave: 3 },
  stuck: { dry: 0, live: 8, wave: 8 },
  throttled: well,
  storm: well,
  'server-errors': { ...well, wave: 3 },
  'odd-statuses': notReady,
  'lost-answer': { ...well, wave: 5 },
  'lost-before': { dry: 0, live: 7, wave: 7 },
  'lost-after': well,
  // Alone it is given up on before the task appears; a wave is watched until it does.
  'late-commit': { dry: 0, live: 7, wave: 0 },
  'network-down': unreachable,
  redirect: unreachable,
  slow: well,
  timeouts: { ...well, wave: 5 },
  'cut-body': well,
  'empty-body': { ...unreachable, wave: 3 },
  'plain-text': { ...unreachable, wave: 3 },
  'proxy-html': unreachable,
  'wrong-types': notReady,
  'wrong-echo': { dry: 0, live: 6, wave: 6 },
  'escape-sequences': well,
  'expired-sign-in': well,
  'clock-skew': well,
  'create-refused': well,
  'failed-dry-runs': well,
  'unknown-dry-run': notReady,
  'unknown-status': { dry: 0, live: 6, wave: 6 },
  'new-requirement': notReady,
  'no-batching': well,
  'draft-wording': well,
};

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const in_ = (scenario: string): string[] => [...simulated, '--scenario', scenario];
const rows = 3;
const watchedWave = ['--confirm', String(rows), '--watch', '--timeout', '1h', '--json'];
const watched = [...confirmed, '--watch', '--timeout', '1h', '--json'];

describe.each(scenarioNames)('%s', (scenario) => {
  test('a dry run moves nothing and ends as the story has it', async () => {
    const { exitCode, json } = await computer.run([...userMove(), ...in_(scenario), '--dry-run', '--json']);
    expect(exitCode).toBe(expected[scenario].dry);
    expect(json).toMatchObject({ kind: 'migrate', mode: 'simulator', submitted: 0, task: null, run: null });
    expect(json.dryRun.ok).toBe(exitCode === 0);
    expect(computer.world.tasks).toEqual([]);
  });

  test('a watched submission makes one task at most', async () => {
    const { exitCode, json } = await computer.run([...userMove(), ...in_(scenario), ...watched]);
    expect(exitCode).toBe(expected[scenario].live);
    const { tasks, late } = computer.world;
    expect(tasks.length + late.length).toBeLessThanOrEqual(1);
    expect(json.submitted).toBe(json.task?.id ? 1 : 0);
    if (exitCode === 3) expect(tasks).toEqual([]);
  });

  test('a watched wave makes one task a row at most', async () => {
    const file = waveFile(computer, people(rows));
    const { exitCode, json } = await computer.run(['wave', file, ...in_(scenario), ...watchedWave]);
    expect(exitCode).toBe(expected[scenario].wave);
    const { tasks, late } = computer.world;
    expect(new Set([...tasks, ...late].map(({ move }) => move.key)).size).toBe(tasks.length + late.length);
    expect(json.submitted).toBe(json.rows.filter(({ task }: { task: object | null }) => task !== null).length);
    if (exitCode === 3) expect(tasks).toEqual([]);
  });
});

const troubled = ['escape-sequences', 'failed-dry-runs', 'draft-wording'] as const;

test.each(troubled)('%s: a refusal keeps the words of the service, cleaned', async (scenario) => {
  const argv = [...userMove('omar'), ...in_(scenario), '--json'];
  const told = await computer.run([...argv, '--dry-run']);
  expect(told.exitCode).toBe(3);
  expect(told.json.findings[0].service.message.length).toBeGreaterThan(10);
  const lines = await computer.run([...userMove('omar'), ...in_(scenario), '--dry-run']);
  expect(lines.err).toContain('Target');
});

/** Everybody and everything made for trouble, in lines: the harness holds each to clean text and a way on. */
const troubledPeople = [
  'omar',
  'lee',
  'nora',
  'duncan',
  'mia',
  'otto',
  'yara',
  'owen',
  'rosa',
  'nils',
  'tess',
  'noel',
  'gus',
];
const more = ['lars', 'june', 'faye', 'carl', 'milo', 'rex'];
const sites = ['Wiki', 'Policies', 'Archive', 'Partners', 'Deep', 'Finance-EU', 'Old', 'Crowded'];
const groups = ['sales', 'ghost', 'newsletter', 'hr.team'];
const trouble = [
  ...[...troubledPeople, ...more].map((name) => ({ name, argv: userMove(name) })),
  ...sites.map((name) => ({ name, argv: siteMove(`/sites/${name}`) })),
  ...groups.map((name) => ({ name, argv: groupMove(name) })),
];

test.each(trouble)('$name is told in lines and as JSON alike', async ({ argv }) => {
  const json = await computer.run([...argv, ...simulated, ...watched]);
  computer.forget('simulator');
  const lines = await computer.run([...argv, ...simulated, ...confirmed, '--watch', '--timeout', '1h']);
  expect(lines.exitCode).toBe(json.exitCode);
  expect([0, 3, 6]).toContain(json.exitCode);
  for (const code of json.codes) expect(lines.err).toContain(code);
});

const overHttp: ScenarioName[] = ['cut-body', 'proxy-html', 'lost-after', 'wrong-types', 'escape-sequences', 'slow'];

const ways = overHttp.flatMap((scenario) => [
  { scenario, way: 'dry' as const, argv: [...userMove(), '--dry-run', '--json'] },
  { scenario, way: 'live' as const, argv: [...userMove(), ...watched] },
]);

test.each(ways)('$scenario, $way, ends over HTTP as it does inside the program', async ({ scenario, way, argv }) => {
  const place = await serving(scenario);
  const { exitCode } = await place.computer.run(argv);
  await place.close();
  expect(exitCode).toBe(expected[scenario][way]);
  expect(place.world.tasks.length).toBeLessThanOrEqual(1);
});
