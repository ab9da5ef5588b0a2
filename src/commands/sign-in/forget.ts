import { askOf } from '../../auth/sign-in-ask.ts';
import { placeOf } from '../../auth/sign-in-place.ts';
import { removeSignIn } from '../../auth/token-store.ts';
import type { Profile, Side } from '../../plan/profile.ts';
import type { Ports } from '../../ports/ports.ts';
import { signInPorts } from './ports.ts';

export type Forgotten = { side: Side; wasSignedIn: boolean };

/** Removes the sign-ins of a profile from this computer, with their keys: of both sides unless one is named. */
export async function forgetSignIns(profile: Profile, side: Side | null, ports: Ports): Promise<Forgotten[]> {
  const wanted: Side[] = side === null ? ['source', 'target'] : [side];
  const forgotten: Forgotten[] = [];
  for (const one of wanted) {
    const place = placeOf(askOf(profile, one), ports);
    forgotten.push({ side: one, wasSignedIn: place !== null && (await removeSignIn(place, signInPorts(ports))) });
  }
  return forgotten;
}
