import { Box } from 'ink';
import { useMemo } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import { linesToAsk } from '../../src/wizard/wave/check-age.ts';
import { chosenLines, isReady } from '../../src/wizard/wave/lines.ts';
import { checkCounts, type Group, groupsOf } from '../../src/wizard/wave/wave-groups.ts';
import type { Written } from '../../src/wizard/wave/wave-screens.ts';
import type { WaveStateOf } from '../../src/wizard/wave/wave-state.ts';
import { numbered } from '../../src/wizard/wave/wave-summary.ts';
import {
  askingStopped,
  checkedText,
  nothingMovedYet,
  oneAtATime,
  writtenText,
} from '../../src/wizard/wave/wave-words.ts';
import { useContent } from '../frame/content.ts';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { Verdict } from '../frame/Verdict.tsx';
import { isText } from '../inputs/keys/key.ts';
import type { KeyResult } from '../inputs/keys/routing.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { useReducerRef } from '../inputs/keys/use-reducer-ref.ts';
import { titleOf } from '../screens/titles.ts';
import { tableSteps } from '../table/keys.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { useTheme } from '../theme.ts';
import { useWave } from './context.ts';
import { GroupList } from './GroupList.tsx';
import { lineCommandOf } from './line-command.ts';
import { useWaveNow } from './use-wave-state.ts';
import { WaveFacts } from './WaveFacts.tsx';
import { signInHint } from './wave-sign-in-hint.ts';

type Props = { state: WaveStateOf<'checked'> };

const minuteMs = 60_000;

/** What the service said about every row, by what to do and who must do it. */
export function CheckedScreen({ state }: Props) {
  const { lines, chosen, breaker } = state;
  const groups = useMemo(() => groupsOf({ lines, chosen }), [lines, chosen]);
  const counts = checkCounts(state);
  const { at } = useCheckedKeys(state, groups, counts.ready);
  const open = counts.notReady + counts.notAsked;
  const { engine } = useWave();
  const { motion } = useTheme();
  const now = useWaveNow(engine, minuteMs, motion);
  const toAsk = useMemo(() => linesToAsk({ lines, chosen }, now).length, [lines, chosen, now]);
  const keys: KeyHint[] = [
    ...signInHint(engine, state),
    ...(counts.ready > 0 ? [['Enter', `confirm ${numbered(counts.ready)}`] as const] : []),
    ...(toAsk > 0 ? [['r', `ask again about ${numbered(toAsk)}`] as const] : []),
    ...(groups.length > 0 ? [['v', 'rows of this'] as const] : []),
    ...(groups.length > 1 ? [['Up Down', 'move'] as const] : []),
    ...(counts.ready > 0 ? [['p', 'save plan'] as const] : []),
    ...(open > 0 ? [['w', 'write these rows'] as const] : []),
    ['Esc', 'back'],
  ];
  return (
    <Frame title={titleOf(state.session)} keys={keys} cutText="v shows all" lineCommand={lineCommandOf(state)}>
      <Breaker finding={breaker} />
      <Verdict
        severity={counts.ready === 0 ? 'error' : open + counts.toMend > 0 ? 'warning' : 'passed'}
        text={checkedText(counts)}
      />
      <Gap />
      <Groups state={state} groups={groups} focused={at} />
    </Frame>
  );
}

/** Above everything: it would stop every row, and says who must act. */
function Breaker({ finding }: { finding: Finding | null }) {
  if (finding === null) return null;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Line text={askingStopped} bold />
      <Findings findings={[finding]} max={1} />
      <Gap />
    </Box>
  );
}

type GroupsProps = Props & { groups: readonly Group[]; focused: number };

/** The verdict, the gap and the sentence below; a breaker takes about eight lines more. */
const AROUND = 5;
const BREAKER = 8;

function Groups({ state, groups, focused }: GroupsProps) {
  const { height } = useContent();
  if (groups.length === 0) return <NoGroups state={state} />;
  const room = Math.max(3, height - AROUND - (state.breaker === null ? 0 : BREAKER));
  const at = Math.max(0, Math.min(focused, groups.length - 1));
  return (
    <>
      <GroupList groups={groups} session={state.session} focused={at} height={room} />
      <Paragraph text={oneAtATime} />
    </>
  );
}

/** Nothing to do first: what is ready, once more. */
function NoGroups({ state }: Props) {
  const ready = chosenLines(state).filter(isReady);
  if (ready.length === 0) return state.breaker === null ? <Line text={`${nothingMovedYet} r asks again.`} /> : null;
  return (
    <>
      <WaveFacts lines={ready} session={state.session} />
      <Gap />
      <Line text="Nothing was moved. The next screen asks for the number of rows." />
    </>
  );
}

const replace = (_: number, at: number): number => at;

function useCheckedKeys(state: WaveStateOf<'checked'>, groups: readonly Group[], ready: number): { at: number } {
  const { engine, open, say } = useWave();
  const { state: at, latest, dispatch } = useReducerRef(replace, () => 0);
  const last = Math.max(0, groups.length - 1);
  const tell = async (written: Promise<Written>): Promise<void> => {
    const end = await written;
    say(writtenText(end));
  };
  useKeys((key): KeyResult => {
    const by = tableSteps(key, groups.length);
    if (by !== null && groups.length > 1) {
      dispatch(Math.max(0, Math.min(latest.current + by, last)));
      return 'edited';
    }
    const group = groups[latest.current];
    const unready = chosenLines(state).filter((line) => !isReady(line));
    if (key.kind === 'enter' && ready > 0) engine.dispatch({ type: 'confirmationOpened' });
    else if (isText(key, 'r') && linesToAsk(state, engine.now()).length > 0) engine.dispatch({ type: 'checkAsked' });
    else if (isText(key, 'v') && group) open({ name: 'group', key: group.key });
    else if (isText(key, 'p') && ready > 0) void tell(engine.savePlan());
    else if (isText(key, 'w') && unready.length > 0) void tell(engine.writeRows(unready));
    else if (key.kind === 'escape' || key.kind === 'backTab') engine.dispatch({ type: 'wentBack' });
    else return false;
    return true;
  });
  return { at };
}
