import type { Facts } from './facts.ts';
import type { Problem } from './world.ts';

/** One documented failure: when it applies, and what the service says then. */
export type Rule = {
  code: string;
  /** 422 unless said otherwise. */
  status?: number;
  applies(facts: Facts): boolean;
  text(facts: Facts): string;
};

/** The first rule of the list that applies, as the service words it. */
export function firstOf(rules: readonly Rule[], facts: Facts): Problem | null {
  const broken = rules.find((rule) => rule.applies(facts));
  return broken === undefined ? null : { status: broken.status ?? 422, code: broken.code, message: broken.text(facts) };
}
