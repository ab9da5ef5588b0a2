import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { confirmed, groupMove, simulated, siteMove, userMove } from '../support/moves.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const tenants = {
  source: { tenantId: '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10', name: 'Contoso' },
  target: { tenantId: '78d010af-72cb-412f-8779-18ce9b5f553b', name: 'Fabrikam' },
};

const inScenario = (name: string): string[] => [...simulated, '--scenario', name];

describe('a dry run', () => {
  test('says that the move is ready, what would be sent, and how to send it', async () => {
    const { exitCode, json, err } = await computer.run([...userMove(), ...simulated, '--dry-run', '--json']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'migrate', mode: 'simulator', profile: null, ...tenants });
    expect(json).toMatchObject({ task: null, submitted: 0, run: null, findings: [] });
    expect(json.dryRun).toMatchObject({ ok: true, status: 'completed', at: '2026-12-05T12:00:00.000Z' });
    expect(json.next).toEqual([{ do: expect.stringContaining('--confirm yes'), who: 'you' }]);
    expect(err).toBe('SIMULATOR: from Contoso to Fabrikam. Times without an offset are in Europe/Berlin.\n');
  });

  test('sends nothing even when the confirmation is there too', async () => {
    const { json } = await computer.run([...userMove(), ...simulated, ...confirmed, '--dry-run', '--json']);
    expect(json).toMatchObject({ exitCode: 0, submitted: 0, run: null });
    expect((await computer.run(['runs', ...simulated])).out).toBe('No runs are recorded here yet.\n');
  });

  test('that is refused submits nothing, confirmed or not', async () => {
    for (const more of [['--dry-run'], confirmed]) {
      const told = await computer.run([...userMove('omar'), ...simulated, ...more, '--json']);
      expect(told).toMatchObject({ exitCode: 3, codes: ['MnASiteMoveTargetUrlHasWriteConflict'] });
      expect(told.json).toMatchObject({ dryRun: { ok: false }, submitted: 0, run: null, task: null });
      const [{ field, service, requestId, link }] = told.json.findings;
      expect(field).toBe('target');
      expect(service).toMatchObject({ status: 422, code: 'MnASiteMoveTargetUrlHasWriteConflict' });
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(link).toMatch(/^https:/);
    }
    expect((await computer.run(['runs', ...simulated, '--json'])).json.runs).toEqual([]);
  });

  test('in lines names each step once', async () => {
    const { out, err } = await computer.run([...userMove('omar'), ...simulated, '--dry-run']);
    expect(out).toBe('');
    const commands = err.split('\n').filter((line) => line.includes('Get-SPOSite'));
    expect(commands).toHaveLength(1);
  });
});

const moves = [
  { name: 'a OneDrive', argv: userMove() },
  { name: 'a site', argv: siteMove() },
  { name: 'a group site', argv: groupMove() },
];

test.each(moves)('$name is submitted and watched to its end', async ({ argv }) => {
  const { exitCode, json } = await computer.run([...argv, ...simulated, ...confirmed, '--watch', '--json']);
  expect(exitCode).toBe(0);
  expect(json).toMatchObject({ submitted: 1, findings: [], next: [], dryRun: { ok: true } });
  expect(json.run).toMatch(/^r-20261205-12/);
  expect(json.task).toMatchObject({ state: 'completed', rawStatus: 'completed', error: null });
  expect(json.task.finishedAt > json.task.startedAt).toBe(true);
});

test('without --watch it ends with the queued task and the way back to it', async () => {
  const { json, out } = await computer.run([...userMove(), ...simulated, ...confirmed, '--json']);
  expect(json.task).toMatchObject({ state: 'queued', rawStatus: 'notStarted', startedAt: null, finishedAt: null });
  expect(json.next).toEqual([{ do: 'Watch it.', who: 'you', command: `crossorg watch ${json.task.id} --simulator` }]);
  expect(out).not.toContain('\n ');
});

