import { expect } from 'vitest';
import { flagsOf, pairTexts } from '../support/profiles.ts';
import { test } from '../support/program.ts';

test('programs that save profiles at the same time keep all of them', async ({ start }) => {
  const names = ['p1', 'p2', 'p3', 'p4', 'p5'];
  const programs = names.map((name) => start(['profile', 'new', name, ...flagsOf(pairTexts), '--json']));
  expect(await Promise.all(programs.map((program) => program.ended()))).toEqual([0, 0, 0, 0, 0]);
  const list = start(['profile', 'list', '--json']);
  expect(await list.ended()).toBe(0);
  const saved: { name: string }[] = JSON.parse(list.out).profiles;
  expect(saved.map(({ name }) => name).sort()).toEqual(names);
});
