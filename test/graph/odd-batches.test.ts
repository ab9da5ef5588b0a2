import { expect, it } from 'vitest';
import { createGraphClient } from '../../src/graph/create-client.ts';
import { planMove } from '../../src/plan/id.ts';
import { createWorld } from '../../src/simulator/create-world.ts';
import { deliver } from '../../src/simulator/delivery.ts';
import { exchange } from '../../src/simulator/exchange.ts';
import { tokenFor } from '../../src/simulator/tokens.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { endpoint, userPlan } from '../tasks/moves.ts';
import { noon } from './support.ts';

type Part = { id: unknown; status: unknown; headers: Record<string, unknown>; body: unknown };
type Odd = (parts: Part[], at: { batch: number; now: number }) => unknown;

const tenants = { sourceTenantId: null, targetTenantId: null };
const moves = Array.from({ length: 6 }, (_, at) => {
  const upn = `user${String(at + 1).padStart(4, '0')}@contoso.com`;
  const target = { by: 'upn' as const, upn: upn.replace('contoso', 'fabrikam') };
  return planMove({ ...userPlan, source: { by: 'upn', upn }, target }, endpoint, tenants);
});

/** A service whose batches are answered in other ways than documented. */
function oddly(change: Odd) {
  const clock = new VirtualClock(noon);
  const world = createWorld({ scenario: 'clean', startedAt: noon });
  const sent: { url: string; at: number; ids: unknown[] }[] = [];
  let batch = 0;
  const client = createGraphClient({
    endpoint,
    clock,
    version: '1.2.3',
    isBatching: true,
    random: { guid: () => crypto.randomUUID(), fraction: () => 0.5 },
    tokens: { source: async () => tokenFor(world, { now: clock.now() }) },
    log: () => undefined,
    fetch: async (url, { method, headers, body, signal }) => {
      const lower = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]));
      const incoming = { method, url, headers: lower, body: body ?? null };
      const answer = await deliver(exchange(world, incoming, clock.now()), clock.sleep, signal);
      const isBatch = url.endsWith('$batch');
      sent.push({ url, at: clock.now(), ids: isBatch ? JSON.parse(body ?? '').requests : [] });
      if (!isBatch) return answer;
      batch += 1;
      const { responses } = (await answer.json()) as { responses: Part[] };
      return Response.json(change(responses, { batch, now: clock.now() }));
    },
  });
  const ask = () => Promise.all(moves.map((move) => client.validate(move)));
  return { ask, sent, world, batches: () => sent.filter(({ url }) => url.endsWith('$batch')) };
}

const cases: readonly { name: string; change: Odd; batches: number }[] = [
  {
    name: 'its statuses are text and its ids are numbers',
    change: (parts) => ({
      responses: parts.map((part) => ({ ...part, id: Number(part.id), status: `${part.status}` })),
    }),
    batches: 1,
  },
  {
    name: 'it says everything twice',
    change: (parts) => ({ responses: [...parts, ...parts] }),
    batches: 1,
  },
  {
    name: 'it leaves some parts out, once',
    change: (parts, { batch }) => ({ responses: batch === 1 ? parts.slice(2) : parts }),
    batches: 2,
  },
  {
    name: 'two of its answers say different things about one part, once',
    change: (parts, { batch }) => ({
      responses: batch === 1 ? [...parts, { ...parts[0], status: 400, body: { error: { code: 'x' } } }] : parts,
    }),
    // What is asked again goes alone, as the only one.
    batches: 1,
  },
];

it.each(cases)('a batch is understood although $name', async ({ change, batches: count }) => {
  const { ask, batches } = oddly(change);
  const answers = await ask();
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(batches()).toHaveLength(count);
});

it.each([
  { name: 'as a number', said: 90 as unknown },
  { name: 'as a list', said: ['90'] as unknown },
])('a pause that a part asks for $name is waited out', async ({ said }) => {
  const { ask, sent } = oddly((parts, { batch }) => ({
    responses: parts.map((part) => (batch > 1 ? part : { ...part, status: '429', headers: { 'Retry-After': said } })),
  }));
  expect((await ask()).every(({ ok }) => ok)).toBe(true);
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(90_000);
});

it.each([
  { name: 'no list of answers', json: {} },
  { name: 'an empty list', json: { responses: [] } },
])('calls go alone after two batches that were answered with $name', async ({ json }) => {
  const { ask, batches } = oddly(() => json);
  for (let round = 0; round < 2; round += 1) expect((await ask()).every(({ ok }) => ok)).toBe(true);
  expect(batches()).toHaveLength(2);
});
