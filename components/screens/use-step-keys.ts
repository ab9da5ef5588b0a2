import type { QuestionId } from '../../src/plan/answers.ts';
import type { Finding } from '../../src/plan/finding.ts';
import type { AskStep } from '../../src/plan/question.ts';
import { questionAt, questionIds } from '../../src/plan/questions.ts';
import { useScreens } from '../app/context.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { stepOfDigit } from './steps.ts';

/** From the request on: 1 to 4 edit a step, v shows the full request, Esc and Shift+Tab go back. */
export function useStepKeys(findings: readonly Finding[] = []): void {
  const { engine, open } = useScreens();
  useKeys((key) => {
    const step = key.kind === 'text' ? stepOfDigit(key.text) : null;
    const to = step === null ? undefined : questionOf(step, findings);
    if (to !== undefined) engine.dispatch({ type: 'reopened', to });
    else if (isText(key, 'v')) open('full');
    else if (key.kind === 'escape' || key.kind === 'backTab') engine.dispatch({ type: 'wentBack' });
    else return false;
    return true;
  });
}

/** The question of a step that a finding is about, else the first: one key leads to what has to be mended. */
function questionOf(step: AskStep, findings: readonly Finding[]): QuestionId | undefined {
  const inStep = questionIds.filter((id) => questionAt(id).step === step);
  return inStep.find((id) => findings.some(({ field }) => field === id)) ?? inStep[0];
}
