import { describe, expect, it } from 'vitest';
import { type FaultPlanName, faultFor, faultPlans } from '../../src/simulator/faults.ts';
import type { ScenarioName } from '../../src/simulator/scenarios.ts';
import { tokenFor } from '../../src/simulator/tokens.ts';
import { Driver, startedAt, tasksUrl, user } from './driver.ts';

const lostOnes = (driver: Driver) => driver.world.log.filter(({ status }) => status === 'lost').length;
const creates = (driver: Driver) => driver.world.log.filter(({ kind }) => kind === 'create').length;

/** Ten people are submitted once; how many tasks stand afterwards. */
async function tasksAfter(scenario: ScenarioName, seed = 1): Promise<string[]> {
  const driver = new Driver(scenario, { seed });
  for (let number = 1; number <= 10; number++)
    await expect(driver.create(user(`user00${number + 10}`))).rejects.toThrow('fetch failed');
  expect([lostOnes(driver), creates(driver)]).toEqual([10, 10]);
  return driver.world.tasks.map(({ move }) => move.key);
}

describe('lost connections', () => {
  it('reject as fetch does, with the reason as the cause', async () => {
    const lost = new Driver('lost-before').create(user('dana'));
    await expect(lost).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
  });

  it('before the effect leave nothing behind', async () => {
    expect(await tasksAfter('lost-before')).toHaveLength(0);
  });

  it('after the effect leave every task behind', async () => {
    expect(await tasksAfter('lost-after')).toHaveLength(10);
  });

  it('by seed leave some, the same ones each time', async () => {
    const left = await tasksAfter('lost-answer', 5);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(10);
    expect(await tasksAfter('lost-answer', 5)).toEqual(left);
    expect(await tasksAfter('lost-answer', 6)).not.toEqual(left);
  });

  it('can take effect later', async () => {
    const driver = new Driver('late-commit');
    await expect(driver.create(user('dana'))).rejects.toThrow();
    expect((await driver.readUser('dana@contoso.com')).status).toBe(404);
    driver.now += 2_900;
    expect((await driver.readUser('dana@contoso.com')).status).toBe(404);
    driver.now += 90_000;
    expect((await driver.readUser('dana@contoso.com')).body.status).toBe('notStarted');
    expect(driver.world.tasks).toHaveLength(1);
  });

  it('do not meet reads, dry runs, or the second submission', async () => {
    const driver = new Driver('lost-before');
    expect((await driver.dryRun(user('dana'))).status).toBe(200);
    await expect(driver.create(user('dana'))).rejects.toThrow();
    expect((await driver.create(user('dana'))).status).toBe(200);
  });

  it('do not help a request without a token', async () => {
    const driver = new Driver('lost-after');
    const headers = { authorization: 'Bearer nobody' };
    await expect(driver.call('POST', tasksUrl, { body: { parameters: user('dana') }, headers })).rejects.toThrow();
    expect(driver.world.tasks).toEqual([]);
  });

  it('can hang for ten simulated minutes first', async () => {
    const driver = new Driver('timeouts');
    await expect(driver.read('1')).rejects.toThrow('fetch failed');
    expect(driver.slept).toEqual([600_000]);
  });

  it('have their effect before the answer is lost, so that a killed process never leaves half of it', async () => {
    const driver = new Driver('lost-after');
    await expect(driver.create(user('dana'))).rejects.toThrow();
    expect(JSON.parse(driver.changes[0] ?? '').tasks).toHaveLength(1);
    expect(driver.changes).toHaveLength(1);
  });
});

