import { cleanText } from '../../src/problems/clean.ts';
import { planText } from '../../src/wizard/names.ts';
import { refusedText } from '../../src/wizard/sentences.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { confirmStep } from '../../src/wizard/steps.ts';
import { useScreens } from '../app/context.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { copyHint } from './copy-hint.ts';
import { signInHint } from './sign-in-hint.ts';
import { titleOf } from './titles.ts';
import { useStepKeys } from './use-step-keys.ts';

/** The submission came to nothing: refused by the service, or stopped before it left. */
export function RefusedScreen({ state }: { state: StateOf<'refused'> }) {
  const { engine } = useScreens();
  useStepKeys(state.findings);
  useKeys((key) => {
    if (!isText(key, 'n') && !isText(key, 'r')) return false;
    engine.dispatch({ type: 'triedAgain' });
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      steps={{ current: confirmStep }}
      cutText="v shows all"
      keys={[
        ['r', 'new dry run'],
        ...signInHint(engine, state),
        ['1-4', 'edit'],
        ...copyHint(state),
        ['v', 'details'],
        ['Esc', 'back'],
        ['Ctrl+C', 'leave'],
      ]}
    >
      <Verdict severity="error" text={refusedText(state)} />
      <Line text={`  ${planText(state.move.id)}${state.runId === null ? '' : `, run ${cleanText(state.runId)}`}`} />
      <Gap />
      <Findings findings={state.findings} max={2} />
    </Frame>
  );
}
