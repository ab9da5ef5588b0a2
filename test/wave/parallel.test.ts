import { describe, expect, it } from 'vitest';
import { afterCreate, firstLanes, type Lanes } from '../../src/wave/parallel.ts';

const after = (answers: readonly boolean[], from: Lanes = firstLanes): number =>
  answers.reduce(afterCreate, from).count;

const calm = (count: number): boolean[] => Array.from({ length: count }, () => false);

describe('the number of creates at once', () => {
  it.each([
    { name: 'is four at first', answers: [], count: 4 },
    { name: 'grows with every calm answer as long as none complained', answers: calm(6), count: 10 },
    { name: 'is never more than sixteen', answers: calm(100), count: 16 },
    { name: 'is halved by a complaint', answers: [...calm(12), true], count: 8 },
    { name: 'is never less than four', answers: [true, true, true, true], count: 4 },
    { name: 'grows slowly after a complaint', answers: [...calm(12), true, ...calm(8)], count: 10 },
    {
      name: 'begins to count anew at each complaint',
      answers: [...calm(12), true, ...calm(3), true, ...calm(3)],
      count: 4,
    },
  ])('$name', ({ answers, count }) => {
    expect(after(answers)).toBe(count);
  });
});
