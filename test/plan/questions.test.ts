import { describe, expect, it } from 'vitest';
import type { Known, ResourceType } from '../../src/plan/answers.ts';
import { questionAt, questionIds } from '../../src/plan/questions.ts';
import { berlin } from './support/reading.ts';

const types: readonly (ResourceType | undefined)[] = ['user', 'site', 'group', undefined];
const cases = questionIds.flatMap((id) =>
  types.map((type) => ({ name: `${id} of ${type ?? 'nothing yet'}`, id, known: (type ? { type } : {}) as Known })),
);

describe.each(cases)('the question $name', ({ id, known }) => {
  const question = questionAt(id);

  it('ends in a question mark and is short', () => {
    expect(question.prompt(known)).toMatch(/^[A-Z].*[^ ]\?$/);
    expect(question.prompt(known).length).toBeLessThan(60);
  });

  it('has a label, and help that fits two lines', () => {
    expect(question.label(known)).toMatch(/^[A-Z].+[^.?]$/);
    expect(question.help(known).length).toBeLessThanOrEqual(2 * 79);
    expect(question.help(known)).not.toMatch(/!/);
  });

  it('has an example that it reads itself', () => {
    expect(question.example(known)).not.toBe('');
    expect(question.parse(question.example(known), known, berlin).ok).toBe(true);
  });
});

describe.each(questionIds.map((id) => ({ id })))('the question $id', ({ id }) => {
  const question = questionAt(id);

  it('has a flag in kebab case, or none', () => {
    expect(question.flag ?? 'none').toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('reads its default and its choices', () => {
    const texts = [
      ...(question.default === undefined ? [] : [question.default]),
      ...(question.choices ?? []).map((c) => c.value),
    ];
    expect(texts.filter((text) => !question.parse(text, {}, berlin).ok)).toEqual([]);
  });

  it('reads the canonical text of a value as the same value', () => {
    const parsed = question.parse(question.example({}), {}, berlin);
    const text = parsed.ok ? question.canonical?.(parsed.value) : undefined;
    const again = text === undefined ? parsed : question.parse(text, {}, { now: 0, zone: 'Asia/Tokyo' });
    expect(again).toEqual(parsed);
  });
});

it('no two questions share a flag', () => {
  const flags = questionIds.map((id) => questionAt(id).flag).filter((flag) => flag !== null);
  expect(new Set(flags).size).toBe(flags.length);
});
