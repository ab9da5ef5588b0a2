import { Box, Text } from 'ink';
import type { Finding } from '../../src/plan/finding.ts';
import { duration, utcTime } from '../../src/plan/schedule.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { wayBack } from '../../src/wizard/way-back.ts';
import { useScreens } from '../app/context.ts';
import { useNow } from '../app/use-engine.ts';
import { Busy } from '../frame/Busy.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { StatusBadge } from '../frame/StatusBadge.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { useTheme } from '../theme.ts';
import { copyHint } from './copy-hint.ts';
import { MoveLine } from './MoveLine.tsx';
import { signInHint } from './sign-in-hint.ts';
import { titleOf } from './titles.ts';

/** Sent, and the answer was lost. The service is asked again and again; nothing is sent by itself. */
export function UnconfirmedScreen({ state }: { state: StateOf<'unconfirmed'> }) {
  const { engine, open } = useScreens();
  const { motion } = useTheme();
  const { followed, session, mayResend } = state;
  const now = useNow(engine, 1000, motion);
  useKeys((key) => {
    if (isText(key, 'r')) engine.dispatch({ type: 'lookAsked' });
    else if (isText(key, 's') && mayResend) open('resend');
    else if (isText(key, 'v')) open('full');
    else return false;
    return true;
  });
  const keys: KeyHint[] = [
    ['r', 'look now'],
    ...signInHint(engine, state),
    ...(mayResend ? [['s', 'send once more'] as const] : []),
    ...copyHint(state),
    ['v', 'details'],
    ['Ctrl+C', 'leave'],
  ];
  return (
    <Frame title={titleOf(session)} keys={keys} cutText="v shows all">
      <MoveLine plan={followed.move.plan} />
      <Gap />
      <Box gap={2}>
        <StatusBadge state="unconfirmed" />
        <Text>{`for ${duration(Math.max(0, now - followed.acceptedAt))}, sent ${utcTime(followed.acceptedAt)}`}</Text>
      </Box>
      <Gap />
      <Findings findings={followed.findings.map(stillOpen)} max={2} />
      <Gap />
      <Busy text="Looking for the task in the service" />
      <Text>To go on in another window, or later:</Text>
      <Line text={`  ${wayBack(state)}`} />
    </Frame>
  );
}

/** Nothing has failed so far: it is not known. */
const stillOpen = (finding: Finding): Finding => ({ ...finding, severity: 'warning' });
