import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submitMove } from '../../src/runtime/submit.ts';
import { tempFolder } from './fake-ports.ts';
import { type CreateFault, sourceOf } from './fake-service.ts';
import { moveOf, submissionOf, userPlan } from './moves.ts';
import { allEntries, type World, worldIn } from './world.ts';

let temp: ReturnType<typeof tempFolder>;
let world: World;
beforeEach(() => {
  temp = tempFolder();
  world = worldIn(temp.folder);
});
afterEach(() => temp.remove());

const dana = moveOf(userPlan('dana'));
const submit = () => submitMove(world.services, submissionOf(dana, world.clock.now()));
const entries = async () => allEntries(world.services);
const signedOut: CreateFault = { kind: 'refused', status: 401, code: 'InvalidAuthenticationToken' };

/** What a renewal answers, one after the other; how often it was asked. */
function renewing(...answers: boolean[]) {
  const asked = { times: 0 };
  world.services.renew = async () => {
    asked.times += 1;
    return answers.shift() ?? false;
  };
  return asked;
}

describe('a create that is turned away because the sign-in has ended', () => {
  it('is looked at, recorded and sent once more with a new token', async () => {
    world.service.createFaults.push(signedOut);
    const asked = renewing(true);
    expect(await submit()).toMatchObject({ result: 'accepted' });
    const told = await entries();
    expect(told.map(({ kind }) => kind)).toEqual([
      ...['opened', 'baseline', 'intended', 'unsent'],
      ...['baseline', 'intended', 'accepted'],
    ]);
    const ids = told.flatMap((entry) => (entry.kind === 'intended' ? [entry.clientRequestId] : []));
    expect(new Set(ids).size).toBe(2);
    expect(asked.times).toBe(1);
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('is not sent a third time', async () => {
    world.service.createFaults.push(signedOut, signedOut, signedOut);
    const asked = renewing(true, true);
    expect(await submit()).toMatchObject({ result: 'rejected', findings: [{ code: 'http401' }] });
    expect(asked.times).toBe(1);
    expect((await entries()).filter(({ kind }) => kind === 'intended')).toHaveLength(2);
  });

  const ends = [
    { name: 'there is no new token', answers: [false] },
    { name: 'nobody can renew', answers: null },
  ];
  it.each(ends)('is left unsent when $name', async ({ answers }) => {
    world.service.createFaults.push(signedOut);
    if (answers) renewing(...answers);
    expect(await submit()).toMatchObject({ result: 'rejected', findings: [{ code: 'http401' }] });
    expect((await entries()).map(({ kind }) => kind)).toEqual(['opened', 'baseline', 'intended', 'unsent']);
  });

  it('adopts what somebody else made meanwhile', async () => {
    world.service.createFaults.push(signedOut);
    world.services.renew = async () => {
      world.service.put(sourceOf(dana), dana, 'queued');
      return true;
    };
    expect(await submit()).toMatchObject({ result: 'adopted' });
    expect(world.service.sent(sourceOf(dana))).toHaveLength(0);
  });

  const others: CreateFault[] = [
    { kind: 'refused', status: 403, code: 'accessDenied' },
    { kind: 'refused', status: 422, code: 'FeatureIsNotEnabled' },
    { kind: 'throttled', retryAfterMs: 1_000 },
    { kind: 'lostAfter' },
  ];
  it.each(others)('is told from other ends ($kind)', async (fault) => {
    world.service.createFaults.push(fault);
    const asked = renewing(true);
    await submit();
    expect(asked.times).toBe(0);
  });
});
