import type { Finding } from '../../plan/finding.ts';
import type { WaveHappening } from './wave-event.ts';
import type { WaveEngine } from './wave-screens.ts';
import type { WaveState } from './wave-state.ts';

const isAboutSignIn = (finding: Finding | null): boolean => finding?.field === 'signIn' && finding.severity === 'error';

/** Whether what stopped the wave, or keeps it from looking, is the sign-in. */
function isSignedOut(state: WaveState): boolean {
  switch (state.status) {
    case 'checked':
      return isAboutSignIn(state.breaker);
    case 'paused':
      return isAboutSignIn(state.finding);
    case 'watching':
    // Where no look of any row got through, nothing is looked at any more.
    case 'over':
      return state.lines.some(({ trouble }) => isAboutSignIn(trouble));
    default:
      return false;
  }
}

/** Whether signing in anew is offered: where it would help, and a person can. */
export const offersSignIn = ({ signIn }: Pick<WaveEngine, 'signIn'>, state: WaveState): boolean =>
  signIn !== undefined && isSignedOut(state);

/** What goes on by itself once somebody has signed in. Rows are sent only after their number was typed again. */
export const afterSignIn = ({ status }: WaveState): WaveHappening | null => {
  if (status === 'checked') return { type: 'checkAsked' };
  return status === 'watching' || status === 'over' ? { type: 'lookAsked' } : null;
};
