import type { Finding } from '../../src/plan/finding.ts';
import { questionOf, stepOfDigit } from '../../src/wizard/steps.ts';
import { useScreens } from '../app/context.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';

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
