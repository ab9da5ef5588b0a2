import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CleanDryRun, ConfirmedMove, coverOf, dryRunValidMs } from '../../src/plan/confirmed.ts';
import { planMove } from '../../src/plan/id.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { dryRunRequest, livePreview, liveRequest } from '../../src/plan/request.ts';
import { arbitraryMove, moveOf } from './support/arbitrary.ts';
import { given, user } from './support/given.ts';
import { now } from './support/reading.ts';
import { faultsIn } from './support/wording.ts';

const cleanFor = (move: PlannedMove): CleanDryRun => ({
  planId: move.id,
  at: now,
  status: 'completed',
  requestId: 'r',
  clientRequestId: 'c',
});

const evidence = (move: PlannedMove) => ({ word: 'yes', expected: 'yes', dryRun: cleanFor(move), now: now + 60_000 });

function confirmed(move: PlannedMove): ConfirmedMove {
  const result = ConfirmedMove.confirm(move, evidence(move));
  return result.ok ? result.value : expect.fail(result.error.what);
}

const move = moveOf(given({ ...user, start: 'sat 22:00' }));

describe('a confirmation', () => {
  const rows = [
    { name: 'another word', change: { word: 'no' }, code: 'confirmWord' },
    { name: 'no word', change: { word: '' }, code: 'confirmWord' },
    { name: 'no word where none is expected', change: { word: ' ', expected: '' }, code: 'confirmWord' },
    { name: 'the word in another case', change: { word: 'Yes' }, code: 'confirmWord' },
    { name: 'a dry run of another plan', change: { dryRun: { ...cleanFor(move), planId: 'x' } }, code: 'planChanged' },
    { name: 'an old dry run', change: { now: now + dryRunValidMs + 1 }, code: 'dryRunTooOld' },
  ];
  it.each(rows)('is refused: $name', ({ change, code }) => {
    const result = ConfirmedMove.confirm(move, { ...evidence(move), ...change });
    if (result.ok) return expect.fail('was confirmed');
    expect(result.error.code).toBe(code);
    expect(faultsIn({ ...result.error, next: result.error.next[0].do })).toEqual([]);
  });

  it('with the word, in spaces or not, makes a move that may go live', () => {
    const result = ConfirmedMove.confirm(move, { ...evidence(move), word: ' yes ' });
    expect(result.ok && liveRequest(result.value)).toEqual(livePreview(move));
  });
});

describe('a confirmed move cannot be forged', () => {
  const real = confirmed(move);
  const forgeries: readonly { name: string; value: unknown }[] = [
    { name: 'an object with the same fields', value: { ...real } },
    { name: 'an object with the same prototype', value: Object.create(ConfirmedMove.prototype) },
    { name: 'fields put on that prototype', value: Object.assign(Object.create(ConfirmedMove.prototype), real) },
    { name: 'one that went through JSON', value: JSON.parse(JSON.stringify(real)) },
    { name: 'a structured clone', value: structuredClone({ ...real }) },
    { name: 'a proxy around a real one', value: new Proxy(real, {}) },
    { name: 'one that inherits from a real one', value: Object.create(real) },
    { name: 'nothing', value: null },
  ];
  it.each(forgeries)('$name', ({ value }) => {
    expect(ConfirmedMove.is(value)).toBe(false);
    expect(() => liveRequest(value as ConfirmedMove)).toThrow(TypeError);
  });

  it('by calling its constructor', () => {
    const make = ConfirmedMove as unknown as new (...parts: unknown[]) => ConfirmedMove;
    expect(() => new make(move, real.confirmation)).toThrow(TypeError);
    expect(() => new make(Symbol('confirmation'), move, real.confirmation)).toThrow(TypeError);
  });

  it('by changing a real one', () => {
    const open = real as unknown as { move: PlannedMove };
    expect(() => Object.assign(open, { move: moveOf(given({ ...user, source: 'eve@contoso.com' })) })).toThrow(
      TypeError,
    );
    expect(() => Object.assign(open.move, { endpoint: 'https://example.com' })).toThrow(TypeError);
    expect(() => Object.assign(open.move.plan.destination, { host: 'https://x' })).toThrow(TypeError);
  });

  it('by changing the move that was confirmed', () => {
    const mine = structuredClone(move);
    const taken = confirmed(mine);
    mine.endpoint = 'https://example.com';
    expect(liveRequest(taken)).toEqual(livePreview(move));
  });
});

