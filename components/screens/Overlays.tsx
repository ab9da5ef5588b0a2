import type { State } from '../../src/wizard/state.ts';
import type { Overlay } from '../app/context.ts';
import { useScreens } from '../app/context.ts';
import { FullOverlay } from './FullOverlay.tsx';
import { LeaveOverlay } from './LeaveOverlay.tsx';
import { ManyOverlay } from './ManyOverlay.tsx';
import { PastedOverlay } from './PastedOverlay.tsx';
import { WordOverlay } from './WordOverlay.tsx';

/** What lies over the screen of a migration. */
export function Overlays({ overlay, state }: { overlay: Overlay; state: State }) {
  const { engine, leaveOnceCancelled } = useScreens();
  switch (overlay) {
    case 'leave':
      return <LeaveOverlay state={state} />;
    case 'full':
      return <FullOverlay state={state} />;
    case 'many':
      return <ManyOverlay state={state} />;
    case 'pasted':
      return <PastedOverlay state={state} />;
    case 'resend':
      return (
        <WordOverlay state={state} about="resend" onWord={(word) => engine.dispatch({ type: 'resendAsked', word })} />
      );
    case 'cancel':
      return (
        <WordOverlay state={state} about="cancel" onWord={(word) => engine.dispatch({ type: 'cancelAsked', word })} />
      );
    case 'cancelAndLeave':
      return (
        <WordOverlay
          state={state}
          about="cancel"
          onWord={(word) => {
            engine.dispatch({ type: 'cancelAsked', word });
            leaveOnceCancelled();
          }}
        />
      );
  }
}
