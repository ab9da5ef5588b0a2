import { describe, expect, it } from 'vitest';
import { effectOf, type Failure } from '../../src/problems/failure.ts';
import type { ScenarioName } from '../../src/simulator/scenarios.ts';
import { Caller, moveOf, ways } from './caller.ts';
import { minute, startedAt } from './driver.ts';

const dana = moveOf('dana');
const danasKey = { type: 'user', upn: 'dana@contoso.com' } as const;

/** The failure of a create, and what a look by its source finds right after. */
async function createdIn(scenario: ScenarioName, name: string, seed = 1) {
  const caller = new Caller({ scenario, seed });
  const reply = await caller.create(moveOf(name));
  const failure = reply.ok ? null : reply.error;
  await caller.client.taskBySource({ type: 'user', upn: `${name}@contoso.com` });
  const look = await caller.client.taskBySource({ type: 'user', upn: `${name}@contoso.com` });
  return { caller, failure, task: look.ok ? look.value.value : null, tasks: caller.world.tasks.length };
}

describe('stuck', () => {
  it('starts, and stands still from then on', async () => {
    const caller = new Caller({ scenario: 'stuck' });
    const looks = await caller.follow(dana, 5 * 60);
    const running = looks.filter(({ state }) => state === 'running');
    expect([looks[0]?.state, looks.at(-1)?.state]).toEqual(['queued', 'running']);
    expect(running.length).toBeGreaterThan(4 * 60);
    expect(new Set(running.map(({ updatedAt }) => updatedAt)).size).toBe(1);
    expect(await caller.client.cancel(looks[0]?.id ?? '')).toMatchObject({ error: { meta: { status: 409 } } });
  });
});

describe('identity-map-mismatch', () => {
  it('refuses the account that is not mapped, and takes the one that is', async () => {
    const caller = new Caller({ scenario: 'identity-map-mismatch' });
    const refused = await ways['dry run'](caller, dana);
    expect(refused).toMatchObject({ code: 'MnAIdentityMapEntryDoesNotMatchRequest', field: 'identityMap' });
    const looks = await caller.follow(moveOf('dana', { target: 'dana.new' }));
    expect(looks.at(-1)?.state).toBe('completed');
  });

  it('tells the target admin who is mapped', async () => {
    const caller = new Caller({ scenario: 'identity-map-mismatch' });
    const told = new Caller({ scenario: 'identity-map-mismatch', token: { tid: caller.world.target.id } });
    expect(await told.mapping('dana@contoso.com')).toMatchObject({
      value: { json: { targetUserIdentity: { userPrincipalName: 'dana.new@fabrikam.com' } } },
    });
  });
});

describe('mixed-wave', () => {
  /** Who of the first sixty meets trouble, and when. */
  async function wave(seed: number) {
    const caller = new Caller({ scenario: 'mixed-wave', seed });
    const names = Array.from({ length: 60 }, (_, index) => `user${String(index + 1).padStart(4, '0')}`);
    const before = new Map<string, string>();
    for (const name of names) {
      const finding = await ways['dry run'](caller, moveOf(name));
      if (finding === null) await caller.created(moveOf(name));
      else before.set(name, finding.code);
    }
    caller.clock.pass(60 * minute);
    const states = [];
    for (const { id } of caller.world.tasks) states.push(await caller.read(id));
    return { before, states };
  }

  it('lets one in five meet trouble, before or while moving', async () => {
    const { before, states } = await wave(1);
    const failed = states.filter(({ state }) => state === 'failed');
    expect(failed.length + before.size).toBeGreaterThanOrEqual(6);
    expect(failed.length + before.size).toBeLessThanOrEqual(18);
    expect([...new Set(before.values())].sort()).toEqual([
      'MnAIdentityMapEntryDoesNotExistsForSourceUPN',
      'MnAOdbUsersAreNotLicensed',
    ]);
    expect([...new Set(failed.map(({ error }) => error?.code))].sort()).toEqual([
      '-161',
      'MnASiteMoveTargetUrlHasWriteConflict',
    ]);
    expect(states.filter(({ final }) => !final)).toEqual([]);
  });

  it('is the same wave for the same seed', async () => {
    expect((await wave(3)).before).toEqual((await wave(3)).before);
    expect((await wave(4)).before).not.toEqual((await wave(3)).before);
  });
});

describe('clock-skew', () => {
  const behindMs = 11 * minute;

  it('shows in every time that the service tells', async () => {
    const caller = new Caller({ scenario: 'clock-skew' });
    const reply = await caller.client.validate(dana);
    expect(reply).toMatchObject({ value: { meta: { date: startedAt - behindMs } } });
    const looks = await caller.follow(dana);
    const last = looks.at(-1);
    const now = caller.clock.now();
    expect(last?.state).toBe('completed');
    for (const at of [last?.startedAt, last?.updatedAt, last?.finishedAt]) expect(at).toBeLessThan(now - behindMs);
    expect(looks.find(({ state }) => state === 'running')?.startedAt).toBeLessThan(startedAt);
  });

  it('decides about a latest start by its own clock', async () => {
    const soon = moveOf('dana', { latestStart: startedAt + minute / 2 });
    const ends = [];
    for (const scenario of ['clean', 'clock-skew'] as const)
      ends.push((await new Caller({ scenario }).follow(soon)).at(-1));
    expect(ends.map((task) => task?.state)).toEqual(['cancelled', 'completed']);
  });
});

type Weather = { scenario: ScenarioName; failure: Partial<Failure> & { kind: Failure['kind'] } };

