import { Box, Text } from 'ink';
import { shortId } from '../../src/plan/plan.ts';
import { dryRunRequest } from '../../src/plan/request.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { useScreens } from '../app/context.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { RequestBody } from './RequestBody.tsx';
import { requestLines } from './request-lines.ts';
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
      keys={[
        ['Enter', 'dry run, moves nothing'],
        ['1-4', 'edit a step'],
        ['v', 'full'],
        ['Esc', 'back'],
        ['Ctrl+C', 'leave'],
      ]}
    >
      <Text bold>This is what the dry run sends. The live request differs in one line only.</Text>
      <Box height={1} />
      {urlLines(`${method} ${url}`).map((line) => (
        <Text key={line} wrap="hard">
          {line}
        </Text>
      ))}
      {session.account === null ? null : <Text>{`     as ${session.account}`}</Text>}
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

/** A long address is broken before its last part, so that both halves can be read. */
function urlLines(text: string): string[] {
  const cut = text.lastIndexOf('/') + 1;
  return text.length <= 76 ? [text] : [text.slice(0, cut), `     ${text.slice(cut)}`];
}
