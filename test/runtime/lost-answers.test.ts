import { describe, expect, it } from 'vitest';
import { settleRow } from '../../src/runtime/settle.ts';
import { submitMove } from '../../src/runtime/submit.ts';
import { seeded } from './fake-ports.ts';
import { type CreateFault, sourceOf } from './fake-service.ts';
import { memoryFiles } from './memory-files.ts';
import { groupPlan, moveOf, objectIdPlan, sitePlan, submissionOf, userPlan } from './moves.ts';
import { allEntries, rowsOf, type World, worldIn } from './world.ts';

const minutes = 60_000;

/** One lost answer that follows from its number. `latestMs`: how late an effect may come. */
function caseOf(seed: number, latestMs: number) {
  const draw = seeded(seed);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(draw() * choices.length)] as T;
  const plan = pick([
    userPlan('dana'),
    userPlan('dana'),
    sitePlan('hr'),
    groupPlan('sales'),
    objectIdPlan('11111111-0000-4000-8000-000000000001', 'dana@contoso.com'),
    objectIdPlan('11111111-0000-4000-8000-000000000002'),
  ]);
  const fault: CreateFault = pick([
    { kind: 'lostBefore' },
    { kind: 'lostAfter' },
    { kind: 'late', afterMs: draw() * 10_000 },
    { kind: 'late', afterMs: draw() * latestMs },
    { kind: 'serverError', effect: true },
    { kind: 'serverError', effect: false },
    { kind: 'slow', effect: true },
    { kind: 'slow', effect: false },
  ]);
  return { move: moveOf(plan), fault, before: pick(['nothing', 'nothing', 'failed', 'cancelled'] as const), draw };
}

type Case = ReturnType<typeof caseOf>;

/** Loses the answer, then looks again and again, sometimes wishing to send it once more, for twenty minutes. */
async function live(world: World, { move, fault, before, draw }: Case): Promise<void> {
  const { service, services, clock } = world;
  if (before !== 'nothing') service.put(sourceOf(move), move, before);
  clock.pass(1_000 + draw() * 10_000);
  service.createFaults.push(fault);
  const badNetwork = draw() < 0.3;
  let looks = 0;
  service.readFaults = () => {
    looks += 1;
    return looks > 1 && badNetwork && draw() < 0.4 ? 'lost' : 'none';
  };
  let outcome = await submitMove(services, submissionOf(move, clock.now()));
  for (let round = 0; round < 20 && outcome.result === 'unconfirmed'; round += 1) {
    clock.pass(draw() * 2 * minutes);
    const { runId, row } = outcome;
    outcome = await settleRow(services, { runId, row, resend: draw() < 0.3 });
  }
  clock.pass(30 * minutes);
}

async function expectOnce({ service, services }: World, { move }: Case): Promise<void> {
  const source = sourceOf(move);
  const cleared = (await allEntries(services)).filter(({ kind }) => kind === 'cleared').length;
  const sent = service.sent(source);
  expect(sent.length).toBeLessThanOrEqual(1 + cleared);
  for (const [n, at] of sent.entries()) if (n > 0) expect(at - (sent[n - 1] ?? 0)).toBeGreaterThanOrEqual(5 * minutes);
  expect(service.made(source)).toBeLessThanOrEqual(1);
}

const isByIdOnly = ({ move: { plan } }: Case) =>
  plan.type === 'user' && plan.source.by === 'id' && plan.sourceUpn === null;

const hour = 60 * minutes;

const worldOf = (seed: number): World =>
  worldIn('memory', { seed, files: memoryFiles(), skewMs: Math.floor((seeded(seed + 1)() - 0.5) * 2 * hour) });

describe('a create whose answer is lost', () => {
  it('never makes a second task and is never sent again blindly, in 700 cases; its task ends accepted', async () => {
    let found = 0;
    for (let seed = 1; seed <= 700; seed += 1) {
      const world = worldOf(seed);
      const one = caseOf(seed, 4.5 * minutes);
      await live(world, one);
      await expectOnce(world, one);
      const source = sourceOf(one.move);
      const [row] = await rowsOf(world.services, one.move);
      if (isByIdOnly(one)) expect(world.service.sent(source)).toHaveLength(1);
      if (isByIdOnly(one) || world.service.made(source) === 0) expect(row?.state.place).toBe('unconfirmed');
      else {
        expect(row?.state).toMatchObject({ place: 'accepted', task: { id: world.service.task(source)?.id } });
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(300);
  });

  it('never makes a second task either when effects come up to fifteen minutes late, in 300 cases', async () => {
    for (let seed = 10_001; seed <= 10_300; seed += 1) {
      const world = worldOf(seed);
      const one = caseOf(seed, 15 * minutes);
      await live(world, one);
      await expectOnce(world, one);
    }
  });
});
