import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverOf } from '../../src/plan/confirmed.ts';
import { finding } from '../../src/plan/finding.ts';
import type { LedgerEntry, RowPlan } from '../../src/wave/entry.ts';
import { stateOf } from '../../src/wave/row-state.ts';
import { countStates, foldEntries, openRows, rowOf } from '../../src/wave/run-state.ts';
import { cleanDryRun, header, moveOf, userPlan } from '../runtime/moves.ts';
import { aTask } from '../support/tasks.ts';

const rowPlan = (row: number): RowPlan => {
  const move = moveOf(userPlan(`person${row}`));
  return { row, line: row + 1, typed: {}, move, dryRun: cleanDryRun(move, 0) };
};
const plans = [1, 2, 3].map(rowPlan);
const covers = coverOf(plans.map(({ move }) => move.id));
const opened: LedgerEntry = {
  kind: 'opened',
  at: 1,
  header: { ...header, runId: 'r-20261205-140000-0001' },
  rows: plans,
  confirmation: { word: '3', at: 1, covers },
};
const trouble = finding({ field: 'task', code: 'x', what: 'What.', why: 'Why.', next: 'Next.' });
const ids = { requestId: 'r', clientRequestId: 'c' };
const task = aTask();

type Fact = LedgerEntry extends infer E ? (E extends { row: number } ? Omit<E, 'row' | 'at'> : never) : never;
const facts: Fact[] = [
  { kind: 'baseline', look: { found: 'nothing' } },
  { kind: 'intended', planId: 'p', clientRequestId: 'c' },
  { kind: 'accepted', task, ids, findings: [] },
  { kind: 'adopted', task, ids, findings: [trouble] },
  { kind: 'rejected', finding: trouble },
  { kind: 'conflicted', finding: trouble },
  { kind: 'unsent', finding: trouble },
  { kind: 'unconfirmed', finding: trouble },
  { kind: 'looked', look: { found: 'nothing' } },
  { kind: 'cleared', dryRun: cleanDryRun(moveOf(userPlan('person1')), 5) },
  { kind: 'observed', task: aTask({ state: 'running', rawStatus: 'inProgress' }), ids },
  { kind: 'cancelAsked', ids },
  { kind: 'cancelRefused', finding: trouble },
];
const unknown = { kind: 'somethingNewer', more: 1 } as unknown as Fact;
const entryOf = (fact: Fact, row: number, at: number) => ({ ...fact, row, at }) as LedgerEntry;

const history = fc.array(
  fc.record({ fact: fc.constantFrom(...facts, unknown), row: fc.integer({ min: 1, max: 4 }), at: fc.nat() }),
  { maxLength: 40 },
);

describe('the fold over entries', () => {
  it('comes to the same, whether entries are taken in at once or in two parts', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 41 }), (steps, cut) => {
        const entries = [opened, ...steps.map(({ fact, row, at }) => entryOf(fact, row, at))];
        expect(foldEntries(entries.slice(cut), foldEntries(entries.slice(0, cut)))).toEqual(foldEntries(entries));
      }),
    );
  });

  it('ignores kinds that only a newer version knows, and rows that were never opened', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const entries = steps.map(({ fact, row, at }) => entryOf(fact, row, at));
        const known = entries.filter((entry) => entry.kind !== unknown.kind && 'row' in entry && entry.row < 4);
        expect(foldEntries([opened, ...entries])).toEqual(foldEntries([opened, ...known]));
      }),
    );
  });

  it('does not change what it was given', () => {
    const before = foldEntries([opened]);
    const copy = structuredClone(before);
    foldEntries([entryOf({ kind: 'intended', planId: 'p', clientRequestId: 'c' }, 1, 2)], before);
    expect(before).toEqual(copy);
  });

  it('keeps one row apart from the others', () => {
    const run = foldEntries([opened, ...facts.map((fact, at) => entryOf(fact, 2, at))]);
    expect([rowOf(run, 1)?.place, rowOf(run, 3)?.place]).toEqual(['draft', 'draft']);
    expect(rowOf(run, 4)).toBeNull();
  });

  it('adds rows of a later opening and leaves the first ones alone', () => {
    const later = [rowPlan(1), rowPlan(9)];
    const second: LedgerEntry = { ...opened, at: 7, rows: later, confirmation: { word: '2', at: 7, covers: 'other' } };
    const run = foldEntries([opened, entryOf({ kind: 'rejected', finding: trouble }, 1, 2), second]);
    expect(run.rows.map(({ plan, place }) => `${plan.row} ${place}`)).toEqual([
      '1 rejected',
      '2 draft',
      '3 draft',
      '9 draft',
    ]);
    expect(rowOf(run, 9)).toMatchObject({
      confirmation: { covers: 'other' },
      covered: later.map(({ move }) => move.id),
    });
    expect(run.confirmation?.word).toBe('3');
  });
});

