import type { State } from '../../src/wizard/state.ts';
import { ConfirmScreen } from '../screens/ConfirmScreen.tsx';
import { DryRunResultScreen } from '../screens/DryRunResultScreen.tsx';
import { EndScreen } from '../screens/EndScreen.tsx';
import { QuestionScreen } from '../screens/QuestionScreen.tsx';
import { RefusedScreen } from '../screens/RefusedScreen.tsx';
import { RequestScreen } from '../screens/RequestScreen.tsx';
import { StatusScreen } from '../screens/StatusScreen.tsx';
import { UnconfirmedScreen } from '../screens/UnconfirmedScreen.tsx';
import { CancellingScreen, DryRunningScreen, SubmittingScreen } from '../screens/WaitingScreens.tsx';

/** The screen of a state. */
export function Screen({ state }: { state: State }) {
  switch (state.status) {
    case 'asking':
      return <QuestionScreen state={state} />;
    case 'reviewing':
      return <RequestScreen state={state} />;
    case 'dryRunning':
      return <DryRunningScreen state={state} />;
    case 'dryRunDone':
      return <DryRunResultScreen state={state} />;
    case 'confirming':
      return <ConfirmScreen state={state} />;
    case 'submitting':
      return <SubmittingScreen state={state} />;
    case 'refused':
      return <RefusedScreen state={state} />;
    case 'unconfirmed':
      return <UnconfirmedScreen state={state} />;
    case 'watching':
      return <StatusScreen state={state} />;
    case 'cancelling':
      return <CancellingScreen state={state} />;
    case 'finished':
      return <EndScreen state={state} />;
  }
}
