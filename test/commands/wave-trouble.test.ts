import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scenarioNames, scenarios } from '../../src/simulator/scenarios.ts';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';
import { host, lines, names, person, user, wavesOn } from '../support/wave-lines.ts';
import { changeWorld, people, waveFile } from '../support/waves.ts';

let computer: CommandLine;
let on: ReturnType<typeof wavesOn>;
beforeEach(() => {
  computer = new CommandLine();
  on = wavesOn(computer);
});
afterEach(() => computer.remove());

test('a target that the naming rule would make of a line that is no move is not counted', async () => {
  const { json } = await on.wave(
    lines('type,source', 'user,kim@contoso.com', 'uesr,user0002@contoso.com'),
    '--dry-run',
  );
  expect(json.findings).toContainEqual(
    expect.objectContaining({ code: 'targetsByRule', what: '1 target was made by the naming rule.' }),
  );
});

test('all flags that cannot be read are told at once, those of the wave and those of its moves', async () => {
  const path = on.file(lines(names, person('kim')));
  const told = await computer.run([
    'wave',
    path,
    ...simulated,
    '--budget',
    '0',
    '--rows',
    'x',
    '--start',
    'soonish',
    '--dry-run',
    '--json',
  ]);
  expect(told).toMatchObject({ exitCode: 2, codes: ['numberUnreadable', 'rowsUnreadable', 'startUnreadable'] });
});

describe('the events of a wave', () => {
  test('come in the order in which things happen, each with its row', async () => {
    const { events } = await computer.run([
      ...['wave', on.file(lines(names, person('kim'), person('user0002'), person('user0003'))), ...simulated],
      ...['--confirm', '3', '--watch', '--events'],
    ]);
    const order = events.map(({ event }) => event);
    expect(order[0]).toBe('started');
    expect(order.at(-1)).toBe('summary');
    const firstOf = (name: string) => order.indexOf(name);
    const lastOf = (name: string) => order.lastIndexOf(name);
    expect(lastOf('checked')).toBeLessThan(firstOf('dryRun'));
    expect(lastOf('dryRun')).toBeLessThan(firstOf('intended'));
    expect(lastOf('accepted')).toBeLessThan(firstOf('state'));
    for (const row of [1, 2, 3]) {
      const own = events.filter((event) => event.row === row).map(({ event }) => event);
      expect(own.slice(0, 4)).toEqual(['checked', 'dryRun', 'intended', 'accepted']);
      expect(own.slice(4).every((name) => name === 'state')).toBe(true);
    }
    expect(events.at(-1)).toMatchObject({ kind: 'run', exitCode: 0, counts: { completed: 3 } });
    expect(events.every(({ at }) => typeof at === 'string')).toBe(true);
  });
});

/** Changes the simulated world when so many creates have left. */
const afterCreates = (count: number, change: Parameters<typeof changeWorld>[1]) => {
  let isDone = false;
  return ({ out }: { out: string }): void => {
    if (isDone || out.split('"event":"accepted"').length <= count) return;
    isDone = true;
    changeWorld(computer, change);
  };
};