describe('a row', () => {
  const baseline = facts[0] as Fact;
  const intended = facts[1] as Fact;
  const of = (kind: Fact['kind']) => facts.find((fact) => fact.kind === kind) as Fact;
  const stories: { name: string; facts: Fact[]; place: string; state: string; open: boolean }[] = [
    { name: 'nothing', facts: [], place: 'draft', state: 'draft', open: false },
    { name: 'a baseline', facts: [baseline], place: 'draft', state: 'draft', open: false },
    { name: 'an intent', facts: [baseline, intended], place: 'intended', state: 'unconfirmed', open: true },
    {
      name: 'a lost answer',
      facts: [intended, of('unconfirmed')],
      place: 'unconfirmed',
      state: 'unconfirmed',
      open: true,
    },
    {
      name: 'empty looks',
      facts: [intended, of('unconfirmed'), of('looked')],
      place: 'unconfirmed',
      state: 'unconfirmed',
      open: true,
    },
    {
      name: 'a clearing',
      facts: [intended, of('unconfirmed'), of('cleared')],
      place: 'unconfirmed',
      state: 'unconfirmed',
      open: true,
    },
    { name: 'an answer', facts: [intended, of('accepted')], place: 'accepted', state: 'queued', open: false },
    { name: 'an adoption', facts: [baseline, of('adopted')], place: 'adopted', state: 'queued', open: false },
    {
      name: 'a later observation',
      facts: [intended, of('accepted'), of('observed')],
      place: 'accepted',
      state: 'running',
      open: false,
    },
    { name: 'a refusal', facts: [intended, of('rejected')], place: 'rejected', state: 'draft', open: false },
    { name: 'a conflict', facts: [baseline, of('conflicted')], place: 'conflicted', state: 'draft', open: false },
    {
      name: 'a create turned away unread',
      facts: [intended, of('unsent')],
      place: 'draft',
      state: 'draft',
      open: false,
    },
    {
      name: 'a second intent',
      facts: [intended, of('unsent'), intended],
      place: 'intended',
      state: 'unconfirmed',
      open: true,
    },
  ];
  it.each(stories)('after $name is $place and shown as $state', ({ facts: story, place, state, open }) => {
    const run = foldEntries([opened, ...story.map((fact, at) => entryOf(fact, 1, at + 2))]);
    const row = rowOf(run, 1);
    expect(row?.place).toBe(place);
    expect(row && stateOf(row)).toBe(state);
    expect(openRows(run)).toHaveLength(open ? 1 : 0);
    expect(countStates(run)).toEqual(state === 'draft' ? { draft: 3 } : { [state]: 1, draft: 2 });
  });

  it('counts looks and keeps the baseline of its last intent only', () => {
    const look = of('looked');
    const run = foldEntries([
      opened,
      ...[
        baseline,
        intended,
        look,
        look,
        of('cleared'),
        { kind: 'baseline', look: { found: 'task', task } } as Fact,
        intended,
        look,
      ].map((fact, at) => entryOf(fact, 1, at + 2)),
    ]);
    expect(rowOf(run, 1)).toMatchObject({
      looks: 1,
      intents: 2,
      cleared: null,
      intent: { at: 8, baseline: { found: 'task' } },
    });
  });
});
