import { describe, expect, test } from 'vitest';
import { reportOf } from '../../src/wave/report.ts';
import { groupPlan, objectIdPlan, sitePlan, userPlan } from '../runtime/moves.ts';
import { aTask } from '../support/tasks.ts';
import {
  accepted,
  entriesOf,
  findingsOf,
  intended,
  observed,
  reportFor,
  start,
  taskIn,
  trouble,
  ways,
} from './report-run.ts';

const dana = userPlan('dana');
const rowAfter = (facts: Parameters<typeof entriesOf>[0][number]['facts']) => {
  const report = reportFor([{ plan: dana, facts }]);
  return { report, row: report.rows[0] };
};

const places = [
  { name: 'confirmed', state: 'draft', detail: 'not sent yet', open: true, last: 'confirmed' },
  {
    name: 'turnedAway',
    state: 'draft',
    detail: 'not taken in',
    open: true,
    last: 'not taken in, so nothing of it is in the service',
  },
  {
    name: 'sent',
    state: 'unconfirmed',
    detail: 'sent, answer not known',
    open: true,
    last: 'sent, its answer is awaited',
  },
  {
    name: 'lost',
    state: 'unconfirmed',
    detail: 'sent, answer not known',
    open: true,
    last: 'last look so far, nothing found',
  },
  { name: 'refused', state: 'draft', detail: 'refused', open: false, last: 'refused' },
  {
    name: 'conflict',
    state: 'draft',
    detail: 'another task has this source',
    open: false,
    last: 'stopped, because another task has this source',
  },
  { name: 'queued', state: 'queued', detail: null, open: true, last: 'accepted by the service' },
  { name: 'adopted', state: 'queued', detail: null, open: true, last: 'found in the service' },
  { name: 'running', state: 'running', detail: null, open: true, last: 'seen at a look' },
  { name: 'completed', state: 'completed', detail: null, open: false, last: 'seen at a look' },
  { name: 'failed', state: 'failed', detail: null, open: false, last: 'seen at a look' },
  { name: 'cancelled', state: 'cancelled', detail: null, open: false, last: 'seen at a look' },
  { name: 'stillGoing', state: 'queued', detail: null, open: true, last: 'cancelling was refused' },
  { name: 'strange', state: 'unknown', detail: 'pondering', open: true, last: 'seen at a look' },
] as const;

test.each(places)('a row that is $name is told as $state, with its story', ({ name, state, detail, open, last }) => {
  const { report, row } = rowAfter(ways[name]);
  expect(row).toMatchObject({ state, detail });
  expect(row?.history[0]).toMatchObject({ state: 'draft', note: 'confirmed' });
  expect(row?.history.at(-1)).toMatchObject({ state, note: last });
  expect(report).toMatchObject({ counts: { [state]: 1 }, unfinished: open ? 1 : 0 });
});

test('every way a row can go is in the table', () => {
  expect(places.map(({ name }) => name).sort()).toEqual(Object.keys(ways).sort());
});

test('the story has a line for each change, and none for looks that changed nothing', () => {
  expect(rowAfter(ways.running).row?.history.map(({ state }) => state)).toEqual([
    'draft',
    'unconfirmed',
    'queued',
    'running',
  ]);
});

test('of looks that found nothing only the last one is told', () => {
  const look = { kind: 'looked', look: { found: 'nothing' } } as const;
  const { row } = rowAfter([...ways.lost, look, look]);
  expect(row?.history.slice(2).map(({ at, note }) => `${at} ${note}`)).toEqual([
    '2026-12-05T23:32:00Z the answer was lost',
    '2026-12-05T23:35:00Z last look so far, nothing found',
  ]);
});

