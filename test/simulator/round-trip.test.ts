import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/simulator/create-world.ts';
import { exchange } from '../../src/simulator/exchange.ts';
import { scenarioNames } from '../../src/simulator/scenarios.ts';
import { tokenFor } from '../../src/simulator/tokens.ts';
import type { World } from '../../src/simulator/world.ts';
import { group, literal, site, startedAt, tasksUrl, user } from './driver.ts';

const names = ['dana', 'omar', 'faye', 'rex', 'hana', 'user0007', 'nobody'];
const moves = [...names.map((name) => user(name)), site('/sites/IT'), site('/sites/Wiki'), group('finance-eu')];

const request = fc.record({
  what: fc.constantFrom('validate', 'create', 'create', 'by id', 'by source', 'cancel', 'broken'),
  move: fc.nat(moves.length - 1),
  task: fc.nat(3),
  passMs: fc.integer({ min: 0, max: 300_000 }),
});

type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

function incomingOf(world: World, { what, move, task }: Request) {
  const headers = { authorization: `Bearer ${tokenFor(world)}`, 'content-type': 'application/json' };
  const id = world.tasks[task]?.id ?? 'unknown';
  const parameters = { ...moves[move], validateOnly: what === 'validate' };
  const source = literal(`${names[move % names.length]}@contoso.com`);
  if (what === 'by id') return { method: 'GET', url: `${tasksUrl}/${id}`, headers, body: null };
  if (what === 'cancel') return { method: 'POST', url: `${tasksUrl}/${id}/cancel`, headers, body: null };
  if (what === 'by source')
    return {
      method: 'GET',
      url: `${tasksUrl}/getBySourceUserPrincipalName(sourcePrincipalName='${source}')`,
      headers,
      body: null,
    };
  return { method: 'POST', url: tasksUrl, headers, body: what === 'broken' ? '{' : JSON.stringify({ parameters }) };
}

describe('the world', () => {
  it('goes on the same way after being saved and read back at every step, in every scenario', () => {
    const run = fc.record({
      scenario: fc.constantFrom(...scenarioNames),
      seed: fc.nat(1000),
      requests: fc.array(request, { maxLength: 25 }),
    });
    fc.assert(
      fc.property(run, ({ scenario, seed, requests }) => {
        const kept = createWorld({ scenario, seed, startedAt });
        let saved = createWorld({ scenario, seed, startedAt });
        let now = startedAt;
        for (const one of requests) {
          now += one.passMs;
          const answer = exchange(kept, incomingOf(kept, one), now);
          expect(exchange(saved, incomingOf(saved, one), now)).toEqual(answer);
          saved = JSON.parse(JSON.stringify(saved));
          expect(saved).toEqual(kept);
        }
        expect(new Set(kept.tasks.map(({ id }) => id)).size).toBe(kept.tasks.length);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same for the same seed and start', () => {
    expect(createWorld({ seed: 4, startedAt })).toEqual(createWorld({ seed: 4, startedAt, scenario: 'clean' }));
  });
});
