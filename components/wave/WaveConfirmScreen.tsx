import { Box, Text } from 'ink';
import { hasErrors } from '../../src/plan/finding.ts';
import { onePass } from '../../src/wizard/confirm-words.ts';
import { whyNotSubmit } from '../../src/wizard/submit-word.ts';
import { agedDryRuns } from '../../src/wizard/wave/check-age.ts';
import { readyLines } from '../../src/wizard/wave/lines.ts';
import type { WaveStateOf } from '../../src/wizard/wave/wave-state.ts';
import { dryRunsText, waveConfirmRows, waveHappens, waveQuestion, waveWord } from '../../src/wizard/wave/wave-words.ts';
import { useContent } from '../frame/content.ts';
import { Definitions, linesOf } from '../frame/Definitions.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame, LARGER } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { Pinned } from '../frame/Pinned.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { ConfirmInput } from '../inputs/ConfirmInput/ConfirmInput.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { titleOf } from '../screens/titles.ts';
import { Hanging } from '../text/Hanging.tsx';
import { useTheme } from '../theme.ts';
import { useWave } from './context.ts';
import { lineCommandOf } from './line-command.ts';
import { useWaveNow } from './use-wave-state.ts';

type Props = { state: WaveStateOf<'confirming'> };

/**
 * The last screen before many real moves: it opens empty, and only the typed number goes on. It never scrolls. Where room is
 * short, what happens goes first, then long texts lose their middle; what moves, when, and that it is final stay.
 */
export function WaveConfirmScreen({ state }: Props) {
  const { engine } = useWave();
  const against = whyNotSubmit(state.session);
  const findings = against ? [against] : state.findings;
  const isBlocked = hasErrors(findings);
  const isAged = findings.some(({ code }) => code === 'dryRunTooOld');
  useKeys((key) => {
    if (isAged && isText(key, 'r')) engine.dispatch({ type: 'checkAsked' });
    else if (key.kind === 'escape' || key.kind === 'backTab') engine.dispatch({ type: 'wentBack' });
    else return false;
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[...(isAged ? [askAgain] : isBlocked ? [] : [sendKey]), ...backKeys]}
      helpKey={isBlocked ? '?' : 'F1'}
      lineCommand={lineCommandOf(state)}
    >
      <Pinned cutText={LARGER} below={isBlocked ? <Findings findings={findings} max={1} /> : <Final state={state} />}>
        <Text bold>{waveQuestion(state)}</Text>
        <Subject state={state} />
        <Gap />
        <Happens state={state} />
        <Gap />
      </Pinned>
    </Frame>
  );
}

const sendKey: KeyHint = ['Enter', 'send'];
const askAgain: KeyHint = ['r', 'ask again'];
const backKeys: readonly KeyHint[] = [
  ['Esc', 'back, nothing is sent'],
  ['Ctrl+C', 'leave'],
];

/** The heading, the line that says what is cut, what is final, and the field with the line below it. */
const FIXED_LINES = 6;

function Subject({ state }: Props) {
  const { width, height } = useContent();
  const rows = waveConfirmRows(state);
  return <Definitions rows={rows} isTight={linesOf(rows, width) > height - FIXED_LINES} />;
}

function Happens({ state }: Props) {
  const { engine } = useWave();
  const { motion } = useTheme();
  const now = useWaveNow(engine, 60_000, motion);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {waveHappens.map((sentence) => (
        <Hanging key={sentence} mark="- " text={sentence} />
      ))}
      {agedDryRuns(readyLines(state), now) === null ? (
        <Verdict severity="passed" text={dryRunsText(state, now)} />
      ) : null}
    </Box>
  );
}

/** Never off the screen: what the number cannot take back. A profile's first live use asks for the target's name before. */
function Final({ state }: Props) {
  const { engine, isCovered } = useWave();
  const { targetWord } = state.session;
  return (
    <>
      <Verdict severity="warning" text={onePass} />
      {state.isTargetNamed || targetWord === undefined ? (
        <ConfirmInput
          key="number"
          word={waveWord(state)}
          purpose="to submit"
          isActive={!isCovered}
          onConfirm={(word) => engine.dispatch({ type: 'confirmed', word })}
        />
      ) : (
        <ConfirmInput
          key="target"
          word={targetWord}
          purpose="(first live use), then the number"
          isActive={!isCovered}
          onConfirm={(name) => engine.dispatch({ type: 'targetNamed', name })}
        />
      )}
    </>
  );
}
