import type { Field, Finding } from '../../plan/finding.ts';

/** What was said already in this migration, so that nothing is announced twice. */
export type Memory = {
  /** Those findings that were not said yet; from now on they are. */
  fresh(findings: readonly Finding[]): Finding[];
  /** What is said about a field is news again: it was answered anew. */
  forget(field: Field): void;
  /** Whether a request was read out already. */
  knowsPlan(): boolean;
  /** Whether the request of this plan is not the one that was read out last. */
  isNewPlan(planId: string): boolean;
};

export function createMemory(): Memory {
  const said = new Map<string, Field>();
  let lastPlan = '';
  return {
    fresh: (findings) =>
      findings.filter((finding) => {
        const key = JSON.stringify(finding);
        const isFresh = !said.has(key);
        said.set(key, finding.field);
        return isFresh;
      }),
    forget: (field) => {
      for (const [key, about] of said) if (about === field) said.delete(key);
    },
    knowsPlan: () => lastPlan !== '',
    isNewPlan: (planId) => {
      const isNew = planId !== lastPlan;
      lastPlan = planId;
      return isNew;
    },
  };
}
