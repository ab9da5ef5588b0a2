import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { CheckedScreen } from './CheckedScreen.tsx';
import { CheckingScreen } from './CheckingScreen.tsx';
import { ReadingScreen } from './ReadingScreen.tsx';
import { WaveConfirmScreen } from './WaveConfirmScreen.tsx';

/** The screen of a state. */
export function WaveScreen({ state }: { state: WaveState }) {
  switch (state.status) {
    case 'reading':
      return <ReadingScreen state={state} />;
    case 'checking':
      return <CheckingScreen state={state} />;
    case 'checked':
      return <CheckedScreen state={state} />;
    case 'confirming':
      return <WaveConfirmScreen state={state} />;
    default:
      return <BoardScreen state={state} />;
  }
}
