import type { AskStep } from '../../src/plan/question.ts';

/** The number of a step in the bar, which is also the key that edits it from the request on. */
export const stepNumber: Readonly<Record<AskStep, number>> = { type: 1, who: 2, target: 3, when: 4 };

export const requestStep = 5;
export const dryRunStep = 6;
export const confirmStep = 7;

/** The step that a digit edits, or null. */
export function stepOfDigit(digit: string): AskStep | null {
  const found = Object.entries(stepNumber).find(([, number]) => String(number) === digit);
  return found ? (found[0] as AskStep) : null;
}
