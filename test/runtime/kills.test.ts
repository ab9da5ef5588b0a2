import { describe, expect, it } from 'vitest';
import { continueRow } from '../../src/runtime/continue.ts';
import type { Services } from '../../src/runtime/services.ts';
import { settleRow } from '../../src/runtime/settle.ts';
import { submitMove } from '../../src/runtime/submit.ts';
import { fakeRandom, tempFolder } from './fake-ports.ts';
import { type FakeService, sourceOf } from './fake-service.ts';
import { memoryFiles } from './memory-files.ts';
import { Killed, mortal } from './mortal.ts';
import { moveOf, objectIdPlan, submissionOf, userPlan } from './moves.ts';
import { allEntries, rowsOf, servicesOver, type World, worldIn } from './world.ts';

const minutes = 60_000;
const dana = moveOf(userPlan('dana'));
const byId = moveOf(objectIdPlan('11111111-0000-4000-8000-000000000001'));

type Scenario = {
  name: string;
  move: typeof dana;
  /** What the service does to the creates, and what is there before. */
  prepare(service: FakeService, world: World): Promise<void> | void;
  act(services: Services, world: World): Promise<unknown>;
  /** Whether a task has to be there in the end, whenever the process died. */
  ends: 'accepted' | 'rejected' | 'open or accepted';
};

const submit = (services: Services, { clock }: World, move = dana) =>
  submitMove(services, submissionOf(move, clock.now()));

const submitLost = async ({ services, service, clock }: World): Promise<void> => {
  service.createFaults.push({ kind: 'lostBefore' });
  await submitMove(services, submissionOf(dana, clock.now()));
  clock.pass(6 * minutes);
};

const resend = async (services: Services) => {
  const [row] = await rowsOf(services, dana);
  return await settleRow(services, { runId: row?.runId ?? '', row: 1, resend: true });
};

const scenarios: readonly Scenario[] = [
  { name: 'an answered create', move: dana, prepare: () => {}, act: submit, ends: 'accepted' },
  {
    name: 'an answer lost after the effect',
    move: dana,
    prepare: (service) => void service.createFaults.push({ kind: 'lostAfter' }),
    act: submit,
    ends: 'accepted',
  },
  {
    name: 'a request lost before the effect',
    move: dana,
    prepare: (service) => void service.createFaults.push({ kind: 'lostBefore' }),
    act: submit,
    ends: 'accepted',
  },
  {
    name: 'an effect a minute after the answer was lost',
    move: dana,
    prepare: (service) => void service.createFaults.push({ kind: 'late', afterMs: minutes }),
    act: submit,
    ends: 'accepted',
  },
  {
    name: 'a throttled create',
    move: dana,
    prepare: (service) => void service.createFaults.push({ kind: 'throttled', retryAfterMs: 20_000 }),
    act: submit,
    ends: 'accepted',
  },
  {
    name: 'a failed task that is there',
    move: dana,
    prepare: (service) => {
      service.put(sourceOf(dana), dana, 'failed');
      service.createFaults.push({ kind: 'lostAfter' });
    },
    act: submit,
    ends: 'accepted',
  },
  {
    name: 'a running task that is there',
    move: dana,
    prepare: (service) => void service.put(sourceOf(dana), dana, 'running'),
    act: submit,
    ends: 'accepted',
  },
  {
    name: 'a refusal',
    move: dana,
    prepare: (service) => {
      const refused = { kind: 'refused', status: 422, code: 'MnASiteMoveTargetUrlHasWriteConflict' } as const;
      service.createFaults.push(refused, refused);
    },
    act: submit,
    ends: 'rejected',
  },
  {
    name: 'a second create after a lost one',
    move: dana,
    prepare: (_, world) => submitLost(world),
    act: resend,
    ends: 'accepted',
  },
  {
    name: 'an open row of an earlier run',
    move: dana,
    prepare: async (service, world) => {
      await submitLost(world);
      service.put(sourceOf(dana), dana, 'queued');
    },
    act: submit,
    ends: 'accepted',
  },
  {
    name: 'an object id whose answer was lost',
    move: byId,
    prepare: (service) => void service.createFaults.push({ kind: 'lostAfter' }),
    act: (services, world) => submit(services, world, byId),
    ends: 'open or accepted',
  },
];

