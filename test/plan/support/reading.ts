import { expect } from 'vitest';
import type { Known } from '../../../src/plan/answers.ts';
import type { Context, Parse } from '../../../src/plan/question.ts';

/** Thursday 3 December 2026, 14:02 in Berlin. */
export const now = Date.UTC(2026, 11, 3, 13, 2, 11, 250);

/** The tenant all moves of these tests start in. */
export const sourceTenant = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';

export const berlin: Context = { now, zone: 'Europe/Berlin', sourceTenantId: sourceTenant };

/** What a parser makes of a text, or undefined where it cannot be read. */
export function read<V>(parse: Parse<V>, text: string, known: Known = {}, context = berlin): V | undefined {
  const result = parse(text, known, context);
  return result.ok ? result.value : undefined;
}

/** The refusal, whose wording is held to the rules of all messages. */
export function refusal<V>(parse: Parse<V>, text: string, known: Known = {}, context = berlin) {
  const result = parse(text, known, context);
  if (result.ok) return expect.fail(`${JSON.stringify(text)} was read as ${JSON.stringify(result.value)}`);
  return result.error;
}