describe('a recalled confirmation', () => {
  const other = moveOf(given({ ...user, source: 'eve@contoso.com', target: 'eve@fabrikam.com' }));
  const ids = [move.id, other.id];
  const confirmation = { word: '2', at: now, covers: coverOf(ids) };

  it('makes each covered move live again', () => {
    const result = ConfirmedMove.recall(other, confirmation, ids);
    expect(result.ok && liveRequest(result.value)).toEqual(livePreview(other));
  });

  it.each([
    { name: 'another set of rows', covered: [move.id] },
    { name: 'the rows in another order', covered: [other.id, move.id] },
    { name: 'a row more', covered: [...ids, 'x'] },
    { name: 'no rows', covered: [] },
  ])('is refused for $name', ({ covered }) => {
    expect(ConfirmedMove.recall(move, confirmation, covered).ok).toBe(false);
  });

  it('is refused for a move that is not among the rows', () => {
    const third = moveOf(given({ ...user, source: 'omar@contoso.com', target: 'omar@fabrikam.com' }));
    expect(ConfirmedMove.recall(third, confirmation, ids).ok).toBe(false);
  });
});

type Path = readonly string[];

/** Every value in a move that is not an object, by its path. */
const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [path];

function withLeaf(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  return { ...(value as object), [key]: withLeaf((value as Record<string, unknown>)[key], rest, leaf) };
}

const leafAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (value === 'now' || value === null) return now;
  if (typeof value !== 'string') return 'x';
  return value.slice(0, -1) + (value.endsWith('a') ? 'b' : 'a');
}

/** Which words a leaf can have, where it only has a few. */
function formsAt(path: Path): readonly string[] {
  if (path.at(-1) === 'type') return ['user', 'site', 'group'];
  if (path.at(-1) !== 'by') return [];
  return path.includes('destination') ? ['host', 'organization'] : ['upn', 'id'];
}

/** What a change of one leaf must lead to: another id, and a refusal everywhere. */
function expectRefusal(planned: PlannedMove, path: Path, live: ConfirmedMove): void {
  const edited = withLeaf(planned, path, changed(leafAt(planned, path))) as PlannedMove;
  const again = planMove(edited.plan, edited.endpoint, edited.tenants).id;
  if (path[0] !== 'id' && again === planned.id) expect.fail(`${path.join('.')} does not change the id`);
  expect(ConfirmedMove.confirm(edited, evidence(planned)).ok).toBe(false);
  expect(ConfirmedMove.recall(edited, live.confirmation, [planned.id]).ok).toBe(false);
}

it('10,000 plans: one id from preview to submission, dry runs always true, live bodies always false, no byte may change', () => {
  fc.assert(
    fc.property(arbitraryMove, fc.nat(), (planned, pick) => {
      const live = confirmed(planned);
      const { validateOnly, ...parameters } = dryRunRequest(planned).body.parameters;
      expect(validateOnly).toBe(true);
      expect(liveRequest(live).body.parameters).toEqual({ ...parameters, validateOnly: false });
      expect(planMove(live.move.plan, live.move.endpoint, live.move.tenants).id).toBe(planned.id);
      const paths = leavesOf(planned).filter((path) => formsAt(path).length === 0);
      expectRefusal(planned, paths[pick % paths.length] ?? [], live);
    }),
    { numRuns: 10_000 },
  );
});

it('each leaf of 300 plans: a change is refused and changes the id', () => {
  fc.assert(
    fc.property(arbitraryMove, (planned) => {
      const live = confirmed(planned);
      for (const path of leavesOf(planned)) if (formsAt(path).length === 0) expectRefusal(planned, path, live);
    }),
    { numRuns: 300 },
  );
});

it('a plan of another form has another id', () => {
  fc.assert(
    fc.property(arbitraryMove, (planned) => {
      for (const path of leavesOf(planned))
        for (const form of formsAt(path)) {
          const edited = withLeaf(planned, path, form) as PlannedMove;
          const same = JSON.stringify(edited) === JSON.stringify(planned);
          expect(ConfirmedMove.confirm(edited, evidence(planned)).ok).toBe(same);
        }
    }),
    { numRuns: 500 },
  );
});

it.each([
  { name: 'no plan', edited: { ...move, plan: undefined } },
  { name: 'a plan without a destination', edited: { ...move, plan: { type: 'user' } } },
  { name: 'a time that is none', edited: { ...move, plan: { ...move.plan, start: 'soon' } } },
  { name: 'no tenants', edited: { ...move, tenants: null } },
])('a file with $name is refused like any other change', ({ edited }) => {
  expect(ConfirmedMove.confirm(edited as unknown as PlannedMove, evidence(move)).ok).toBe(false);
});
