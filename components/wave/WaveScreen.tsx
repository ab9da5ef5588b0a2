import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { CheckedScreen } from './CheckedScreen.tsx';
import { CheckingScreen } from './CheckingScreen.tsx';
import { ReadingScreen } from './ReadingScreen.tsx';
import { WaveConfirmScreen } from './WaveConfirmScreen.tsx';

/** The screen of a state; `frame` counts up while something turns. */
export function WaveScreen({ state, frame }: { state: WaveState; frame: number }) {
  switch (state.status) {
    case 'reading':
      return <ReadingScreen state={state} />;
    case 'checking':
      return <CheckingScreen state={state} frame={frame} />;
    case 'checked':
      return <CheckedScreen state={state} />;
    case 'confirming':
      return <WaveConfirmScreen state={state} />;
    default:
      return <BoardScreen state={state} />;
  }
}
