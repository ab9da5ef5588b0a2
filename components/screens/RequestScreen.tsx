import { Text } from 'ink';
import { shortId } from '../../src/plan/plan.ts';
import { dryRunRequest } from '../../src/plan/request.ts';
import { requestLines } from '../../src/wizard/request-lines.ts';
import { savedNote, targetNote } from '../../src/wizard/saved-note.ts';
import { checksPassed, requestIntro } from '../../src/wizard/sentences.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { requestStep } from '../../src/wizard/steps.ts';
import { targetToSave } from '../../src/wizard/target-to-save.ts';
import { useScreens } from '../app/context.ts';
import { Beside } from '../frame/Beside.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { copyHint } from './copy-hint.ts';
import { urlLines } from './fitted.ts';
import { RequestBody } from './RequestBody.tsx';
import { titleOf } from './titles.ts';
import { useStepKeys } from './use-step-keys.ts';

/** The exact request before anything is sent. */
export function RequestScreen({ state }: { state: StateOf<'reviewing'> }) {
  const { engine, say } = useScreens();
  const { move, session, typed } = state;
  useStepKeys();
  const target = engine.saveTarget ? targetToSave(state) : null;
  useKeys((key) => {
    if (key.kind === 'enter') engine.dispatch({ type: 'dryRunAsked' });
    else if (isText(key, 'p')) void engine.savePlan().then((saved) => say(savedNote(saved)));
    else if (isText(key, 's') && target)
      void engine.saveTarget?.(target).then((saved) => say(targetNote(saved, session)));
    else return false;
    return true;
  });
  const { method, url } = dryRunRequest(move);
  return (
    <Frame
      title={titleOf(session)}
      steps={{ current: requestStep }}
      cutText="v shows all"
      keys={[
        ['Enter', 'dry run'],
        ['1-4', 'edit'],
        ['v', 'full'],
        ...copyHint(state),
        ['p', 'save plan'],
        ...(target ? [['s', 'save to profile'] as const] : []),
        ['Esc', 'back'],
      ]}
    >
      <Text bold>{requestIntro}</Text>
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
        <Verdict severity="passed" text={checksPassed} />
      ) : (
        <Findings findings={findings} max={2} moreHint="v shows all" />
      )}
    </>
  );
}
