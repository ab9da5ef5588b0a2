import { describe, expect, it } from 'vitest';
import { Driver, tasksUrl, user } from './driver.ts';

const batchUrl = 'https://graph.microsoft.com/beta/$batch';
const tasksPath = new URL(tasksUrl).pathname.replace('/beta', '');

type Part = { id: string; status: number; headers: Record<string, string>; body: Record<string, unknown> | null };

const dryRun = (id: string, name: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: tasksPath,
  headers: { 'Content-Type': 'application/json' },
  body: { parameters: { ...user(name), validateOnly: true } },
  ...more,
});
const look = (id: string, upn: string) => ({
  id,
  method: 'GET',
  url: `${tasksPath}/getBySourceUserPrincipalName(sourcePrincipalName='${upn}')`,
});

async function send(driver: Driver, requests: readonly unknown[]) {
  const answer = await driver.call('POST', batchUrl, { body: { requests } });
  const responses = (answer.body.responses ?? []) as Part[];
  return { ...answer, parts: new Map(responses.map((part) => [part.id, part])), order: responses.map(({ id }) => id) };
}

describe('a batch', () => {
  it('answers each part under its own id, in another order', async () => {
    const { status, parts, order } = await send(new Driver(), [
      dryRun('one', 'dana'),
      look('two', 'dana@contoso.com'),
      dryRun('three', 'nobody'),
    ]);
    expect(status).toBe(200);
    expect([...parts.values()].map(({ id, status: own }) => [id, own]).sort()).toEqual([
      ['one', 200],
      ['three', 422],
      ['two', 404],
    ]);
    expect(order).not.toEqual(['one', 'two', 'three']);
    expect(parts.get('one')?.body).toMatchObject({ status: 'completed' });
    expect(parts.get('one')?.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('throttles its parts one by one', async () => {
    const driver = new Driver('throttled');
    const { status, parts } = await send(
      driver,
      Array.from({ length: 6 }, (_, at) => look(String(at), 'dana@contoso.com')),
    );
    const throttled = [...parts.values()].filter((part) => part.status === 429 || part.status === 503);
    expect(status).toBe(200);
    expect(throttled.length).toBeGreaterThan(0);
    expect(throttled.length).toBeLessThan(6);
    for (const part of throttled) expect(part.headers['retry-after']).toBeTruthy();
  });

  it('answers 504 for a part that got lost inside, which may have taken effect', async () => {
    const driver = new Driver('lost-after');
    const create = { ...dryRun('1', 'dana'), body: { parameters: { ...user('dana'), validateOnly: false } } };
    const { parts } = await send(driver, [create]);
    expect(parts.get('1')?.status).toBe(504);
    expect(driver.world.tasks).toHaveLength(1);
  });

  it.each([
    {
      name: 'more than twenty parts',
      requests: Array.from({ length: 21 }, (_, at) => look(String(at), 'a@contoso.com')),
    },
    { name: 'two parts of one id', requests: [look('1', 'a@contoso.com'), look('1', 'b@contoso.com')] },
    { name: 'a body without its type', requests: [dryRun('1', 'dana', { headers: {} })] },
    { name: 'an absolute address', requests: [dryRun('1', 'dana', { url: tasksUrl })] },
    { name: 'no list', requests: 'none' as unknown as unknown[] },
  ])('with $name is refused as a whole', async ({ requests }) => {
    const driver = new Driver();
    expect((await send(driver, requests)).status).toBe(400);
    expect(driver.world.log).toHaveLength(1);
  });

  it('is not there in the scenario no-batching', async () => {
    expect((await send(new Driver('no-batching'), [look('1', 'a@contoso.com')])).status).toBe(501);
  });
});