/** Runs the scenario in a process that dies at a step; true when it came to its end before. */
async function liveUntil(world: World, scenario: Scenario, dieAt: number): Promise<boolean> {
  const ports = mortal({ files: world.files, clock: world.clock, random: fakeRandom(7), graph: world.service }, dieAt);
  try {
    await scenario.act(servicesOver(ports, world.folder), world);
    return true;
  } catch (fault) {
    if (!(fault instanceof Killed)) throw fault;
    return false;
  }
}

/** What a person does after a crash: resume what is recorded, wait, resume again; start anew when nothing is recorded. */
async function recover({ services, clock }: World, move: typeof dana): Promise<void> {
  if ((await rowsOf(services, move)).length === 0) await submitMove(services, submissionOf(move, clock.now()));
  for (const wait of [1, 6 * minutes, 6 * minutes]) {
    clock.pass(wait);
    for (const { runId } of await rowsOf(services, move)) await continueRow(services, { runId, row: 1, resend: true });
  }
}

async function expectNothingLostOrTwice({ services, service }: World, { move, ends }: Scenario): Promise<void> {
  const source = sourceOf(move);
  const entries = await allEntries(services);
  const cleared = entries.filter(({ kind }) => kind === 'cleared').length;
  const intended = entries.filter(({ kind }) => kind === 'intended').length;
  const sent = service.sent(source);
  expect(sent.length).toBeLessThanOrEqual(1 + cleared);
  expect(sent.length).toBeLessThanOrEqual(intended);
  expect(service.made(source)).toBeLessThanOrEqual(1);
  for (const [n, at] of sent.entries()) if (n > 0) expect(at - (sent[n - 1] ?? 0)).toBeGreaterThanOrEqual(5 * minutes);
  const places = (await rowsOf(services, move)).map(({ state }) => state.place);
  if (ends === 'accepted') {
    expect(service.task(source)).not.toBeNull();
    expect(places.every((place) => place === 'accepted' || place === 'adopted')).toBe(true);
  }
  if (ends === 'rejected') expect(places).toEqual(['rejected']);
  if (ends === 'open or accepted') expect(places).not.toContain('rejected');
  expect(places.length).toBeGreaterThan(0);
}

async function killAt(world: World, scenario: Scenario, dieAt: number, dieAgainAt?: number): Promise<boolean> {
  await scenario.prepare(world.service, world);
  const ended = await liveUntil(world, scenario, dieAt);
  if (dieAgainAt !== undefined)
    await liveUntil(
      world,
      { ...scenario, act: (services) => recover({ ...world, services }, scenario.move) },
      dieAgainAt,
    );
  await recover(world, scenario.move);
  await expectNothingLostOrTwice(world, scenario);
  return ended;
}

async function killOnDisk(scenario: Scenario, dieAt: number): Promise<boolean> {
  const temp = tempFolder();
  try {
    return await killAt(worldIn(temp.folder, { seed: dieAt }), scenario, dieAt);
  } finally {
    temp.remove();
  }
}

const killInMemory = (scenario: Scenario, dieAt: number, dieAgainAt?: number): Promise<boolean> =>
  killAt(worldIn('memory', { seed: dieAt, files: memoryFiles() }), scenario, dieAt, dieAgainAt);

describe('a process that is killed', () => {
  /** Each of these has all the kinds of writing; the other scenarios differ in what the service does. */
  it.each(scenarios.slice(0, 2))('at any step of $name, on a real disk, loses nothing', async (scenario) => {
    let steps = 1;
    while (!(await killOnDisk(scenario, steps))) steps += 1;
    expect(steps).toBeGreaterThan(40);
  });

  it.each(scenarios)('at any step of $name loses nothing and sends nothing twice', async (scenario) => {
    let steps = 1;
    while (!(await killInMemory(scenario, steps))) steps += 1;
    expect(steps).toBeGreaterThan(30);
  });

  it.each(scenarios)('twice, the second time while $name is resumed, loses nothing either', async (scenario) => {
    let killed = 0;
    for (let first = 5; first < 90; first += 6)
      for (let second = 2; second < 90; second += 5) {
        await killInMemory(scenario, first, second);
        killed += 1;
      }
    expect(killed).toBeGreaterThan(200);
  });
});
