import { beforeEach, describe, expect, it } from 'vitest';
import { err } from '../../src/plan/result.ts';
import type { Failure } from '../../src/problems/failure.ts';
import { cancelTask } from '../../src/runtime/cancel.ts';
import { lookAtTask } from '../../src/runtime/look.ts';
import { submitMove } from '../../src/runtime/submit.ts';
import type { Followed } from '../../src/wizard/state.ts';
import { sourceOf } from './fake-service.ts';
import { memoryFiles } from './memory-files.ts';
import { moveOf, submissionOf, userPlan } from './moves.ts';
import { allEntries, rowsOf, type World, worldIn } from './world.ts';

const dana = moveOf(userPlan('dana'));
const source = sourceOf(dana);
let world: World;
let followed: Followed;

beforeEach(async () => {
  world = worldIn('memory', { files: memoryFiles(), skewMs: 7_200_000 });
  const outcome = await submitMove(world.services, submissionOf(dana, world.clock.now()));
  if (outcome.result !== 'accepted') throw new Error(outcome.result);
  const { runId, row, task, findings, at } = outcome;
  const still = { history: [], trouble: null, nextLookAt: null, looks: 0 };
  followed = { runId, row, move: dana, task, findings, acceptedAt: at, ...still };
});

const observed = async () => (await allEntries(world.services)).filter(({ kind }) => kind === 'observed');
const places = async () => (await rowsOf(world.services, dana)).map(({ state }) => state);

describe('a look at a task', () => {
  it('brings the task with the time of the service, and is not recorded while nothing changed', async () => {
    const outcome = await lookAtTask(world.services, followed);
    expect(outcome).toMatchObject({ ok: true, task: { state: 'queued' }, at: world.service.now() });
    expect(await observed()).toEqual([]);
  });

  it('is recorded when something changed', async () => {
    world.service.change(source, { state: 'running', rawStatus: 'inProgress' });
    await lookAtTask(world.services, followed);
    expect(await observed()).toMatchObject([{ row: 1, task: { state: 'running' }, ids: { clientRequestId: 'c' } }]);
    expect(await places()).toMatchObject([{ place: 'accepted', task: { state: 'running' } }]);
  });

  it('works although another process writes to the run', async () => {
    const other = worldIn('memory', { files: world.files, seed: 2 });
    const held = await other.services.ledger.open(followed.runId);
    world.service.change(source, { state: 'running' });
    expect(await lookAtTask(world.services, followed)).toMatchObject({ ok: true });
    expect(await observed()).toEqual([]);
    expect(held.ok).toBe(true);
  });

  const http = (status: number): Failure => ({
    kind: 'http',
    call: 'read',
    meta: { status, requestId: 'r', clientRequestId: 'c', date: null },
    code: '',
    message: '',
    innerCodes: [],
    retryAfterMs: null,
  });
  it.each([
    { status: 401, fatal: true },
    { status: 403, fatal: true },
    { status: 404, fatal: true },
    { status: 429, fatal: false },
    { status: 503, fatal: false },
  ])('that fails with $status ends the watching: $fatal', async ({ status, fatal }) => {
    world.service.taskById = async () => err(http(status));
    expect(await lookAtTask(world.services, followed)).toMatchObject({ ok: false, fatal });
  });

  it('asks by source for a task without id', async () => {
    const withoutId = { ...followed, task: followed.task && { ...followed.task, id: null } };
    expect(await lookAtTask(world.services, withoutId)).toMatchObject({ ok: true, task: { id: 'task-1' } });
  });
});

describe('a cancel', () => {
  it('is read back until the task reads as cancelled', async () => {
    const { outcome, refused } = await cancelTask(world.services, followed);
    expect(outcome).toMatchObject({ ok: true, task: { state: 'cancelled' } });
    expect(refused).toBeNull();
    expect(await places()).toMatchObject([{ cancelAsked: true, cancelRefused: null, task: { state: 'cancelled' } }]);
  });

  it('that the service refuses says so and shows the task as it is', async () => {
    world.service.change(source, { state: 'running', rawStatus: 'inProgress' });
    const { outcome, refused } = await cancelTask(world.services, followed);
    expect(outcome).toMatchObject({ ok: true, task: { state: 'running' } });
    expect(refused).toMatchObject({ code: 'cancelTooLate', service: { status: 409 } });
    expect(await places()).toMatchObject([{ cancelRefused: { code: 'cancelTooLate' } }]);
  });

  it('that does not take effect within a minute is not reported as done', async () => {
    world.service.cancel = async () => ({
      ok: true,
      value: { value: null, meta: { status: 204, requestId: null, clientRequestId: 'c', date: null } },
    });
    const before = world.clock.now();
    const { outcome, refused } = await cancelTask(world.services, followed);
    expect(outcome).toMatchObject({ ok: true, task: { state: 'queued' } });
    expect(refused).toMatchObject({ code: 'cancelNotYetConfirmed', severity: 'warning' });
    expect(world.clock.now() - before).toBe(63_000);
  });

  it('that comes too late after a 204 says what happened instead', async () => {
    world.service.cancel = async () => {
      world.service.change(source, { state: 'running', rawStatus: 'inProgress' });
      return {
        ok: true,
        value: { value: null, meta: { status: 204, requestId: null, clientRequestId: 'c', date: null } },
      };
    };
    expect((await cancelTask(world.services, followed)).refused).toMatchObject({ code: 'cancelNotPossible' });
  });

  it('whose answer is lost counts as what reads back', async () => {
    const { cancel } = world.service;
    world.service.cancel = async (id) => {
      await cancel(id);
      const network = {
        kind: 'network',
        call: 'cancel',
        reason: 'reset',
        reached: 'maybe',
        clientRequestId: 'c',
      } as const;
      return err({ ...network, detail: '' });
    };
    expect(await cancelTask(world.services, followed)).toMatchObject({
      refused: null,
      outcome: { task: { state: 'cancelled' } },
    });
  });
});