describe('throttling', () => {
  it('says how long to wait, and means it', async () => {
    const driver = new Driver('throttled');
    const told = await driver.dryRun(user('dana'));
    expect(told).toMatchObject({ status: 429, code: 'activityLimitReached' });
    const waitMs = Number(told.headers.get('retry-after')) * 1000;
    expect(waitMs).toBeGreaterThanOrEqual(2_000);
    driver.now += waitMs - 1_000;
    expect(await driver.dryRun(user('dana'))).toMatchObject({ status: 429 });
    driver.now += 1_000;
    expect((await driver.dryRun(user('dana'))).status).toBe(200);
  });

  it('comes as 429 with seconds, 429 with a date and 503, in turn', async () => {
    const driver = new Driver('throttled');
    const forms: string[] = [];
    for (let number = 1; number <= 9; number++) {
      const { status, headers } = await driver.read('1');
      const after = headers.get('retry-after');
      if (after !== null) forms.push(`${status} ${/GMT$/.test(after) ? 'date' : 'seconds'}`);
      driver.pass(1);
    }
    expect(forms).toEqual(['429 seconds', '429 date', '503 seconds']);
  });

  it('does nothing', async () => {
    const driver = new Driver('throttled');
    await driver.create(user('dana'));
    expect(driver.world.tasks).toEqual([]);
  });
});

describe('strange answers', () => {
  it('a cut body ends in the middle, after the effect', async () => {
    const driver = new Driver('cut-body');
    const response = await driver.raw('POST', tasksUrl, { body: { parameters: user('dana') } });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(driver.world.tasks).toHaveLength(1);
    expect((await driver.create(user('dana'))).status).toBe(200);
  });

  it('a proxy answers with a page, as 200, 407 or 502, and only a 407 is sure to have stopped the request', async () => {
    const driver = new Driver('proxy-html');
    const seen = new Set<string>();
    for (let number = 10; number < 70; number++) {
      const before = driver.world.tasks.length;
      const response = await driver.raw('POST', tasksUrl, { body: { parameters: user(`user00${number}`) } });
      expect(await response.text()).toContain('<!DOCTYPE html>');
      expect(response.headers.get('content-type')).toContain('text/html');
      seen.add(`${response.status} ${driver.world.tasks.length > before ? 'done' : 'nothing'}`);
    }
    expect([...seen].sort()).toEqual(['200 done', '200 nothing', '407 nothing', '502 done', '502 nothing']);
  });

  it('server errors come once a call', async () => {
    const driver = new Driver('server-errors');
    expect((await driver.read('1')).status).toBeGreaterThanOrEqual(500);
    expect((await driver.read('1')).status).toBe(404);
  });

  it('values of the wrong type come once a call', async () => {
    const driver = new Driver('wrong-types');
    expect((await driver.create(user('dana'))).body).toMatchObject({
      id: 36,
      status: 10,
      parameters: '[object Object]',
    });
    expect((await driver.create(user('dana'))).body.status).toBe('notStarted');
  });

  it('escape sequences stand in messages', async () => {
    expect((await new Driver('escape-sequences').dryRun(user('nora'))).message).toContain('\u001b[2J');
  });

  it('an echo can say something else than was asked', async () => {
    expect((await new Driver('wrong-echo').create(user('dana'))).body.parameters?.validateOnly).toBe(true);
  });

  it('a slow answer takes its simulated time', async () => {
    const driver = new Driver('slow');
    expect((await driver.read('1')).status).toBe(404);
    expect(driver.slept).toEqual([12_000]);
  });

  it('the clock of the service can be behind', async () => {
    const { headers } = await new Driver('clock-skew').read('1');
    expect(Date.parse(headers.get('date') ?? '')).toBe(startedAt - 11 * 60_000);
  });

  it('a sign-in expires once, and a fresh one is good', async () => {
    const driver = new Driver('expired-sign-in');
    const headers = { authorization: `Bearer ${tokenFor(driver.world)}` };
    const statuses: number[] = [];
    for (let times = 0; times < 2; times++)
      statuses.push((await driver.call('GET', `${tasksUrl}/1`, { headers })).status);
    expect([...statuses, (await driver.read('1')).status]).toEqual([404, 401, 404]);
  });
});

describe('fault plans', () => {
  it.each(Object.keys(faultPlans) as FaultPlanName[])('%s is the same for the same seed', (plan) => {
    const run = (seed: number) =>
      Array.from({ length: 50 }, (_, index) =>
        faultFor(plan, { seed, number: index + 1, kind: 'create', key: `user:${index}`, times: 0 }),
      );
    expect(run(7)).toEqual(run(7));
  });
});
