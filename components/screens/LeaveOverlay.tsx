import { Text } from 'ink';
import type { State } from '../../src/wizard/state.ts';
import { wayBack } from '../../src/wizard/way-back.ts';
import { useScreens } from '../app/context.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { type Choice, SelectInput } from '../inputs/SelectInput/SelectInput.tsx';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { titleOf } from './titles.ts';

type Way = 'leave' | 'cancel' | 'stay';

/** Asked before the program ends, whatever the screen. */
export function LeaveOverlay({ state }: { state: State }) {
  const { close, leave, open } = useScreens();
  useKeys((key) => {
    if (key.kind !== 'escape') return false;
    close();
    return true;
  });
  const choose = (way: Way) => {
    if (way === 'leave') leave();
    else if (way === 'cancel') open('cancelAndLeave');
    else close();
  };
  return (
    <Frame
      title={titleOf(state.session)}
      keys={[
        [`Enter or 1-${waysOf(state).length}`, 'choose'],
        ['Ctrl+C', 'leave at once'],
        ['Esc', 'stay'],
      ]}
    >
      <Text bold>Leave crossorg?</Text>
      <Gap />
      {stateLines(state).map((line) => (
        <Paragraph key={line} text={line} />
      ))}
      {isUnderWay(state) ? (
        <>
          <Gap />
          <Text>Come back with:</Text>
          <Line text={`  ${wayBack(state)}`} />
        </>
      ) : null}
      <Gap />
      <SelectInput choices={waysOf(state)} onChoose={choose} />
      <Gap />
      <Text>Ctrl+C again leaves at once.</Text>
    </Frame>
  );
}

function waysOf(state: State): Choice<Way>[] {
  const isWorking = state.status === 'watching' || state.status === 'unconfirmed' || state.status === 'cancelling';
  const isQueued = state.status === 'watching' && state.followed.task?.state === 'queued';
  return [
    { value: 'leave', label: isWorking ? 'Leave it running and exit' : 'Exit' },
    ...(isQueued ? [{ value: 'cancel' as const, label: 'Cancel the queued task, then exit (asks for a word)' }] : []),
    { value: 'stay', label: 'Stay here' },
  ];
}

const isUnderWay = ({ status }: State): boolean =>
  ['submitting', 'unconfirmed', 'watching', 'cancelling'].includes(status);

function stateLines(state: State): string[] {
  switch (state.status) {
    case 'submitting':
      return [
        'A submission is on its way, and its answer is not in yet.',
        'It is written down: crossorg asks the service for it before anything is sent again.',
      ];
    case 'unconfirmed':
      return ['The answer of the service was lost. Nothing is sent again by itself.'];
    case 'watching':
    case 'cancelling':
      return ['The task goes on in the service without this program.'];
    case 'finished':
      return ['The task has ended. Nothing is under way.'];
    default:
      return ['Nothing was submitted, and nothing is under way.'];
  }
}