test('in lines the task stands on standard output, and everything else beside it', async () => {
  const { out, err } = await computer.run([...userMove(), ...simulated, ...confirmed, '--watch']);
  expect(out).toMatch(/^[0-9a-f-]{36} {2}Completed {2}dana@contoso\.com\n$/);
  for (const line of ['Dry run: ready.', 'Confirmed. Submitting 1 migration.', 'Queued:', 'Running:', 'Completed:'])
    expect(err).toContain(line);
});

test('events tell the whole story, each with its time and row', async () => {
  const { events } = await computer.run([...userMove(), ...simulated, ...confirmed, '--watch', '--events']);
  const names = events.map(({ event }) => event).filter((event, index, all) => event !== all[index - 1]);
  expect(names).toEqual(['started', 'checked', 'dryRun', 'intended', 'accepted', 'state', 'summary']);
  expect(events[0]).toMatchObject({ mode: 'simulator', profile: null, ...tenants });
  for (const { row } of events.slice(1, -1)) expect(row).toBe(1);
  expect(events.find(({ event }) => event === 'dryRun')).toMatchObject({ dryRun: { ok: true }, findings: [] });
  expect(events.at(-1)).toMatchObject({ kind: 'migrate', exitCode: 0, task: { state: 'completed' } });
});

test('events of a refused dry run carry its findings', async () => {
  const { events } = await computer.run([...userMove('omar'), ...simulated, '--dry-run', '--events']);
  expect(events.map(({ event }) => event)).toEqual(['started', 'checked', 'dryRun', 'summary']);
  expect(events[2].findings[0].code).toBe('MnASiteMoveTargetUrlHasWriteConflict');
});

test('pauses the service asks for are told, and end well', async () => {
  const argv = [...userMove(), ...inScenario('throttled'), ...confirmed];
  const { events, exitCode } = await computer.run([...argv, '--events']);
  expect(exitCode).toBe(0);
  expect(events.find(({ event }) => event === 'throttled')?.waitSeconds).toBeGreaterThan(0);
  const lines = await computer.run([...userMove('kim'), ...inScenario('throttled'), ...confirmed]);
  expect(lines.err).toContain('The service is busy and asks to wait');
});

test('a task that fails while it is watched is 6, with the reason and what it means', async () => {
  const told = await computer.run([...userMove('milo'), ...simulated, ...confirmed, '--watch', '--json']);
  expect(told.exitCode).toBe(6);
  expect(told.json.task).toMatchObject({ state: 'failed', error: { code: 'MnAMoveJobCreationFailed' } });
  expect(told.codes).toEqual(['MnAMoveJobCreationFailed']);
  expect(told.json.next).toContainEqual(
    expect.objectContaining({ command: 'crossorg explain MnAMoveJobCreationFailed' }),
  );
});

test('a task the service cancels for its latest start is 6', async () => {
  const argv = [...userMove(), ...simulated, ...confirmed, '--start', '+3h', '--latest-start', '2026-12-05T15:00:30Z'];
  const told = await computer.run([...argv, '--watch', '--json']);
  expect(told).toMatchObject({ exitCode: 6, codes: ['windowNarrow', 'taskCancelled'] });
  expect(told.json.task.state).toBe('cancelled');
});

test.each([
  { name: 'left alone', more: [] },
  { name: 'watched to its end', more: ['--watch'] },
])('a task that is not the confirmed plan is an alarm when it is $name', async ({ more }) => {
  const told = await computer.run([...userMove(), ...inScenario('wrong-echo'), ...confirmed, ...more, '--json']);
  expect(told).toMatchObject({ exitCode: 6, codes: ['echoDiffers'] });
  expect(told.json.next[0].command).toBe(`crossorg status ${told.json.task.id} --simulator`);
});

describe('a time limit', () => {
  test('ends the watching with 8, and leaves the task to the service', async () => {
    const argv = [...userMove(), ...simulated, ...confirmed, '--watch', '--timeout', '5m'];
    const { exitCode, json } = await computer.run([...argv, '--json']);
    expect(exitCode).toBe(8);
    expect(json.task.state).toBe('running');
    expect(json.next[0].command).toBe(`crossorg watch ${json.task.id} --simulator`);
    expect((await computer.run(['watch', '--last', ...simulated])).exitCode).toBe(0);
  });

  test('ends the watch of a task that is stuck', async () => {
    const argv = [...userMove(), ...inScenario('stuck'), ...confirmed, '--watch', '--timeout', '1h', '--json'];
    expect(await computer.run(argv)).toMatchObject({ exitCode: 8, json: { task: { state: 'running' } } });
  });
});

