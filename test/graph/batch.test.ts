import { describe, expect, it } from 'vitest';
import { createGraphClient } from '../../src/graph/create-client.ts';
import { createPace, usualBudget } from '../../src/graph/pace.ts';
import { planMove } from '../../src/plan/id.ts';
import { createWorld } from '../../src/simulator/create-world.ts';
import { deliver } from '../../src/simulator/delivery.ts';
import { exchange } from '../../src/simulator/exchange.ts';
import type { ScenarioName } from '../../src/simulator/scenarios.ts';
import { tokenFor } from '../../src/simulator/tokens.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { endpoint, userPlan } from '../tasks/moves.ts';
import { noon } from './support.ts';

const userMove = (source = 'dana@contoso.com', target = 'dana@fabrikam.com') =>
  planMove({ ...userPlan, source: { by: 'upn', upn: source }, target: { by: 'upn', upn: target } }, endpoint, {
    sourceTenantId: null,
    targetTenantId: null,
  });
const source = (number: number) => `user${String(number).padStart(4, '0')}@contoso.com`;
const target = (number: number) => source(number).replace('contoso', 'fabrikam');
const moves = (count: number) => Array.from({ length: count }, (_, at) => userMove(source(at + 1), target(at + 1)));

function batching(scenario: ScenarioName, { isBatching = true, batchStatus = 200 } = {}) {
  const clock = new VirtualClock(noon);
  const world = createWorld({ scenario, startedAt: noon });
  let guids = 0;
  const lines: string[] = [];
  const batches: number[] = [];
  const client = createGraphClient({
    endpoint,
    clock,
    version: '1.2.3',
    isBatching,
    pace: createPace(clock, usualBudget),
    random: { guid: () => `00000000-0000-4000-8000-${String(++guids).padStart(12, '0')}`, fraction: () => 0.5 },
    tokens: { source: async () => tokenFor(world, { now: clock.now() }) },
    log: (line) => lines.push(line),
    fetch: async (url, { method, headers, body, signal }) => {
      const lower = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]));
      if (batchStatus !== 200 && url.endsWith('/$batch')) {
        batches.push(clock.now());
        return new Response('{}', { status: batchStatus, headers: { 'content-type': 'application/json' } });
      }
      const incoming = { method, url, headers: lower, body: body ?? null };
      return await deliver(exchange(world, incoming, clock.now()), clock.sleep, signal);
    },
  });
  const calls = (kind: string) => world.log.filter((entry) => entry.kind === kind);
  return { client, world, lines, clock, calls, batches };
}

describe('calls that come together', () => {
  it('leave in batches of twenty, and each gets its own answer', async () => {
    const { client, calls, lines } = batching('clean');
    const answers = await Promise.all(moves(50).map((move) => client.validate(move)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(calls('batch')).toHaveLength(3);
    expect(calls('validate')).toHaveLength(50);
    const ids = answers.map((answer) => (answer.ok ? answer.value.meta.clientRequestId : ''));
    expect(new Set(ids).size).toBe(50);
    expect(
      calls('validate')
        .map(({ clientRequestId }) => clientRequestId)
        .sort(),
    ).toEqual([...ids].sort());
    expect(lines).toHaveLength(50);
  });

  it('go alone where there is only one', async () => {
    const { client, calls } = batching('clean');
    expect((await client.validate(userMove())).ok).toBe(true);
    expect(calls('batch')).toHaveLength(0);
  });

  it('are found to have no task, and so are those that go alone', async () => {
    const { client } = batching('clean');
    const sources = moves(3).map((_, at) => ({ type: 'user' as const, upn: source(at + 1) }));
    const answers = await Promise.all(sources.map((key) => client.taskBySource(key)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { value: null } });
  });

  it('go one by one where the service takes no batches, and stay so', async () => {
    const { client, world } = batching('no-batching');
    for (let round = 0; round < 2; round += 1) {
      const answers = await Promise.all(moves(5).map((move) => client.validate(move)));
      expect(answers.every(({ ok }) => ok)).toBe(true);
    }
    expect(world.log.filter(({ path }) => path.endsWith('$batch'))).toHaveLength(1);
  });

  it.each([
    { status: 500, batches: 2, word: 'breaks at batches twice' },
    { status: 405, batches: 1, word: 'refuses batches' },
  ])('go alone where the service $word', async ({ status, batches: count }) => {
    const { client, batches, calls } = batching('clean', { batchStatus: status });
    for (let round = 0; round < 2; round += 1) {
      const answers = await Promise.all(moves(15).map((move) => client.validate(move)));
      expect(answers.every(({ ok }) => ok)).toBe(true);
    }
    expect(batches).toHaveLength(count);
    expect(calls('validate')).toHaveLength(30);
  });

  it.each(['throttled', 'server-errors', 'cut-body', 'empty-body', 'timeouts', 'expired-sign-in', 'clean'] as const)(
    'fare no worse in the weather of %s than calls that go alone',
    async (scenario) => {
      const together = batching(scenario);
      const alone = batching(scenario, { isBatching: false });
      const told = async ({ client }: typeof together) => {
        const answers = await Promise.all(moves(45).map((move) => client.validate(move)));
        return answers.map((answer) => (answer.ok ? 'clean' : answer.error.kind));
      };
      const [got, expected] = [await told(together), await told(alone)];
      // Some get through only together: what befalls a batch as a whole is asked for again.
      expect(got.filter((one, at) => one !== 'clean' && expected[at] === 'clean')).toEqual([]);
      expect(got).toContain('clean');
      expect(together.calls('batch').length).toBeGreaterThan(0);
      expect(alone.calls('batch')).toHaveLength(0);
    },
  );

  it('of which one is stopped do not stop the others', async () => {
    const { client } = batching('slow');
    const stop = new AbortController();
    const [first, ...others] = moves(6);
    if (!first) throw new Error('no moves');
    const stopped = client.validate(first, stop.signal);
    const rest = Promise.all(others.map((move) => client.validate(move)));
    stop.abort(new Error('left'));
    expect(await stopped).toMatchObject({ ok: false, error: { kind: 'stopped' } });
    expect((await rest).every(({ ok }) => ok)).toBe(true);
  });
});
