import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../src/simulator/create-world.ts';
import { type Served, serveSimulator } from '../../src/simulator/http.ts';
import type { ScenarioName } from '../../src/simulator/scenarios.ts';
import type { World } from '../../src/simulator/world.ts';
import { startedAt, user } from './driver.ts';

let served: Served | null = null;

afterEach(async () => {
  await served?.close();
  served = null;
});

async function serve(
  scenario: ScenarioName = 'clean',
  seed = 1,
): Promise<{ world: World; served: Served; post: (name: string) => Promise<Response> }> {
  const world = createWorld({ scenario, seed, startedAt });
  const clock = { now: () => startedAt, sleep: async () => {} };
  served = await serveSimulator({ world, clock, port: 0 });
  const { url, token } = served;
  const post = (name: string) =>
    fetch(`${url}/solutions/sharePoint/migrations/crossOrganizationMigrationTasks`, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ parameters: user(name) }),
    });
  return { world, served, post };
}

describe('the simulator as a web server', () => {
  it('answers on loopback under /beta, with the date of its own clock', async () => {
    const { post, served, world } = await serve();
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/beta$/);
    const response = await post('dana');
    expect(response.headers.get('date')).toBe(new Date(startedAt).toUTCString());
    expect(await response.json()).toMatchObject({ id: world.tasks[0]?.id, status: 'notStarted' });
  });

  it('answers a cancel without a body', async () => {
    const { post, served, world } = await serve();
    await post('dana');
    const url = `${served.url}/solutions/sharePoint/migrations/crossOrganizationMigrationTasks/${world.tasks[0]?.id}/cancel`;
    const response = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${served.token}` } });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('drops the connection where an answer is lost, after the effect', async () => {
    const { post, world } = await serve('lost-after');
    await expect(post('dana')).rejects.toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(world.tasks).toHaveLength(1);
    expect((await post('dana')).status).toBe(200);
  });

  it('cuts a body off', async () => {
    const { post, world } = await serve('cut-body');
    const response = await post('dana');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(world.tasks).toHaveLength(1);
  });

  it('hands on a status that nobody else may make', async () => {
    const { post } = await serve('odd-statuses', 3);
    const response = await post('dana');
    expect([response.status, response.ok]).toEqual([999, false]);
    expect(await response.json()).toMatchObject({ error: { message: 'Request denied.' } });
  });

  it('redirects, and answers with nothing', async () => {
    const { headers, status } = await (await serve('redirect')).post('dana');
    expect([status, headers.get('location')]).toEqual([302, 'https://guest.network.invalid/sign-in']);
    await served?.close();
    const { post, world } = await serve('empty-body');
    const response = await post('dana');
    expect([response.status, await response.text(), world.tasks.length]).toEqual([200, '', 1]);
  });

  it('drops the connection where the network is down', async () => {
    const { post, world } = await serve('network-down');
    await expect(post('dana')).rejects.toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(world.tasks).toEqual([]);
  });

  it('says so when its port is taken', async () => {
    const { served, world } = await serve();
    const port = Number(new URL(served.url).port);
    const clock = { now: () => startedAt, sleep: async () => {} };
    await expect(serveSimulator({ world, clock, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
