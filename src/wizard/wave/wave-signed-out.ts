import type { Finding } from '../../plan/finding.ts';
import type { WaveHappening } from './wave-event.ts';
import type { WaveEngine } from './wave-screens.ts';
import type { WaveState } from './wave-state.ts';

const isAboutSignIn = (finding: Finding | null): boolean => finding?.field === 'signIn' && finding.severity === 'error';

/** What is said of the sign-in where it stopped the wave, or keeps it from looking; null where it does not. */
export function signInTrouble(state: WaveState): Finding | null {
  switch (state.status) {
    case 'checked':
      return ofSignIn([state.breaker]);
    case 'paused':
      return ofSignIn([state.finding]);
    case 'watching':
    // Where no look of any row got through, nothing is looked at any more.
    case 'over':
      return ofSignIn(state.lines.map(({ trouble }) => trouble));
    default:
      return null;
  }
}

const ofSignIn = (findings: readonly (Finding | null)[]): Finding | null => findings.find(isAboutSignIn) ?? null;

/** Whether signing in anew is offered: where it would help, and a person can. */
export const offersSignIn = ({ signIn }: Pick<WaveEngine, 'signIn'>, state: WaveState): boolean =>
  signIn !== undefined && signInTrouble(state) !== null;

/** What goes on by itself once somebody has signed in. Rows are sent only after their number was typed again. */
export const afterSignIn = ({ status }: WaveState): WaveHappening | null => {
  if (status === 'checked') return { type: 'checkAsked' };
  return status === 'watching' || status === 'over' ? { type: 'lookAsked' } : null;
};