describe('times', () => {
  test('are told in UTC and in the zone of the run, with the offset', () => {
    const { report, row } = rowAfter(ways.completed);
    expect(report).toMatchObject({
      zone: 'Europe/Berlin',
      opened: { at: '2026-12-05T23:30:00Z', local: '2026-12-06T00:30:00+01:00' },
    });
    expect(row).toMatchObject({
      dryRun: { at: '2026-12-05T23:29:00Z' },
      sent: { at: '2026-12-05T23:31:00Z' },
      accepted: { at: '2026-12-05T23:32:00Z' },
      started: { at: '2026-12-05T23:30:00Z' },
      finished: { at: '2026-12-05T23:31:00Z', local: '2026-12-06T00:31:00+01:00' },
      updated: null,
      start: null,
      latestStart: null,
    });
    expect(report.recorded.at).toBe('2026-12-05T23:34:00Z');
    expect(report.written.at).toBe('2026-12-06T00:30:00Z');
  });

  test('are told in another zone when that is asked for', () => {
    const report = reportOf(entriesOf([{ plan: dana, facts: [] }]), { zone: 'Asia/Kolkata', now: start, findingsOf });
    expect(report).toMatchObject({ zone: 'Asia/Kolkata', opened: { local: '2026-12-06T05:00:00+05:30' } });
  });

  test('are told in UTC when this computer does not know the zone of the run', () => {
    expect(reportFor([{ plan: dana, facts: [] }], { zone: 'Mars/Olympus' })).toMatchObject({
      zone: 'UTC',
      opened: { local: '2026-12-05T23:30:00+00:00' },
    });
  });
});

describe('requests', () => {
  test('carry the ids of the dry run, of the create and its answer, and of the last look', () => {
    expect(rowAfter(ways.completed).row?.requests).toEqual([
      expect.objectContaining({ call: 'dry run', requestId: 'd-1', clientRequestId: 'dc-1' }),
      expect.objectContaining({ call: 'create', requestId: 'r-1', clientRequestId: 'c-1', at: '2026-12-05T23:31:00Z' }),
      expect.objectContaining({ call: 'look', requestId: 'r-2', at: '2026-12-05T23:34:00Z' }),
    ]);
  });

  const answered = [
    { name: 'refused', requestId: 'r-1' },
    { name: 'turnedAway', requestId: 'r-1' },
    { name: 'sent', requestId: null },
  ] as const;
  test.each(answered)('a create that was $name has the request id $requestId', ({ name, requestId }) => {
    expect(rowAfter(ways[name]).row?.requests).toEqual([
      expect.objectContaining({ call: 'dry run' }),
      expect.objectContaining({ call: 'create', requestId, clientRequestId: 'c-1' }),
    ]);
  });

  test('a task that was found after a lost answer has the ids of the look', () => {
    const found = { ...accepted, ids: { requestId: 'r-7', clientRequestId: 'c-7' } };
    expect(rowAfter([...ways.lost, found]).row?.requests.slice(1)).toEqual([
      expect.objectContaining({ call: 'create', requestId: 'r-1', clientRequestId: 'c-1' }),
      expect.objectContaining({ call: 'look', requestId: 'r-7', clientRequestId: 'c-7' }),
    ]);
  });

  test('a create that was sent once more stands there twice, after its new dry run', () => {
    const dryRun = { planId: 'p', at: start, status: 'completed', requestId: 'd-9', clientRequestId: 'dc-9' };
    const again = { ...intended, clientRequestId: 'c-5' };
    const calls = rowAfter([intended, { kind: 'cleared', dryRun }, again] as never).row?.requests;
    expect(calls?.map(({ call, clientRequestId }) => `${call} ${clientRequestId}`)).toEqual([
      'dry run dc-1',
      'create c-1',
      'dry run dc-9',
      'create c-5',
    ]);
  });

  test('cancelling has its own', () => {
    expect(rowAfter(ways.cancelled).row?.requests.map(({ call }) => call)).toEqual([
      'dry run',
      'create',
      'cancel',
      'look',
    ]);
  });
});

