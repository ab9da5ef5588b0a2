import { Box, Text } from 'ink';
import { shortId } from '../../src/plan/plan.ts';
import { dryRunRequest } from '../../src/plan/request.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { RequestBody } from './RequestBody.tsx';
import { requestLines, urlLines } from './request-lines.ts';
import { requestStep } from './steps.ts';
import { titleOf } from './titles.ts';
import { useStepKeys } from './use-step-keys.ts';

/** The exact request before anything is sent. */
export function RequestScreen({ state }: { state: StateOf<'reviewing'> }) {
  const { engine } = useScreens();
  const { move, session, typed, findings } = state;
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
      keys={[
        ['Enter', 'dry run'],
        ['1-4', 'edit'],
        ['y', 'copy command'],
        ['v', 'full'],
        ['Esc', 'back'],
      ]}
    >
      <Text bold>This is what the dry run sends; it moves nothing. Live, one line differs.</Text>
      <Box height={1} />
      {urlLines(method, url, session.account).map((line) => (
        <Line key={line} text={line} cut="middle" />
      ))}
      <RequestBody lines={requestLines(move, typed)} />
      <Box height={1} />
      <Text>{`Plan ${shortId(move.id)}`}</Text>
      {findings.length === 0 ? (
        <Verdict severity="passed" text="Our own checks found nothing against it." />
      ) : (
        <Findings findings={findings} max={2} moreHint="v shows all" />
      )}
    </Frame>
  );
}
