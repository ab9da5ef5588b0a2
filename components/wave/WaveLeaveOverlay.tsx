import { Text } from 'ink';
import { leaveLines, otherLeaveLines } from '../../src/wizard/wave/leave-lines.ts';
import { queuedOf } from '../../src/wizard/wave/wave-actions.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { waveWayBack } from '../../src/wizard/wave/wave-way-back.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SelectInput } from '../inputs/SelectInput/SelectInput.tsx';
import { titleOf } from '../screens/titles.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { useWave } from './context.ts';
import { leaveWays, type Way } from './leave-ways.ts';

/** Asked before the program ends, whatever the screen; while rows are sent, before sending ends. */
export function WaveLeaveOverlay({ state }: { state: WaveState }) {
  const { engine, close, leave, open } = useWave();
  useKeys((key) => {
    if (key.kind !== 'escape') return false;
    close();
    return true;
  });
  const choose = (way: Way) => {
    if (way === 'leave') leave();
    else if (way === 'cancel') open({ name: 'cancelRows', rows: queuedOf(state.lines), leaves: true });
    else close();
    if (way === 'stop') engine.dispatch({ type: 'stopAsked' });
  };
  const ways = leaveWays(state);
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[
        [`Enter or 1-${ways.length}`, 'choose'],
        ['Ctrl+C', 'leave at once'],
        ['Esc', 'stay'],
      ]}
    >
      <Text bold>{state.status === 'submitting' ? 'Stop sending?' : 'Leave crossorg?'}</Text>
      <Gap />
      {leaveLines(state).map((line) => (
        <Paragraph key={line} text={line} />
      ))}
      {otherLeaveLines(engine.others()).map((line) => (
        <Line key={line} text={line} />
      ))}
      {'runId' in state && state.runId !== null ? (
        <>
          <Gap />
          <Text>Come back any time with:</Text>
          <Line text={`  ${waveWayBack(state)}`} />
        </>
      ) : null}
      <Gap />
      <SelectInput choices={ways} onChoose={choose} />
      <Gap />
      <Text>Ctrl+C again leaves at once.</Text>
    </Frame>
  );
}
