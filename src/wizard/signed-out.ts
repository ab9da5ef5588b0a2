import { allFindings } from './all-findings.ts';
import type { Happening } from './event.ts';
import type { Engine } from './screens.ts';
import type { State } from './state.ts';

/** Whether what went wrong last is about the sign-in. */
const isSignedOut = (state: State): boolean =>
  allFindings(state).some(({ field, severity }) => field === 'signIn' && severity === 'error');

/** Whether signing in anew is offered: where it would help, and a person can. */
export const offersSignIn = ({ signIn }: Pick<Engine, 'signIn'>, state: State): boolean =>
  signIn !== undefined && isSignedOut(state);

/** What goes on by itself once somebody has signed in: the call that was turned away is made again. */
export function afterSignIn({ status }: State): Happening | null {
  switch (status) {
    case 'watching':
    case 'unconfirmed':
      return { type: 'lookAsked' };
    case 'dryRunDone':
    case 'refused':
      return { type: 'dryRunAsked' };
    default:
      return null;
  }
}
