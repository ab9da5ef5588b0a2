import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../src/plan/parameters.ts';
import { err, ok } from '../../src/plan/result.ts';
import type { Failure } from '../../src/problems/failure.ts';
import type { Task, TaskState } from '../../src/tasks/task.ts';
import type { Look } from '../../src/wave/entry.ts';
import { afterAnswer, afterBaseline, afterLook, afterRefusal, isNew } from '../../src/wave/exactly-once.ts';
import { serviceClock } from '../../src/wave/service-time.ts';
import { sameSource } from '../../src/wave/source-text.ts';
import { moveOf, objectIdPlan, sitePlan, userPlan } from '../runtime/moves.ts';
import { aTask } from '../support/tasks.ts';

const dana = moveOf(userPlan('dana'));
const same = parametersOf(dana.plan);
const other = parametersOf(userPlan('dana', 'mo'));
const nothing: Look = { found: 'nothing' };
const found = (task: Partial<Task>): Look => ({ found: 'task', task: aTask(task) });
const meta = { status: 422, requestId: 'r', clientRequestId: 'c', date: 0 };

describe('the baseline decides', () => {
  const states: TaskState[] = ['queued', 'running', 'completed', 'unknown', 'failed', 'cancelled'];
  const over = (state: TaskState) => state === 'failed' || state === 'cancelled';
  const table = states.flatMap((state) => [
    { name: `${state} and the same`, look: found({ state, parameters: same }), does: over(state) ? 'send' : 'adopt' },
    {
      name: `${state} and another`,
      look: found({ state, parameters: other }),
      does: over(state) ? 'send' : 'conflict',
    },
    { name: `${state} and not comparable`, look: found({ state }), does: over(state) ? 'send' : 'conflict' },
  ]);
  it.each(table)('with a task that is $name: $does', ({ look, does }) => {
    expect(afterBaseline(dana, look).do).toBe(does);
  });
  it('to send when nothing is there, or nobody can know', () => {
    expect(afterBaseline(dana, nothing)).toEqual({ do: 'send' });
    expect(afterBaseline(dana, { found: 'unknowable' })).toEqual({ do: 'send' });
  });

  const conflicts = [
    { state: 'queued', code: 'conflictOtherParameters' },
    { state: 'running', code: 'conflictRunning' },
    { state: 'completed', code: 'conflictCompleted' },
    { state: 'unknown', code: 'conflictUnknownState' },
  ] as const;
  it.each(conflicts)('and a conflict with a $state task says what differs', ({ state, code }) => {
    const verdict = afterBaseline(dana, found({ state, parameters: other }));
    expect(verdict).toMatchObject({ do: 'conflict', finding: { code } });
    if (verdict.do === 'conflict' && state !== 'unknown') expect(verdict.finding.why).toContain('mo@fabrikam.com');
  });
});

describe('"another job" decides', () => {
  const table = [
    { name: 'the same task', look: found({ state: 'running', parameters: same }), does: 'adopt' },
    { name: 'a task that cannot be compared', look: found({ state: 'queued' }), does: 'adopt' },
    { name: 'a task with another target', look: found({ state: 'running', parameters: other }), does: 'conflict' },
    { name: 'a failed task', look: found({ state: 'failed', parameters: same }), does: 'reject' },
    { name: 'nothing', look: nothing, does: 'reject' },
    { name: 'a source nobody can look up', look: { found: 'unknowable' } as Look, does: 'reject' },
  ];
  it.each(table)('with $name: $does', ({ look, does }) => {
    expect(afterRefusal(dana, look).do).toBe(does);
  });
});

describe('the answer to a create', () => {
  const http = (status: number, more: Partial<Extract<Failure, { kind: 'http' }>> = {}): Failure => ({
    kind: 'http',
    call: 'create',
    meta: { ...meta, status },
    code: '',
    message: '',
    innerCodes: [],
    retryAfterMs: null,
    ...more,
  });
  const network = (reached: 'no' | 'maybe'): Failure => ({
    kind: 'network',
    call: 'create',
    reason: 'reset',
    reached,
    clientRequestId: 'c',
    detail: '',
  });
  const page = (status: number): Failure => ({
    kind: 'unreadable',
    call: 'create',
    meta: { ...meta, status },
    looksLike: 'html',
    excerpt: '',
  });
  const otherJob = 'Another job for the same source URL is in progress or has finished.';
  const table: { name: string; failure: Failure; does: string }[] = [
    { name: '400', failure: http(400), does: 'reject' },
    { name: '422', failure: http(422), does: 'reject' },
    { name: '501', failure: http(501), does: 'reject' },
    { name: '401', failure: http(401), does: 'unsent' },
    { name: '403', failure: http(403), does: 'unsent' },
    { name: '429', failure: http(429, { retryAfterMs: 7 }), does: 'unsent' },
    { name: '503 with a wait', failure: http(503, { retryAfterMs: 7 }), does: 'unsent' },
    { name: '503 without a wait', failure: http(503), does: 'settle' },
    { name: '408', failure: http(408), does: 'settle' },
    { name: '500', failure: http(500), does: 'settle' },
    { name: '504', failure: http(504), does: 'settle' },
    { name: 'a connection that never was', failure: network('no'), does: 'unsent' },
    { name: 'a connection that broke', failure: network('maybe'), does: 'settle' },
    { name: 'an unreadable 200', failure: page(200), does: 'settle' },
    { name: "a gateway's page with 502", failure: page(502), does: 'settle' },
    {
      name: 'stopped on the way',
      failure: { kind: 'stopped', call: 'create', reached: 'maybe', clientRequestId: 'c' },
      does: 'settle',
    },
    {
      name: 'the code of another job',
      failure: http(422, { code: 'MnASiteMoveIsInprogressOrFinished' }),
      does: 'lookUp',
    },
    {
      name: 'that code inside',
      failure: http(422, { innerCodes: ['mnasitemoveisinprogressorfinished'] }),
      does: 'lookUp',
    },
    { name: 'the wording of another job', failure: http(422, { message: otherJob }), does: 'lookUp' },
  ];
  it.each(table)('$name: $does', ({ failure, does }) => {
    expect(afterAnswer(err(failure)).do).toBe(does);
  });

  it('with a task accepts, and without an id looks for it', () => {
    expect(afterAnswer(ok({ value: aTask() })).do).toBe('accept');
    expect(afterAnswer(ok({ value: aTask({ id: null }) }))).toEqual({ do: 'settle', failure: null });
  });

  it('keeps the wait the service asks for', () => {
    expect(afterAnswer(err(http(429, { retryAfterMs: 90_000 })))).toMatchObject({ retryAfterMs: 90_000 });
  });
});

