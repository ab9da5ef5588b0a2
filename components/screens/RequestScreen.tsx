import { Text } from 'ink';
import { shortId } from '../../src/plan/plan.ts';
import { dryRunRequest } from '../../src/plan/request.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { Beside } from '../frame/Beside.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { copyHint } from './copy-hint.ts';
import { RequestBody } from './RequestBody.tsx';
import { requestLines, urlLines } from './request-lines.ts';
import { requestStep } from './steps.ts';
import { titleOf } from './titles.ts';
import { useStepKeys } from './use-step-keys.ts';

/** The exact request before anything is sent. */
export function RequestScreen({ state }: { state: StateOf<'reviewing'> }) {
  const { engine } = useScreens();
  const { move, session, typed } = state;
  useStepKeys();
  useKeys((key) => {
    if (key.kind !== 'enter') return false;
    engine.dispatch({ type: 'dryRunAsked' });
    return true;
  });
  const { method, url } = dryRunRequest(move);
  return (
    <Frame
      title={titleOf(session)}
      steps={{ current: requestStep }}
      cutText="v shows all"
      keys={[['Enter', 'dry run'], ['1-4', 'edit'], ...copyHint(state), ['v', 'full'], ['Esc', 'back']]}
    >
      <Text bold>This is what the dry run sends; it moves nothing. Live, one line differs.</Text>
      <Gap />
      <Beside
        left={
          <>
            {urlLines(method, url, session.account).map((line) => (
              <Line key={line} text={line} cut="middle" />
            ))}
            <RequestBody lines={requestLines(move, typed)} />
          </>
        }
        right={<OwnChecks state={state} />}
      />
    </Frame>
  );
}

function OwnChecks({ state: { move, findings } }: { state: StateOf<'reviewing'> }) {
  return (
    <>
      <Text>{`Plan ${shortId(move.id)}`}</Text>
      {findings.length === 0 ? (
        <Verdict severity="passed" text="Our own checks found nothing against it." />
      ) : (
        <Findings findings={findings} max={2} moreHint="v shows all" />
      )}
    </>
  );
}
