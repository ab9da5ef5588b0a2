import { Box, Text } from 'ink';
import { cleanText } from '../../src/problems/clean.ts';
import { sourceCheck } from '../../src/wizard/after-the-end.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { endText, mayTryAgain } from '../../src/wizard/status-words.ts';
import { taskFinding } from '../../src/wizard/task-finding.ts';
import { useScreens } from '../app/context.ts';
import { Beside } from '../frame/Beside.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { StatusBadge } from '../frame/StatusBadge.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { AfterCompletion } from './AfterCompletion.tsx';
import { copyHint } from './copy-hint.ts';
import { History } from './History.tsx';
import { MoveLine } from './MoveLine.tsx';
import { titleOf } from './titles.ts';

/** A task that is final: what it came to, and what to do now. */
export function EndScreen({ state }: { state: StateOf<'finished'> }) {
  const { engine, another, leave, open } = useScreens();
  const { followed, session } = state;
  const mayRetry = mayTryAgain(state);
  useKeys((key) => {
    if (isText(key, 'n') && mayRetry) engine.dispatch({ type: 'triedAgain' });
    else if (isText(key, 'n') || isText(key, 'a')) another();
    else if (isText(key, 'v')) open('full');
    else if (isText(key, 'q') || key.kind === 'enter' || key.kind === 'escape') leave();
    else return false;
    return true;
  });
  const keys: KeyHint[] = mayRetry
    ? [['n', 'new try'], ['a', 'another migration'], ...copyHint(state), ['v', 'details'], ['q', 'leave']]
    : [['Enter', 'leave'], ['n', 'another migration'], ...copyHint(state), ['v', 'details']];
  return (
    <Frame title={titleOf(session)} keys={keys} cutText="v shows all">
      <MoveLine plan={followed.move.plan} />
      <Gap />
      <Box gap={2}>
        <StatusBadge state={followed.task?.state ?? 'unknown'} rawStatus={followed.task?.rawStatus ?? ''} />
        <Text>{endText(followed)}</Text>
      </Box>
      <Gap />
      <Beside left={<Outcome state={state} />} right={<History lines={followed.history} />} />
      <Gap />
      <Line text={`Task ${followed.task?.id ?? 'without an id'}, run ${followed.runId}`} />
    </Frame>
  );
}

function Outcome({ state: { followed, session } }: { state: StateOf<'finished'> }) {
  const { task, move } = followed;
  const found = task ? taskFinding(task, move, session) : null;
  if (task?.state === 'completed' && !found) return <AfterCompletion type={move.plan.type} />;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Findings findings={[...(found ? [found] : []), ...followed.findings]} max={1} />
      {task?.state === 'failed' ? (
        <>
          <Text>Is the source all right?</Text>
          <Paragraph text={sourceCheck} />
        </>
      ) : null}
      {task?.error?.message ? <Line text={`Service text: ${cleanText(task.error.message)}`} /> : null}
    </Box>
  );
}
