import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Hands } from '../../src/wizard/screens.ts';
import type { Signing } from '../../src/wizard/signing.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SignInScreen } from '../screens/SignInScreen.tsx';

/** Something whose sign-in may end while it is looked at. */
type SignedIn<State, Happening> = {
  state(): State;
  dispatch(happening: Happening): void;
  signIn?: () => Promise<Signing>;
};

type Wanted<State, Happening, Engine extends SignedIn<State, Happening>> = {
  engine: Engine;
  hands: Hands;
  offersSignIn: (engine: Engine, state: State) => boolean;
  /** What goes on by itself once somebody has signed in. */
  afterSignIn: (state: State) => Happening | null;
};

/** `i` signs in anew over any screen; what is to lie over it meanwhile. */
export function useSignInAgain<State, Happening, Engine extends SignedIn<State, Happening>>({
  engine,
  hands,
  offersSignIn,
  afterSignIn,
}: Wanted<State, Happening, Engine>): ReactNode {
  const [signing, setSigning] = useState<Signing | null>(null);
  const isBeginning = useRef(false);
  const begin = () => (offersSignIn(engine, engine.state()) ? (engine.signIn?.() ?? null) : null);
  const latest = useRef(() => {});
  useEffect(() => {
    latest.current = () => {
      const next = afterSignIn(engine.state());
      if (next) engine.dispatch(next);
    };
  });
  useKeys(
    (key) => {
      const beginning = isText(key, 'i') && !isBeginning.current ? begin() : null;
      if (beginning === null) return false;
      isBeginning.current = true;
      void beginning.then((begun) => {
        isBeginning.current = false;
        setSigning(begun);
      });
      return true;
    },
    { role: 'global', isActive: signing === null },
  );
  useEffect(() => {
    if (signing === null) return;
    const look = () => {
      const now = signing.state();
      if (now.status !== 'over') return;
      setSigning(null);
      if (now.isSignedIn) latest.current();
    };
    look();
    return signing.subscribe(look);
  }, [signing]);
  return signing && <SignInScreen signing={signing} hands={hands} onLeave={() => undefined} />;
}
