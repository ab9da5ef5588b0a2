import type { Engine, Hands } from '../../wizard/screens.ts';
import { afterSignIn } from '../../wizard/signed-out.ts';
import { talkSignIn } from './sign-in.ts';
import type { Talk } from './talk.ts';

/** Signs in anew in the middle of a migration; then what was turned away is asked again. */
export async function signInAgain(engine: Engine, talk: Talk, hands: Hands): Promise<'leave' | null> {
  const signing = await engine.signIn?.();
  if (!signing) return null;
  const way = await talkSignIn({ talk, signing, hands });
  const end = signing.state();
  const next = end.status === 'over' && end.isSignedIn ? afterSignIn(engine.state()) : null;
  if (next) {
    talk.voice.say(['Signed in. Going on.']);
    engine.dispatch(next);
  }
  return way;
}
