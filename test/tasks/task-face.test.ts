import { describe, expect, it } from 'vitest';
import { sourceKeyOf, sourceLabel, targetLabel } from '../../src/tasks/source-key.ts';
import { taskJson } from '../../src/tasks/task-json.ts';
import { nextLookAfterMs } from '../../src/tasks/when.ts';
import { groupPlan, idPlan, sitePlan, taskOf, userPlan } from './moves.ts';

const now = Date.UTC(2026, 11, 5, 14);
const inTwoHours = { preferredStartDateTime: '2026-12-05T16:00:00Z' };

describe('the next look at a task', () => {
  it.each([
    { looks: 0, afterMs: 2_000 },
    { looks: 1, afterMs: 5_000 },
    { looks: 2, afterMs: 10_000 },
    { looks: 3, afterMs: 20_000 },
    { looks: 4, afterMs: 30_000 },
    { looks: 5, afterMs: 60_000 },
    { looks: 500, afterMs: 60_000 },
  ])('comes after $afterMs ms when $looks were taken', ({ looks, afterMs }) => {
    expect(nextLookAfterMs({ looks, task: taskOf({}), nowMs: now })).toBe(afterMs);
    expect(nextLookAfterMs({ looks, task: null, nowMs: now })).toBe(afterMs);
  });

  it.each([
    { name: 'never for a final task', json: { status: 'completed' }, afterMs: null },
    { name: 'at its start time for a queued task', json: { parameters: inTwoHours }, afterMs: 7_200_000 },
    { name: 'soon for a running task', json: { status: 'inProgress', parameters: inTwoHours }, afterMs: 5_000 },
    {
      name: 'soon for a task that has started',
      json: { startedDateTime: '2026-12-05T13:59:00Z', parameters: inTwoHours },
      afterMs: 5_000,
    },
    {
      name: 'soon when the start time is past',
      json: { parameters: { preferredStartDateTime: '2026-12-05T13:00:00Z' } },
      afterMs: 5_000,
    },
    {
      name: 'before a timer overflows',
      json: { parameters: { preferredStartDateTime: '2027-12-05T13:00:00Z' } },
      afterMs: 2_147_483_647,
    },
  ])('comes $name', ({ json, afterMs }) => {
    expect(nextLookAfterMs({ looks: 1, task: taskOf(json), nowMs: now })).toBe(afterMs);
  });

  it('waits for the planned start when the answer leaves it out', () => {
    expect(nextLookAfterMs({ looks: 0, task: taskOf({}), nowMs: now, plannedStart: now + 600_000 })).toBe(600_000);
  });
});

describe('what names a move', () => {
  it.each([
    {
      name: 'a user by sign-in name',
      plan: userPlan,
      key: { type: 'user', upn: 'dana@contoso.com' },
      labels: ['dana@contoso.com', 'dana.lee@fabrikam.com'],
    },
    {
      name: 'a user by object id',
      plan: idPlan,
      key: null,
      labels: ['da157a29-f793-4dd6-9c73-41d2c73c2546', 'cb53ea98-6151-44cc-9c21-098a3c3e3988'],
    },
    {
      name: 'a user by object id and sign-in name',
      plan: { ...idPlan, sourceUpn: 'dana@contoso.com' },
      key: { type: 'user', upn: 'dana@contoso.com' },
      labels: ['dana@contoso.com', 'cb53ea98-6151-44cc-9c21-098a3c3e3988'],
    },
    {
      name: 'a site',
      plan: sitePlan,
      key: { type: 'site', url: sitePlan.source.url },
      labels: [sitePlan.source.url, sitePlan.target.url],
    },
    {
      name: 'a group',
      plan: groupPlan,
      key: { type: 'group', mailNickname: 'finance' },
      labels: ['finance', 'finance-eu'],
    },
  ] as const)('is right for $name', ({ plan, key, labels }) => {
    expect(sourceKeyOf(plan)).toEqual(key);
    expect([sourceLabel(plan), targetLabel(plan)]).toEqual(labels);
  });
});

describe('a task in JSON output', () => {
  it('has times in UTC with a Z and the raw word', () => {
    const task = taskOf({
      status: 'Failed',
      startedDateTime: '2025-7-18T09:08:04.451Z',
      error: { code: 'A', message: 'b' },
    });
    expect(taskJson(task)).toEqual({
      id: '3ed6d46d-13a3-4995-b6ea-a74a20b1fac0',
      state: 'failed',
      rawStatus: 'Failed',
      startedAt: '2025-07-18T09:08:04Z',
      updatedAt: null,
      finishedAt: null,
      error: { code: 'A', message: 'b', target: null, details: [] },
    });
  });

  it('is null without a task, unless there is a state of our own to show', () => {
    expect(taskJson(null)).toBeNull();
    expect(taskJson(null, { state: 'unconfirmed' })).toMatchObject({ id: null, state: 'unconfirmed', rawStatus: null });
  });

  it('names its source in lists', () => {
    expect(taskJson(taskOf({}), { source: 'dana@contoso.com' })).toMatchObject({
      source: 'dana@contoso.com',
      state: 'queued',
    });
  });
});
