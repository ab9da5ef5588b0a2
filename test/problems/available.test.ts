import { expect, test } from 'vitest';
import { commands } from '../../src/commands/table.ts';
import { availableStep, commandNames } from '../../src/problems/available.ts';
import { allEntries } from '../../src/problems/look-up.ts';

test('the commands that advice may name are those that there are', () => {
  const there = commands.map(({ name }) => name).filter((name) => name !== '');
  expect([...commandNames].sort()).toEqual(there.sort());
});

test('no advice names a command that this version does not know', () => {
  const named = allEntries().flatMap(({ next }) =>
    next.flatMap(({ command }) => /^crossorg ([a-z]+)/.exec(command ?? '')?.[1] ?? []),
  );
  expect(named.filter((name) => !commandNames.includes(name))).toEqual([]);
});

test('a step keeps a command that there is, and loses one that there is not', () => {
  const step = { do: 'Sign in again.', who: 'you' } as const;
  const known = { ...step, command: 'crossorg login --side source' };
  expect(availableStep(known)).toEqual(known);
  expect(availableStep({ ...step, command: 'crossorg teleport' })).toEqual(step);
});