describe('answers that nobody can read', () => {
  const unreadable: Weather[] = [
    { scenario: 'cut-body', failure: { kind: 'unreadable', looksLike: 'cut' } },
    { scenario: 'empty-body', failure: { kind: 'unreadable', looksLike: 'empty' } },
    { scenario: 'wrong-types', failure: { kind: 'unreadable', looksLike: 'wrong type' } },
  ];

  it.each(unreadable)('$scenario leaves a create open that took effect', async ({ scenario, failure }) => {
    const { failure: met, task, tasks } = await createdIn(scenario, 'dana');
    expect(met).toMatchObject(failure);
    expect(met && effectOf(met)).toBe('open');
    expect(task?.state).toBe('queued');
    expect(tasks).toBe(1);
  });

  const between = (['proxy-html', 'plain-text'] as const).map((scenario) => ({ scenario }));

  it.each(between)('$scenario proves nothing about a create unless a proxy stopped it', async ({ scenario }) => {
    const ends = new Set<string>();
    for (let seed = 1; seed <= 24; seed++) {
      const { failure, tasks } = await createdIn(scenario, 'dana', seed);
      const kind = failure?.kind === 'unreadable' ? failure.looksLike : `${failure?.kind}`;
      ends.add(`${kind}, ${failure && effectOf(failure)}, ${tasks === 0 ? 'nothing' : 'done'}`);
    }
    const word = scenario === 'proxy-html' ? 'html' : 'text';
    const proxy = scenario === 'proxy-html' ? ['network, none, nothing'] : [];
    const both = [word, 'http'].flatMap((kind) => [`${kind}, open, done`, `${kind}, open, nothing`]);
    expect([...ends].sort()).toEqual([...both, ...proxy].sort());
  });

  it.each([...unreadable, ...between])(
    '$scenario comes once a call: the next dry run is clean',
    async ({ scenario }) => {
      const caller = new Caller({ scenario });
      await ways['dry run'](caller, dana);
      expect(await ways['dry run'](caller, dana)).toBeNull();
    },
  );
});

describe('the way to the service', () => {
  it('slow: every answer takes its time, and comes', async () => {
    const caller = new Caller({ scenario: 'slow' });
    const looks = await caller.follow(dana);
    expect(looks.at(-1)?.state).toBe('completed');
    expect(caller.clock.now() - startedAt).toBeGreaterThanOrEqual(looks.length * 12_000);
    expect(new Set(caller.world.log.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('timeouts: a create that hangs is given up and left open', async () => {
    const caller = new Caller({ scenario: 'timeouts' });
    const reply = await caller.create(dana);
    expect(reply).toMatchObject({ error: { kind: 'network', reason: 'timeout', reached: 'maybe' } });
    expect(caller.clock.now() - startedAt).toBe(100_000);
  });

  it('redirect: the request is not sent on, and nothing happens', async () => {
    const { failure, tasks } = await createdIn('redirect', 'dana');
    expect(failure).toMatchObject({ kind: 'network', reason: 'redirect', detail: 'HTTP 302' });
    expect(tasks).toBe(0);
  });

  it('network-down: five requests are lost before they arrive, and then all is well', async () => {
    const caller = new Caller({ scenario: 'network-down' });
    const codes = [await ways['dry run'](caller, dana), await ways['dry run'](caller, dana)];
    expect(codes.map((finding) => finding?.code ?? 'clean')).toEqual(['networkOffline', 'clean']);
    expect(caller.world.log.map(({ status }) => status)).toEqual([...Array(5).fill('lost'), 200]);
  });

  it('network-down: most ways to fail prove that a create never arrived', async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 24; seed++) {
      const reply = await new Caller({ scenario: 'network-down', seed }).create(dana);
      if (!reply.ok && reply.error.kind === 'network') seen.add(`${reply.error.reason} ${reply.error.reached}`);
    }
    expect([...seen].sort()).toEqual([
      ...['dns no', 'offline no', 'other maybe', 'proxy no', 'proxyAuth no', 'proxyDown no', 'refused no', 'tls no'],
    ]);
  });
});

describe('odd-statuses', () => {
  it('answers each call with one unusual status, then as usual', async () => {
    const met = new Set<number>();
    for (let seed = 1; seed <= 60; seed++) {
      const caller = new Caller({ scenario: 'odd-statuses', seed });
      const reply = await caller.client.validate(dana);
      if (!reply.ok && reply.error.kind === 'http') met.add(reply.error.meta.status);
      expect(await ways['dry run'](caller, dana)).toBeNull();
    }
    expect([...met].sort()).toEqual([400, 403, 404, 408, 409, 410, 418, 422, 500, 501, 505, 599, 999]);
  });

  it('never says that a task is not there, and only open ones of its statuses may have taken effect', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const caller = new Caller({ scenario: 'odd-statuses', seed });
      const reply = await caller.create(dana);
      if (!reply.ok && effectOf(reply.error) === 'none') expect(caller.world.tasks).toEqual([]);
      const look = await caller.client.taskBySource(danasKey);
      expect(look.ok).toBe(false);
    }
  });
});

describe('queue-full', () => {
  it('turns everybody away, and has room again later', async () => {
    const caller = new Caller({ scenario: 'queue-full' });
    expect(await ways.create(caller, dana)).toMatchObject({ code: 'queueFull' });
    caller.clock.pass(15 * minute);
    expect((await caller.follow(dana)).at(-1)?.state).toBe('completed');
  });
});

describe('unknown-status', () => {
  it('runs and ends in words that nobody knows', async () => {
    const looks = await new Caller({ scenario: 'unknown-status' }).follow(dana);
    expect([...new Set(looks.map(({ rawStatus, final }) => `${rawStatus} ${final}`))]).toEqual([
      'notStarted false',
      'replicating false',
      'completedWithExceptions true',
    ]);
  });
});
