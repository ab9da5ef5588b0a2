import { hasErrors } from '../../src/plan/finding.ts';
import { chosenLines, isReady } from '../../src/wizard/wave/lines.ts';
import type { WaveStateOf } from '../../src/wizard/wave/wave-state.ts';
import { counted, numbered } from '../../src/wizard/wave/wave-summary.ts';
import { checkOrder, nothingMovedYet } from '../../src/wizard/wave/wave-words.ts';
import { Busy } from '../frame/Busy.tsx';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { titleOf } from '../screens/titles.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { barText } from './board-lines.ts';
import { useWave } from './context.ts';
import { lineCommandOf } from './line-command.ts';

/** The service is asked about every row. */
export function CheckingScreen({ state }: { state: WaveStateOf<'checking'> }) {
  const { engine } = useWave();
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
      <Busy text={`Asking the service: ${numbered(state.done)} of ${counted(state.total, 'row')}`} />
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
  const lines = chosenLines(state);
  const ready = lines.filter(isReady).length;
  const found = lines.filter(({ check }) => check !== null && hasErrors(check.findings)).length;
  return (
    <>
      <Line text={barText(done, total, Math.min(LONGEST, width))} />
      <Line text={`${numbered(ready)} ready so far, ${numbered(found)} with something to do first`} />
    </>
  );
}
