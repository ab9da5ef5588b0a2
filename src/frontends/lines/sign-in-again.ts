import type { Hands } from '../../wizard/screens.ts';
import type { Signing } from '../../wizard/signing.ts';
import { talkSignIn } from './sign-in.ts';
import type { Talk } from './talk.ts';

type Wanted<Happening> = {
  engine: { signIn?: () => Promise<Signing>; dispatch(happening: Happening): void };
  talk: Talk;
  hands: Hands;
  /** What was turned away, and is asked again. */
  after: Happening | null;
};

/** Signs in anew in the middle of something; then it goes on. */
export async function signInAgain<H>({ engine, talk, hands, after }: Wanted<H>): Promise<'leave' | null> {
  const signing = await engine.signIn?.();
  if (!signing) return null;
  const way = await talkSignIn({ talk, signing, hands });
  const end = signing.state();
  if (end.status !== 'over' || !end.isSignedIn) return way;
  talk.voice.say([after === null ? 'Signed in.' : 'Signed in. Going on.']);
  if (after !== null) engine.dispatch(after);
  return way;
}