describe('a wave that meets trouble', () => {
  const many = () => waveFile(computer, people(40));
  const sending = ['--confirm', '40', '--budget', '100000', '--events'];

  test('about the tenants from row 3 on leaves the rest unsent, says it once, and goes on by resume', async () => {
    const told = await computer.run(['wave', many(), ...simulated, ...sending], {
      onSaid: afterCreates(2, ({ trust }) => {
        trust.target = 'missing';
      }),
    });
    const summary = told.events.at(-1);
    expect(told.exitCode).toBe(5);
    expect(summary.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toHaveLength(1);
    expect(told.events.filter(({ event }) => event === 'rejected').length).toBeLessThanOrEqual(16);
    expect(summary.submitted).toBeGreaterThanOrEqual(2);
    expect(summary.submitted).toBeLessThan(16);
    expect(summary.counts.draft).toBe(40 - summary.submitted);
    expect(on.creates()).toBeLessThan(32);
    expect(JSON.stringify(summary.next)).toContain(`crossorg resume ${summary.run}`);
    changeWorld(computer, ({ trust }) => {
      trust.target = 'good';
    });
    const resumed = await computer.run(['resume', summary.run, ...simulated, '--json']);
    expect(resumed).toMatchObject({ exitCode: 0, json: { submitted: 40, run: summary.run } });
    expect(new Set(computer.world.tasks.map(({ move }) => move.key)).size).toBe(40);
    expect(computer.world.tasks).toHaveLength(40);
  });

  const takeTargets = ({ takenUrls }: { takenUrls: Record<string, true> }): void => {
    for (const number of [20, 21, 22]) takenUrls[`${host}/personal/${user(number)}_fabrikam_com`] = true;
  };

  test('with some rows goes on with the others', async () => {
    const told = await computer.run(['wave', many(), ...simulated, ...sending], {
      onSaid: afterCreates(1, takeTargets),
    });
    expect(told.exitCode).toBe(5);
    expect(told.events.at(-1)).toMatchObject({ submitted: 37, counts: { draft: 3, queued: 37 } });
    expect(
      told.events
        .filter(({ event }) => event === 'rejected')
        .map(({ row }) => row)
        .sort(),
    ).toEqual([20, 21, 22]);
  });

  test('with one row ends there with --stop-on-error', async () => {
    const told = await computer.run(['wave', many(), ...simulated, ...sending, '--stop-on-error'], {
      onSaid: afterCreates(1, takeTargets),
    });
    const summary = told.events.at(-1);
    expect(told.exitCode).toBe(5);
    expect(summary.submitted).toBeGreaterThanOrEqual(19);
    expect(summary.submitted).toBeLessThan(37);
    expect(summary.counts.draft).toBe(40 - summary.submitted);
  });

  test.each([
    { name: '0: all are submitted', text: lines(names, person('kim'), person('user0002')), word: '2', exit: 0 },
    { name: '2: no row can be read', text: lines(names, 'uesr,a,b,c', 'usre,a,b,c'), word: '2', exit: 2 },
    {
      name: '3: no row is ready',
      text: lines(
        names,
        person('kim', 'x').replace('fabrikam.com', 'contoso.com'),
        person('user0002', 'y').replace('fabrikam.com', 'contoso.com'),
      ),
      word: '2',
      exit: 3,
    },
    {
      name: '5: some are submitted',
      text: lines(names, person('kim'), person('user0002').replace('user', 'uesr')),
      word: '1',
      exit: 5,
    },
    {
      name: '7: the service cannot be reached',
      text: lines(names, person('kim'), person('user0002')),
      word: '2',
      exit: 7,
      scenario: 'network-down',
    },
  ])('has exit code $name', async ({ text, word, exit, scenario = 'clean' }) => {
    const told = await on.wave(text, '--confirm', word, '--scenario', scenario);
    expect(told.exitCode).toBe(exit);
    expect(told.json.exitCode).toBe(exit);
  });

  test('has exit code 6 where all rows are refused', async () => {
    const path = on.file(lines(names, person(user(20)), person(user(21))));
    const taking = ({ out }: { out: string }): void => {
      if (!out.includes('"event":"intended"')) return;
      changeWorld(computer, takeTargets);
    };
    const told = await computer.run(['wave', path, ...simulated, '--confirm', '2', '--events'], { onSaid: taking });
    expect(told.exitCode).toBe(6);
    expect(told.events.at(-1)).toMatchObject({ submitted: 0, counts: { draft: 2 } });
  });

  test('has exit code 9 where all sources have other tasks', async () => {
    await on.wave(lines(names, person('kim'), person('user0003')), '--confirm', '2');
    const told = await on.wave(
      lines(`${names},start`, `${person('kim')},+30h`, `${person('user0003')},+30h`),
      '--confirm',
      '2',
    );
    expect([told.exitCode, on.creates()]).toEqual([9, 2]);
  });
});

const faulty = scenarioNames.filter((name) => scenarios[name].faults !== undefined);

describe.each(faulty)('a wave in the weather of %s', (scenario) => {
  test('sends nobody twice, and every row has its task or says why not', async () => {
    const path = waveFile(computer, people(8));
    const told = await computer.run(['wave', path, ...simulated, '--scenario', scenario, '--confirm', '8', '--json']);
    expect([0, 2, 3, 4, 5, 6, 7, 9]).toContain(told.exitCode);
    const keys = computer.world.tasks.map(({ move }) => move.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(told.json.kind).toBe('run');
    expect(told.json.rows).toHaveLength(8);
    // Some rows were not ready, so the number was another one, and nothing was sent.
    if (told.json.run === null) return expect(keys).toEqual([]);
    for (const { task, findings, state } of told.json.rows)
      if (task === null) expect({ state, findings: findings.length }).not.toEqual({ state, findings: 0 });
      else expect(computer.world.tasks.map(({ id }) => id)).toContain(task.id);
  });
});
