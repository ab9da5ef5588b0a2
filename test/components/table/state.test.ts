import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Key } from '../../../components/inputs/keys/key.ts';
import { tableSteps } from '../../../components/table/keys.ts';
import { openTable, placeOf, reduceTable, type TableState, viewOf } from '../../../components/table/state.ts';

const page = 10;
const idsTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const ids = idsTo(48);

const moved = (state: TableState, by: number, all: readonly number[] = ids): TableState =>
  reduceTable(state, { type: 'move', by, ids: all, page });

describe('the cursor', () => {
  test('follows its row when the order changes', () => {
    const state = moved(openTable, 5);
    expect(placeOf(state, ids)).toBe(5);
    expect(placeOf(state, ids.toReversed())).toBe(42);
  });

  test('stays at the top when it is there, so that what comes up is seen', () => {
    const state = moved(moved(openTable, 3), -3);
    expect(placeOf(state, [40, 1, 2, 3])).toBe(0);
  });

  test('goes to the last place it can when its row is no longer shown', () => {
    expect(placeOf(moved(openTable, 30), [1, 2, 3])).toBe(2);
    expect(placeOf(moved(openTable, 30), [])).toBe(0);
  });

  test('scrolls as little as possible', () => {
    const down = moved(openTable, 12);
    expect(viewOf(down, ids, page)).toEqual({ at: 12, top: 3 });
    expect(viewOf(moved(down, -2), ids, page)).toEqual({ at: 10, top: 3 });
    expect(viewOf(moved(down, -10), ids, page)).toEqual({ at: 2, top: 2 });
  });

  test('is always on the screen, whatever happens to rows and room', () => {
    const step = fc.oneof(fc.integer({ min: -60, max: 60 }), fc.constantFrom(-Infinity, Infinity));
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(60), fc.integer({ min: 1, max: 30 }))), (steps) => {
        let state = openTable;
        for (const [by, count, room] of steps) {
          const rows = idsTo(count);
          state = reduceTable(state, { type: 'move', by, ids: rows, page: room });
          const { at, top } = viewOf(state, rows, room);
          expect(at).toBeGreaterThanOrEqual(top);
          expect(at).toBeLessThan(top + room);
          expect(top).toBeLessThanOrEqual(Math.max(0, count - 1));
        }
      }),
    );
  });
});

const text = (letter: string): Key => ({ kind: 'text', text: letter });
const steps: { name: string; key: Key; by: number | null }[] = [
  { name: 'Up', key: { kind: 'up' }, by: -1 },
  { name: 'k', key: text('k'), by: -1 },
  { name: 'Down', key: { kind: 'down' }, by: 1 },
  { name: 'j', key: text('j'), by: 1 },
  { name: 'PageUp', key: { kind: 'pageUp' }, by: -9 },
  { name: 'PageDown', key: { kind: 'pageDown' }, by: 9 },
  { name: 'Home', key: { kind: 'home' }, by: -Infinity },
  { name: 'g', key: text('g'), by: -Infinity },
  { name: 'End', key: { kind: 'end' }, by: Infinity },
  { name: 'G', key: text('G'), by: Infinity },
  { name: 'another letter', key: text('x'), by: null },
  { name: 'Enter', key: { kind: 'enter' }, by: null },
];

test.each(steps)('$name moves it by $by', ({ key, by }) => {
  expect(tableSteps(key, page)).toBe(by);
});
