import type { QuestionId } from '../plan/answers.ts';
import type { Finding } from '../plan/finding.ts';
import type { AskStep } from '../plan/question.ts';
import { questionAt, questionIds } from '../plan/questions.ts';

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

/** The question of a step that a finding is about, else the first: what has to be mended is reached at once. */
export function questionOf(step: AskStep, findings: readonly Finding[]): QuestionId | undefined {
  const inStep = questionIds.filter((id) => questionAt(id).step === step);
  return inStep.find((id) => findings.some(({ field }) => field === id)) ?? inStep[0];
}
