import { Box, Text } from 'ink';
import { duration, utcTime } from '../../src/plan/schedule.ts';
import type { Followed, StateOf } from '../../src/wizard/state.ts';
import { noProgressKnown, noteOf, sinceOf, statusRows, tooLateToCancel } from '../../src/wizard/status-words.ts';
import { useScreens } from '../app/context.ts';
import { useNow } from '../app/use-engine.ts';
import { Beside } from '../frame/Beside.tsx';
import { Definitions } from '../frame/Definitions.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap, useGap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { StatusBadge } from '../frame/StatusBadge.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { useTheme } from '../theme.ts';
import { copyHint } from './copy-hint.ts';
import { History } from './History.tsx';
import { MoveLine } from './MoveLine.tsx';
import { signInHint } from './sign-in-hint.ts';
import { titleOf } from './titles.ts';

/** A submitted task that can still change. */
export function StatusScreen({ state }: { state: StateOf<'watching'> }) {
  const { engine, open } = useScreens();
  const { motion } = useTheme();
  const now = useNow(engine, 1000, motion);
  const { followed, session } = state;
  const { task, move } = followed;
  const isQueued = task?.state === 'queued';
  useKeys((key) => {
    if (isText(key, 'r')) engine.dispatch({ type: 'lookAsked' });
    else if (isText(key, 'c') && isQueued) open('cancel');
    else if (isText(key, 'v')) open('full');
    else if (isText(key, 'q')) open('leave');
    else return false;
    return true;
  });
  const keys: KeyHint[] = [
    ['r', 'look now'],
    ...signInHint(engine, state),
    ...(isQueued ? [['c', 'cancel'] as const] : []),
    ...copyHint(state),
    ['v', 'details'],
    ['q', 'leave it running'],
  ];
  return (
    <Frame title={titleOf(session)} keys={keys} cutText="v shows all">
      <MoveLine plan={move.plan} />
      <Gap />
      <Box gap={2}>
        <StatusBadge state={task?.state ?? 'unknown'} rawStatus={task?.rawStatus ?? ''} />
        <Text>{sinceText(followed, now)}</Text>
      </Box>
      <Gap />
      <Trouble followed={followed} />
      <Beside
        left={
          <>
            <Definitions rows={statusRows(followed, session, { now, lookKey: 'press r' })} />
            <Gap />
            {task?.state === 'running' ? <Paragraph text={tooLateToCancel} /> : null}
            {task?.error ? <Paragraph text={noteOf(task.error)} /> : null}
            <Paragraph text={noProgressKnown} />
          </>
        }
        right={<History lines={followed.history} />}
      />
    </Frame>
  );
}

/** Before everything else: it must be seen in a small window too. */
function Trouble({ followed: { findings, trouble } }: { followed: Followed }) {
  const gap = useGap();
  const found = [...(trouble ? [trouble] : []), ...findings];
  if (found.length === 0) return null;
  return (
    <Box flexDirection="column" flexShrink={0} marginBottom={gap}>
      <Findings findings={found} max={1} moreHint="v shows all" />
    </Box>
  );
}

const sinceText = (followed: Followed, now: number): string =>
  `for ${duration(Math.max(0, now - sinceOf(followed)))}${startedText(followed)}`;

const startedText = ({ task }: Followed): string => (task?.startedAt ? `, started ${utcTime(task.startedAt)}` : '');
