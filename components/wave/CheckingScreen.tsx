import type { WaveStateOf } from '../../src/wizard/wave/wave-state.ts';
import { askingText, checkOrder, nothingMovedYet, soFarText } from '../../src/wizard/wave/wave-words.ts';
import { turned } from '../frame/Busy.tsx';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { titleOf } from '../screens/titles.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { useTheme } from '../theme.ts';
import { barText } from './board-lines.ts';
import { useWave } from './context.ts';
import { lineCommandOf } from './line-command.ts';

/** The service is asked about every row. */
export function CheckingScreen({ state, frame }: { state: WaveStateOf<'checking'>; frame: number }) {
  const { engine } = useWave();
  const { motion } = useTheme();
  const asking = askingText(state);
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
    engine.dispatch({ type: 'wentBack' });
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      lineCommand={lineCommandOf(state)}
      keys={[
        ['Esc', 'stop asking, back to the file'],
        ['Ctrl+C', 'leave'],
      ]}
    >
      <Line text={motion ? `${turned(frame)} ${asking}` : `${asking} ...`} />
      <Progress state={state} />
      <Gap />
      <Paragraph text={`${nothingMovedYet} ${checkOrder}`} />
      <Paragraph text="A busy service may ask to wait. This goes on by itself." />
    </Frame>
  );
}

const LONGEST = 60;

function Progress({ state }: { state: WaveStateOf<'checking'> }) {
  const { width } = useContent();
  const { done, total } = state;
  return (
    <>
      <Line text={barText(done, total, Math.min(LONGEST, width))} />
      <Line text={soFarText(state)} />
    </>
  );
}
