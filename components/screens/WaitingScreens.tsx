import { Text } from 'ink';
import { planText } from '../../src/wizard/names.ts';
import type { StateOf } from '../../src/wizard/state.ts';
import { cancelIsPromise } from '../../src/wizard/status-words.ts';
import { confirmStep, dryRunStep } from '../../src/wizard/steps.ts';
import { useScreens } from '../app/context.ts';
import { Busy } from '../frame/Busy.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { copyHint } from './copy-hint.ts';
import { MoveLine } from './MoveLine.tsx';
import { titleOf } from './titles.ts';

export function DryRunningScreen({ state }: { state: StateOf<'dryRunning'> }) {
  const { engine } = useScreens();
  useKeys((key) => {
    if (key.kind !== 'escape' && key.kind !== 'backTab') return false;
    engine.dispatch({ type: 'wentBack' });
    return true;
  });
  return (
    <Frame
      title={titleOf(state.session)}
      steps={{ current: dryRunStep }}
      keys={[
        ['Esc', 'stop waiting, back to the request'],
        ['Ctrl+C', 'leave'],
      ]}
    >
      <Busy text="The service checks this move" />
      <Gap />
      <Paragraph text="Nothing is moved by this: the request says validateOnly: true." />
      <Paragraph text="A busy service may ask to wait. This goes on by itself." />
      <Gap />
      <Text>{planText(state.move.id)}</Text>
    </Frame>
  );
}

export function SubmittingScreen({ state }: { state: StateOf<'submitting'> }) {
  const { plan, id } = state.move;
  return (
    <Frame title={titleOf(state.session)} steps={{ current: confirmStep }} keys={[['Ctrl+C', 'leave']]}>
      <Busy text="Submitting 1 migration" />
      <Gap />
      <MoveLine plan={plan} />
      <Gap />
      <Paragraph text="It is written down on this computer first, and sent once." />
      <Paragraph text="If the answer is lost, the service is asked for the task before anything else is done." />
      <Gap />
      <Text>{planText(id)}</Text>
    </Frame>
  );
}

export function CancellingScreen({ state }: { state: StateOf<'cancelling'> }) {
  return (
    <Frame title={titleOf(state.session)} keys={[...copyHint(state), ['Ctrl+C', 'leave']]}>
      <Busy text="Asking the service to cancel" />
      <Gap />
      <MoveLine plan={state.followed.move.plan} />
      <Gap />
      <Paragraph text={cancelIsPromise} />
    </Frame>
  );
}
