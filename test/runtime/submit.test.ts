import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { continueRow } from '../../src/runtime/continue.ts';
import { settleRow } from '../../src/runtime/settle.ts';
import { submitMove } from '../../src/runtime/submit.ts';
import type { TaskState } from '../../src/tasks/task.ts';
import { tempFolder } from './fake-ports.ts';
import { type CreateFault, sourceOf } from './fake-service.ts';
import { groupPlan, moveOf, objectIdPlan, sitePlan, submissionOf, userPlan } from './moves.ts';
import { allEntries, type World, worldIn } from './world.ts';

let temp: ReturnType<typeof tempFolder>;
let world: World;
beforeEach(() => {
  temp = tempFolder();
  world = worldIn(temp.folder);
});
afterEach(() => temp.remove());

const dana = moveOf(userPlan('dana'));
const submit = (move = dana) => submitMove(world.services, submissionOf(move, world.clock.now()));
const kinds = async () => (await allEntries(world.services)).map(({ kind }) => kind);
const minutes = 60_000;

describe('a submission', () => {
  const moves = [
    { name: 'a user', move: dana },
    { name: 'a site', move: moveOf(sitePlan('hr')) },
    { name: 'a group', move: moveOf(groupPlan('sales')) },
    { name: 'a user by object id', move: moveOf(objectIdPlan('11111111-0000-4000-8000-000000000001')) },
  ];
  it.each(moves)('of $name is recorded step by step and accepted', async ({ move }) => {
    const outcome = await submit(move);
    expect(outcome).toMatchObject({ result: 'accepted', row: 1, findings: [] });
    expect(await kinds()).toEqual(['opened', 'baseline', 'intended', 'accepted']);
  });

  const existing: { name: string; state: TaskState; target: string; result: string; last: string; creates: number }[] =
    [
      { name: 'queued, the same', state: 'queued', target: 'dana', result: 'adopted', last: 'adopted', creates: 0 },
      { name: 'running, the same', state: 'running', target: 'dana', result: 'adopted', last: 'adopted', creates: 0 },
      {
        name: 'completed, the same',
        state: 'completed',
        target: 'dana',
        result: 'adopted',
        last: 'adopted',
        creates: 0,
      },
      {
        name: 'queued, another target',
        state: 'queued',
        target: 'mo',
        result: 'conflict',
        last: 'conflicted',
        creates: 0,
      },
      {
        name: 'running, another target',
        state: 'running',
        target: 'mo',
        result: 'conflict',
        last: 'conflicted',
        creates: 0,
      },
      { name: 'failed', state: 'failed', target: 'dana', result: 'accepted', last: 'accepted', creates: 1 },
      {
        name: 'cancelled, another target',
        state: 'cancelled',
        target: 'mo',
        result: 'accepted',
        last: 'accepted',
        creates: 1,
      },
    ];
  it.each(existing)(
    'with a task that is there ($name) ends as $result',
    async ({ state, target, result, last, creates }) => {
      world.service.put(sourceOf(dana), moveOf(userPlan('dana', target)), state);
      expect(await submit()).toMatchObject({ result });
      expect((await kinds()).at(-1)).toBe(last);
      expect(world.service.sent(sourceOf(dana))).toHaveLength(creates);
    },
  );

  const lost: { name: string; fault: CreateFault }[] = [
    { name: 'the connection breaks after the effect', fault: { kind: 'lostAfter' } },
    { name: 'a gateway answers 502 after the effect', fault: { kind: 'serverError', effect: true } },
    { name: 'nothing comes for 100 seconds', fault: { kind: 'slow', effect: true } },
    { name: 'the effect comes four seconds late', fault: { kind: 'late', afterMs: 4_000 } },
  ];
  it.each(lost)('finds its task when $name', async ({ fault }) => {
    world.service.createFaults.push(fault);
    expect(await submit()).toMatchObject({ result: 'accepted' });
    expect(await kinds()).toEqual(expect.arrayContaining(['unconfirmed', 'accepted']));
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('finds its task although an earlier failed one has the same id', async () => {
    world.service.put(sourceOf(dana), dana, 'failed');
    world.clock.pass(1_000);
    world.service.createFaults.push({ kind: 'lostAfter' });
    expect(await submit()).toMatchObject({ result: 'accepted', task: { state: 'queued' } });
  });

  it('is not sent when the source cannot be looked up first', async () => {
    world.service.readFaults = () => 'lost';
    expect(await submit()).toMatchObject({ result: 'rejected' });
    expect(await kinds()).toEqual(['opened', 'unsent']);
    expect(world.service.sent(sourceOf(dana))).toHaveLength(0);
  });

  it('adopts the other job when the service names one', async () => {
    world.service.createFaults.push({ kind: 'refused', status: 422, code: 'MnASiteMoveIsInprogressOrFinished' });
    const { taskBySource } = world.service;
    let looks = 0;
    world.service.taskBySource = async (key, signal) => {
      looks += 1;
      if (looks === 2) world.service.put(sourceOf(dana), dana, 'running');
      return await taskBySource(key, signal);
    };
    expect(await submit()).toMatchObject({ result: 'adopted', task: { state: 'running' } });
  });

  it('sits out the wait of a throttled create and looks again before it sends', async () => {
    world.service.createFaults.push({ kind: 'throttled', retryAfterMs: 30_000 });
    const before = world.clock.now();
    expect(await submit()).toMatchObject({ result: 'accepted' });
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(30_000);
    expect(await kinds()).toEqual(['opened', 'baseline', 'intended', 'unsent', 'baseline', 'intended', 'accepted']);
  });

  it('gives up on waits that are too long, and the row can be sent later', async () => {
    world.service.createFaults.push({ kind: 'throttled', retryAfterMs: 20 * minutes });
    const outcome = await submit();
    expect(outcome.result).toBe('rejected');
    const { runId } = outcome;
    expect(await continueRow(world.services, { runId: runId ?? '', row: 1, resend: false })).toMatchObject({
      result: 'accepted',
    });
  });

  it('is refused by the service once and stays refused', async () => {
    world.service.createFaults.push({ kind: 'refused', status: 422, code: 'MnASiteMoveTargetUrlHasWriteConflict' });
    const outcome = await submit();
    expect(outcome).toMatchObject({
      result: 'rejected',
      findings: [{ code: 'MnASiteMoveTargetUrlHasWriteConflict' }],
    });
    const again = await continueRow(world.services, { runId: outcome.runId ?? '', row: 1, resend: true });
    expect(again.result).toBe('rejected');
    expect(world.service.sent(sourceOf(dana))).toHaveLength(0);
  });
});

describe('a create that nobody answered', () => {
  const loseIt = async (move = dana) => {
    world.service.createFaults.push({ kind: 'lostBefore' });
    const outcome = await submit(move);
    if (outcome.result !== 'unconfirmed') throw new Error(outcome.result);
    return outcome;
  };

  it('is looked for four times in fifteen seconds, then stays unconfirmed', async () => {
    const before = world.clock.now();
    const outcome = await loseIt();
    expect(outcome).toMatchObject({ mayResend: false, findings: [{ code: 'unconfirmed' }, { code: 'networkReset' }] });
    expect(world.clock.now() - before).toBe(15_000);
    expect((await kinds()).filter((kind) => kind === 'looked')).toHaveLength(4);
  });

  it('is not sent again within five minutes, even when somebody wants it', async () => {
    const { runId } = await loseIt();
    world.clock.pass(4 * minutes);
    const outcome = await settleRow(world.services, { runId, row: 1, resend: true });
    expect(outcome).toMatchObject({ result: 'unconfirmed', mayResend: false });
    expect(outcome.findings.map(({ code }) => code)).toContain('resendTooEarly');
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('is not sent again by itself after five minutes', async () => {
    const { runId } = await loseIt();
    world.clock.pass(6 * minutes);
    expect(await settleRow(world.services, { runId, row: 1, resend: false })).toMatchObject({
      result: 'unconfirmed',
      mayResend: true,
    });
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('is sent once more after five minutes, a clean dry run and a wish', async () => {
    const { runId } = await loseIt();
    world.clock.pass(6 * minutes);
    expect(await settleRow(world.services, { runId, row: 1, resend: true })).toMatchObject({ result: 'accepted' });
    expect((await kinds()).slice(-4)).toEqual(['cleared', 'baseline', 'intended', 'accepted']);
    expect(world.service.sent(sourceOf(dana))).toHaveLength(2);
  });

  it('is not sent again when the dry run finds something', async () => {
    const { runId } = await loseIt();
    world.clock.pass(6 * minutes);
    world.service.validates.push({ ...world.service.put('other', dana, 'failed'), id: null });
    expect(await settleRow(world.services, { runId, row: 1, resend: true })).toMatchObject({ result: 'unconfirmed' });
    expect(await kinds()).not.toContain('cleared');
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('is taken over when it took effect between the last look and the second create', async () => {
    const { runId } = await loseIt();
    world.clock.pass(6 * minutes);
    const { validate } = world.service;
    world.service.validate = async (move) => {
      world.service.put(sourceOf(dana), dana, 'running');
      return await validate(move);
    };
    expect(await settleRow(world.services, { runId, row: 1, resend: true })).toMatchObject({ result: 'accepted' });
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('counts the five minutes by the service, whatever the clock of this computer says', async () => {
    world = worldIn(temp.folder, { skewMs: -45 * minutes });
    const { runId } = await loseIt();
    world.clock.pass(4 * minutes);
    expect(await settleRow(world.services, { runId, row: 1, resend: true })).toMatchObject({ mayResend: false });
    world.clock.pass(2 * minutes);
    expect(await settleRow(world.services, { runId, row: 1, resend: true })).toMatchObject({ result: 'accepted' });
  });

  it('by object id is never looked up and never sent again', async () => {
    const move = moveOf(objectIdPlan('11111111-0000-4000-8000-000000000001'));
    const { runId } = await loseIt(move);
    world.clock.pass(60 * minutes);
    const outcome = await settleRow(world.services, { runId, row: 1, resend: true });
    expect(outcome).toMatchObject({ result: 'unconfirmed', mayResend: false });
    expect(outcome.findings[0]?.code).toBe('unconfirmedByObjectId');
    expect(await submit(move)).toMatchObject({ result: 'unconfirmed', runId });
    expect(world.service.sent(sourceOf(move))).toHaveLength(1);
  });

  it('is settled first when the same move is submitted again, and its run goes on', async () => {
    world.service.createFaults.push({ kind: 'late', afterMs: 60_000 });
    const { runId } = await submit();
    world.clock.pass(2 * minutes);
    expect(await submit()).toMatchObject({ result: 'adopted', runId });
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('stands in the way of another plan for the same source', async () => {
    const { runId } = await loseIt();
    const outcome = await submit(moveOf(userPlan('dana', 'someone.else')));
    expect(outcome).toMatchObject({ result: 'conflict', runId });
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });

  it('does not stand in the way of other sources', async () => {
    await loseIt();
    expect(await submit(moveOf(userPlan('mo')))).toMatchObject({ result: 'accepted' });
  });
});

describe('two submissions of one source at the same moment', () => {
  it('make one task, and the second one adopts it', async () => {
    const other = worldIn(temp.folder, { seed: 2 });
    other.services.graph = world.service;
    other.services.clock = world.clock;
    const results = await Promise.all([submit(), submitMove(other.services, submissionOf(dana, world.clock.now()))]);
    expect(results.map(({ result }) => result).sort()).toEqual(['accepted', 'adopted']);
    expect(world.service.sent(sourceOf(dana))).toHaveLength(1);
  });
});
