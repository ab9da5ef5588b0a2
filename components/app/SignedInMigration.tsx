import { useEffect, useRef, useState } from 'react';
import { afterSignIn, offersSignIn } from '../../src/wizard/signed-out.ts';
import type { Signing } from '../../src/wizard/signing.ts';
import { Overlaid } from '../frame/Overlaid.tsx';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SignInScreen } from '../screens/SignInScreen.tsx';
import { Migration, type MigrationProps } from './Migration.tsx';
import { useEngine } from './use-engine.ts';

/** A migration that offers to sign in anew when its sign-in has ended, over any of its screens, and then goes on where it was. */
export function SignedInMigration(props: MigrationProps) {
  const { engine, hands } = props;
  const state = useEngine(engine);
  const [signing, setSigning] = useState<Signing | null>(null);
  const isBeginning = useRef(false);
  useKeys(
    (key) => {
      if (!isText(key, 'i') || isBeginning.current || !engine.signIn || !offersSignIn(engine, state)) return false;
      isBeginning.current = true;
      void engine.signIn().then((begun) => {
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
      const next = now.isSignedIn ? afterSignIn(engine.state()) : null;
      if (next) engine.dispatch(next);
    };
    look();
    return signing.subscribe(look);
  }, [signing, engine]);
  const over = signing && <SignInScreen signing={signing} hands={hands} onLeave={() => undefined} />;
  return (
    <Overlaid overlay={over}>
      <Migration {...props} />
    </Overlaid>
  );
}