describe('a look after a lost answer', () => {
  const failed = found({ id: 'a', state: 'failed', rawStatus: 'failed', updatedAt: 5 });
  const news = [
    { name: 'a task where none was', baseline: nothing, look: failed, isNew: true },
    { name: 'the failed task as it was', baseline: failed, look: failed, isNew: false },
    {
      name: 'the failed task in other letters',
      baseline: failed,
      look: found({ id: 'a', state: 'failed', rawStatus: 'Failed', updatedAt: 5 }),
      isNew: false,
    },
    {
      name: 'another id',
      baseline: failed,
      look: found({ id: 'b', state: 'failed', rawStatus: 'failed', updatedAt: 5 }),
      isNew: true,
    },
    { name: 'another state', baseline: failed, look: found({ id: 'a', state: 'queued', updatedAt: 5 }), isNew: true },
    {
      name: 'another update',
      baseline: failed,
      look: found({ id: 'a', state: 'failed', rawStatus: 'failed', updatedAt: 6 }),
      isNew: true,
    },
    { name: 'nothing any more', baseline: failed, look: nothing, isNew: false },
  ];
  it.each(news)('that shows $name: new is $isNew', ({ baseline, look, isNew: expected }) => {
    expect(isNew(baseline, look)).toBe(expected);
    expect(afterLook({ baseline, look, looks: 1, sinceLostMs: 0 }).do).toBe(expected ? 'accept' : 'lookAgain');
  });

  const waits = [
    { name: 'the first', looks: 1, sinceLostMs: 500, verdict: { do: 'lookAgain', afterMs: 1_500 } },
    { name: 'the second', looks: 2, sinceLostMs: 2_000, verdict: { do: 'lookAgain', afterMs: 3_000 } },
    { name: 'the third', looks: 3, sinceLostMs: 5_000, verdict: { do: 'lookAgain', afterMs: 10_000 } },
    { name: 'the fourth', looks: 4, sinceLostMs: 15_000, verdict: { do: 'park' } },
    { name: 'one just before five minutes', looks: 9, sinceLostMs: 299_999, verdict: { do: 'park' } },
    { name: 'one after five minutes', looks: 5, sinceLostMs: 300_000, verdict: { do: 'mayResend' } },
    { name: 'the first after a night', looks: 1, sinceLostMs: 9 * 3_600_000, verdict: { do: 'mayResend' } },
    { name: 'one with a clock that went back', looks: 9, sinceLostMs: -5, verdict: { do: 'park' } },
  ];
  it.each(waits)('that is empty, $name: $verdict.do', ({ looks, sinceLostMs, verdict }) => {
    expect(afterLook({ baseline: nothing, look: nothing, looks, sinceLostMs })).toEqual(verdict);
  });

  it('never clears a source that nobody can look up', () => {
    const look: Look = { found: 'unknowable' };
    expect(afterLook({ baseline: look, look, looks: 9, sinceLostMs: 1e9 })).toEqual({ do: 'park' });
  });
});

describe('service time', () => {
  it('is the computer’s until the service speaks, then only goes forward', () => {
    const clock = serviceClock(() => 1_000_000);
    expect(clock.now()).toBe(1_000_000);
    expect(clock.hear({ date: null, requestId: 'r' })).toBe(1_000_000);
    expect(clock.hear({ date: 50, requestId: 'r' })).toBe(50);
    expect(clock.hear({ date: 40, requestId: 'r' })).toBe(50);
    expect(clock.hear({ date: 900_000, requestId: null })).toBe(50);
    expect(clock.now()).toBe(50);
  });
});

describe('two moves are about the same source', () => {
  const id = '11111111-0000-4000-8000-000000000001';
  const table = [
    { name: 'when only the target differs', one: userPlan('dana'), two: userPlan('dana', 'mo'), same: true },
    { name: 'whatever the case of letters', one: userPlan('dana'), two: userPlan('DANA'), same: true },
    { name: 'by object id', one: objectIdPlan(id), two: objectIdPlan(id), same: true },
    {
      name: 'when one has object id and name',
      one: objectIdPlan(id, 'dana@contoso.com'),
      two: userPlan('dana'),
      same: true,
    },
    {
      name: 'when the name was added later',
      one: objectIdPlan(id),
      two: objectIdPlan(id, 'dana@contoso.com'),
      same: true,
    },
    { name: 'not when they are two people', one: userPlan('dana'), two: userPlan('mo'), same: false },
    { name: 'not when the kinds differ', one: userPlan('dana'), two: sitePlan('dana'), same: false },
  ];
  it.each(table)('$name', ({ one, two, same: expected }) => {
    expect(sameSource(moveOf(one), moveOf(two))).toBe(expected);
  });

  it('not when they go to different services', () => {
    expect(sameSource(dana, { ...dana, endpoint: 'http://127.0.0.1:1' })).toBe(false);
  });
});