describe('who and what', () => {
  const whats = [
    {
      name: 'a person',
      plan: dana,
      told: { type: 'user', source: 'dana@contoso.com', target: 'dana@fabrikam.com', sourceId: null },
    },
    {
      name: 'a person by object id',
      plan: objectIdPlan('1-2', 'dana@contoso.com'),
      told: { source: 'dana@contoso.com', sourceId: '1-2' },
    },
    { name: 'a person known only by object id', plan: objectIdPlan('1-2'), told: { source: '1-2', sourceId: null } },
    {
      name: 'a site',
      plan: sitePlan('IT'),
      told: { type: 'site', source: 'https://contoso.sharepoint.com/sites/IT', person: null },
    },
    { name: 'a group', plan: groupPlan('it'), told: { type: 'group', source: 'it', target: 'it-new', person: null } },
  ];
  test.each(whats)('$name is named', ({ plan, told }) => {
    expect(reportFor([{ plan, facts: [] }]).rows[0]).toMatchObject(told);
  });

  const destinations = [
    { location: 'FRA', told: 'organization o-1, location FRA' },
    { location: null, told: 'organization o-1, the default location' },
    { location: 'unset', told: 'organization o-1' },
  ] as const;
  test.each(destinations)('an organization with the location $location is told', ({ location, told }) => {
    const plan = { ...dana, destination: { by: 'organization', organizationId: 'o-1', location } } as const;
    expect(reportFor([{ plan, facts: [] }]).rows[0]?.destination).toBe(told);
  });

  test('addresses of people come from the plan, or from what the service filled in', () => {
    const parameters = { sourceUserIdentity: { userPrincipalName: 'kim@contoso.com' } };
    const facts = [intended, { ...accepted, task: aTask({ parameters }) }] as never;
    const stories = [
      { plan: objectIdPlan('1'), facts: [] },
      { plan: objectIdPlan('1'), facts },
    ];
    expect(reportFor(stories).rows.map(({ person }) => person?.oldAddress)).toEqual([null, 'kim@contoso.com']);
  });
});

test('who confirmed what, and when, is told for each confirmation', () => {
  const [opened, ...rest] = entriesOf([
    { plan: dana, facts: [] },
    { plan: userPlan('kim'), facts: [] },
  ]);
  if (opened?.kind !== 'opened') throw new Error('not opened');
  const later = { ...opened, at: start + 1, confirmation: { word: '2', at: start, covers: 'x' } };
  const report = reportOf([{ ...opened, rows: opened.rows.slice(0, 1) }, later, ...rest], { now: start, findingsOf });
  expect(report?.confirmations.map(({ word, rows }) => `${word} ${rows}`)).toEqual(['yes 1', '2 2']);
  expect(report?.rows.map(({ row }) => row)).toEqual([1, 2]);
});

test('findings stand with their row, and every text is harmless on a terminal', () => {
  const nasty = { ...trouble, what: 'a\u001b[2Jb\u202ec', next: [{ do: 'x\u0007', who: 'you' }] as const };
  const { row, report } = rowAfter([intended, { kind: 'rejected', finding: nasty }] as never);
  expect(row?.findings[0]).toMatchObject({ what: 'abc', next: [{ do: 'x' }] });
  expect(JSON.stringify(report)).not.toMatch(/[\p{Cc}\u202e]/u);
});

test('there is no report before a run is opened', () => {
  expect(reportOf([], { now: start, findingsOf })).toBeNull();
});

test('entries about rows that nobody opened, and kinds of a newer version, change nothing', () => {
  const entries = entriesOf([{ plan: dana, facts: ways.queued }]);
  const strange = [
    { kind: 'newer', row: 1, at: start },
    { ...observed('failed'), row: 7, at: start },
  ] as never[];
  const around = { now: start, findingsOf };
  expect(reportOf([...entries, ...strange], around)).toEqual(reportOf(entries, around));
});

test('5,000 rows are told in under a second', () => {
  const task = taskIn('completed', { startedAt: start, finishedAt: start + 7 });
  const stories = Array.from({ length: 5_000 }, (_, index) => ({
    plan: userPlan(`person${index}`),
    facts: [
      intended,
      accepted,
      observed('running'),
      { ...observed('completed'), task: { ...task, startedAt: start + index * 1_000 } },
    ],
  }));
  const entries = entriesOf(stories as never);
  const before = performance.now();
  const report = reportOf(entries, { now: start, findingsOf });
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(report?.counts).toEqual({ completed: 5_000 });
});
