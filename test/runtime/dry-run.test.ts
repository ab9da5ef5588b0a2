import { describe, expect, it } from 'vitest';
import { finding } from '../../src/plan/finding.ts';
import type { Failure } from '../../src/problems/failure.ts';
import { runDryRun } from '../../src/runtime/dry-run.ts';
import { lookUpSource } from '../../src/runtime/look-up-source.ts';
import type { Task } from '../../src/tasks/task.ts';
import { aTask } from '../support/tasks.ts';
import { sourceOf } from './fake-service.ts';
import { memoryFiles } from './memory-files.ts';
import { moveOf, objectIdPlan, userPlan } from './moves.ts';
import { worldIn } from './world.ts';

const dana = moveOf(userPlan('dana'));
const answered = (more: Partial<Task>): Task => aTask({ id: null, final: true, ...more });
const completed = answered({ state: 'completed', rawStatus: 'completed' });
const error = { code: 'MnASiteMoveTargetUrlHasWriteConflict', message: 'exists', target: null, details: [] };
const throttled: Failure = {
  kind: 'http',
  call: 'validate',
  meta: { status: 429, requestId: 'r', clientRequestId: 'c', date: null },
  code: 'tooManyRequests',
  message: '',
  innerCodes: [],
  retryAfterMs: 9_000,
};

describe('a dry run', () => {
  const table: { name: string; answer: Task | Failure; codes: string[]; rawStatus: string | null }[] = [
    { name: 'completed', answer: completed, codes: [], rawStatus: 'completed' },
    { name: 'completed with an error', answer: { ...completed, error }, codes: [error.code], rawStatus: 'completed' },
    {
      name: 'failed in a 200',
      answer: answered({ state: 'failed', rawStatus: 'failed', error }),
      codes: [error.code],
      rawStatus: 'failed',
    },
    {
      name: 'failed without a reason',
      answer: answered({ state: 'failed', rawStatus: 'failed' }),
      codes: ['dryRunProblem'],
      rawStatus: 'failed',
    },
    {
      name: 'queued without an id',
      answer: answered({ state: 'queued', rawStatus: 'notStarted', final: false }),
      codes: ['dryRunInconclusive'],
      rawStatus: 'notStarted',
    },
    {
      name: 'a word nobody knows',
      answer: answered({ state: 'unknown', rawStatus: 'paused' }),
      codes: ['dryRunInconclusive'],
      rawStatus: 'paused',
    },
    {
      name: 'cancelled',
      answer: answered({ state: 'cancelled', rawStatus: 'cancelled' }),
      codes: ['dryRunInconclusive'],
      rawStatus: 'cancelled',
    },
    { name: 'throttled', answer: throttled, codes: ['http429'], rawStatus: null },
  ];
  it.each(table)('that is $name has the findings $codes', async ({ answer, codes, rawStatus }) => {
    const { service, services, clock } = worldIn('memory', { files: memoryFiles() });
    service.validates.push(answer);
    const report = await runDryRun(services, dana, []);
    expect(report.findings.map(({ code }) => code)).toEqual(codes);
    expect(report.findings.every(({ severity }) => severity === 'error')).toBe(true);
    expect(report).toMatchObject({ planId: dana.id, rawStatus, at: clock.now(), clientRequestId: 'c' });
    expect(report.clean !== null).toBe(codes.length === 0);
  });

  it('that goes on is asked for by its id until it ends', async () => {
    const { service, services, clock } = worldIn('memory', { files: memoryFiles() });
    const task = service.put('a dry run', dana, 'queued');
    service.validates.push(task);
    const { taskById } = service;
    let looks = 0;
    service.taskById = async (id, signal) => {
      looks += 1;
      if (looks === 3) service.change('a dry run', { state: 'completed', rawStatus: 'completed', final: true });
      return await taskById(id, signal);
    };
    const before = clock.now();
    const report = await runDryRun(services, dana, []);
    expect(report.clean).toMatchObject({ planId: dana.id, status: 'completed' });
    expect(clock.now() - before).toBe(17_000);
  });

  it('that never ends blocks the confirmation', async () => {
    const { service, services } = worldIn('memory', { files: memoryFiles() });
    service.validates.push(service.put('a dry run', dana, 'running'));
    const report = await runDryRun(services, dana, []);
    expect(report).toMatchObject({ clean: null, findings: [{ code: 'dryRunInconclusive' }] });
  });

  it('keeps own warnings and stays clean, but not with own errors', async () => {
    const { services } = worldIn('memory', { files: memoryFiles() });
    const own = finding({ field: 'start', code: 'x', what: 'What.', why: 'Why.', next: 'Next.' });
    const warning = { ...own, severity: 'warning' } as const;
    expect(await runDryRun(services, dana, [warning])).toMatchObject({
      clean: { planId: dana.id },
      findings: [warning],
    });
    expect((await runDryRun(services, dana, [own])).clean).toBeNull();
  });

  it('ends when it is stopped', async () => {
    const { service, services } = worldIn('memory', { files: memoryFiles() });
    service.validates.push(service.put('a dry run', dana, 'running'));
    const stop = AbortSignal.abort(new Error('left'));
    await expect(runDryRun(services, dana, [], stop)).rejects.toThrow('left');
  });
});

describe('a look at the source before the confirmation', () => {
  const table = [
    { name: 'nothing', state: null, target: 'dana', found: 'nothing', codes: [] },
    { name: 'the same task', state: 'queued', target: 'dana', found: 'task', codes: ['sameTaskExists'] },
    { name: 'another task', state: 'queued', target: 'mo', found: 'task', codes: ['conflictOtherParameters'] },
    { name: 'a failed task', state: 'failed', target: 'mo', found: 'task', codes: [] },
  ] as const;
  it.each(table)('that finds $name says what a submission would come to', async ({ state, target, found, codes }) => {
    const { service, services } = worldIn('memory', { files: memoryFiles() });
    if (state !== null) service.put(sourceOf(dana), moveOf(userPlan('dana', target)), state);
    const { look, findings } = await lookUpSource(services, dana);
    expect(look?.found).toBe(found);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  it('that fails is an error, and never reads as nothing', async () => {
    const { service, services } = worldIn('memory', { files: memoryFiles() });
    service.readFaults = () => 'lost';
    const { look, findings } = await lookUpSource(services, dana);
    expect(look).toBeNull();
    expect(findings).toMatchObject([{ severity: 'error', code: 'networkReset' }]);
  });

  it('knows that an object id cannot be looked up', async () => {
    const { services } = worldIn('memory', { files: memoryFiles() });
    const move = moveOf(objectIdPlan('11111111-0000-4000-8000-000000000001'));
    expect(await lookUpSource(services, move)).toEqual({ look: { found: 'unknowable' }, findings: [] });
  });
});
