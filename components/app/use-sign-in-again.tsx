import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Hands } from '../../src/wizard/screens.ts';
import type { Signing } from '../../src/wizard/signing.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SignInScreen } from '../screens/SignInScreen.tsx';

type Wanted = {
  /** Begins it; null where it is not offered now. */
  begin: () => Promise<Signing> | null;
  hands: Hands;
  onSignedIn: () => void;
};

/** `i` signs in anew over any screen; what is to lie over it meanwhile. */
export function useSignInAgain({ begin, hands, onSignedIn }: Wanted): ReactNode {
  const [signing, setSigning] = useState<Signing | null>(null);
  const isBeginning = useRef(false);
  const latest = useRef(onSignedIn);
  useEffect(() => {
    latest.current = onSignedIn;
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