describe('Ctrl+C', () => {
  test('while watching is 130, with the state and the way back', async () => {
    const argv = [...userMove(), ...simulated, ...confirmed, '--watch'];
    const { exitCode, out, err } = await computer.run(argv, { stopAt: 'Running:' });
    expect(exitCode).toBe(130);
    expect(out).toMatch(/^[0-9a-f-]{36} {2}Running {2}dana@contoso\.com\n$/);
    expect(err).toMatch(/Watch it\. crossorg watch [0-9a-f-]{36} --simulator\nThe log of this: \S+\.log\n$/);
  });

  test('during the dry run sends nothing', async () => {
    const argv = [...userMove(), ...inScenario('slow'), ...confirmed];
    const { exitCode, err } = await computer.run(argv, { stopAt: 'Dry run sent' });
    expect(exitCode).toBe(130);
    expect(err).toContain('Nothing was submitted.');
    expect((await computer.run(['runs', ...simulated])).out).toContain('No runs');
  });

  test('as JSON is a document like any other', async () => {
    const argv = [...userMove(), ...simulated, ...confirmed, '--watch', '--events'];
    const { exitCode, events } = await computer.run(argv, { stopAt: '"running"' });
    expect(exitCode).toBe(130);
    expect(events.at(-1)).toMatchObject({ ok: false, exitCode: 130, submitted: 1 });
    expect(events.at(-1).next[0].command).toContain('crossorg watch ');
  });
});

describe('a second submission of a source', () => {
  const submit = (argv: readonly string[]) => computer.run([...argv, ...simulated, ...confirmed, '--json']);

  test('with the same values takes the task over, and makes no other', async () => {
    const first = await submit(userMove());
    const second = await submit(userMove());
    expect(second.exitCode).toBe(0);
    expect(second.json.task.id).toBe(first.json.task.id);
    expect(second.json.task.state).toBe('queued');
  });

  test('of a move that is done is a conflict: a source moves once', async () => {
    await computer.run([...userMove(), ...simulated, ...confirmed, '--watch']);
    const again = await submit(userMove());
    expect(again.exitCode).toBe(9);
    expect(again.json).toMatchObject({ submitted: 0, dryRun: { ok: false } });
  });

  test('to another target is a conflict, and nothing is sent', async () => {
    const first = await submit(groupMove('legal-team'));
    const other = await submit(groupMove('legal-team').with(4, 'operations'));
    expect(other).toMatchObject({ exitCode: 9, codes: ['conflictOtherParameters'] });
    expect(other.json).toMatchObject({ submitted: 0, run: null, task: null, dryRun: { ok: true } });
    const commands = other.json.next.map(({ command }: { command?: string }) => command);
    expect(commands).toContain(`crossorg cancel ${first.json.task.id} --simulator`);
    const { json } = await computer.run(['status', first.json.task.id, ...simulated, '--json']);
    expect(json.tasks[0]).toMatchObject({ state: 'queued' });
  });

  test('while the other one runs is a conflict that only waiting ends', async () => {
    await submit(groupMove('legal-team'));
    computer.pass(5_000);
    const other = await submit(groupMove('legal-team').with(4, 'operations'));
    expect(other.exitCode).toBe(9);
  });
});

test('a change number is kept', async () => {
  await computer.run([...userMove(), ...simulated, ...confirmed, '--change', 'CHG-4711']);
  expect((await computer.run(['runs', '--last', ...simulated])).out).toContain('change CHG-4711');
  expect((await computer.run(['runs', ...simulated, '--json'])).json.runs[0].change).toBe('CHG-4711');
});

test('in a terminal flags that say everything need no screen', async () => {
  const argv = [...userMove(), ...simulated, '--dry-run'];
  expect((await computer.run(argv, { terminal: true })).err).toContain('Dry run: ready.');
});
